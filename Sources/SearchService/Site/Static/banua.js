// Updates the search page without reloading it: fetches the rendered part from the server and changes the address. The
// form also works without this script.
"use strict";

(() => {
  document.documentElement.classList.add("scripted");
  const form = document.getElementById("search"), results = document.getElementById("results"), filters = document.getElementById("filters");
  if (!form || !results) return;
  const announcement = document.getElementById("announcement");
  const here = () => location.pathname + location.search;
  let pending = null, shown = here();

  // The address for the values of the form; empty fields are left out. The two fields of a number become a range.
  const address = () => {
    const parameters = new URLSearchParams(), data = new FormData(form);
    for (const [name, value] of data) {
      const fact = name.match(/^(.+)-(?:min|max)$/)?.[1];
      if (!fact) { if (value.trim()) parameters.append(name, value.trim()); continue; }
      const ends = ["-min", "-max"].map((end) => (data.get(fact + end) ?? "").replace(/\s/g, ""));
      if (ends.join("")) parameters.set(fact, ends.join(".."));
    }
    return "/" + (parameters.size ? "?" + parameters : "");
  };

  // Each answer replaces the filters. The focused element gets the focus again, and an open disclosure stays open.
  const renewFilters = (html) => {
    const focused = filters.contains(document.activeElement) ? document.activeElement : null;
    const typed = focused?.matches("input:not([type])") ? { value: focused.value, end: focused.selectionEnd } : null;
    const open = [...filters.querySelectorAll("details[open]")].map((details) => details.className);
    const summary = focused?.closest("details")?.className;
    filters.innerHTML = html;
    for (const details of filters.querySelectorAll("details")) if (open.includes(details.className)) details.open = true;
    if (!focused) return;
    const twin = focused.name === "kind" ? filters.querySelector("[name=kind]:checked")
      : focused.name ? filters.querySelector(`[name="${focused.name}"]`) : [...filters.querySelectorAll("details")].find((details) => details.className === summary)?.querySelector("summary");
    twin?.focus();
    // What is being typed while an answer arrives is kept.
    if (twin && typed) { twin.value = typed.value; twin.setSelectionRange(typed.end, typed.end); }
  };

  const load = async (url, keep) => {
    pending?.abort();
    const mine = pending = new AbortController();
    results.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => note(results.dataset.slow), 1500);
    try {
      const part = new URL(url, location.href);
      part.searchParams.set("part", "1");
      const reply = await fetch(part, { signal: mine.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const found = page.getElementById("results"), sieve = page.getElementById("filters");
      if (!found) throw new Error(reply.statusText);
      results.innerHTML = found.innerHTML;
      if (sieve) renewFilters(sieve.innerHTML);
      document.title = page.title;
      // Heading and hint are visible on the start page; on other pages they are for screen readers.
      for (const node of [form.querySelector("h1"), form.querySelector(".hint")]) node?.classList.toggle("hidden", !results.querySelector(".start"));
      if (keep) history.pushState(null, "", url + location.hash);
      shown = here();
      announcement.textContent = results.querySelector("#summary, .problem")?.textContent ?? "";
      window.BanuaMap?.refresh();
    } catch (problem) {
      if (problem.name === "AbortError") return;
      const retry = Object.assign(document.createElement("a"), { href: url, textContent: results.dataset.retry });
      note(results.dataset.failed + " ", retry);
    } finally {
      clearTimeout(slow);
      if (pending === mine) results.setAttribute("aria-busy", "false");
    }
  };

  // Shows a message above the present results, which stay until new ones arrive.
  const note = (...parts) => {
    results.querySelector(".passing")?.remove();
    const line = document.createElement("p");
    line.className = "notice passing";
    line.append(...parts);
    results.prepend(line);
    announcement.textContent = line.textContent;
  };

  // Fills the fields from the address, after going back or forward, or after a link that changes it.
  const fill = () => {
    const parameters = new URLSearchParams(location.search);
    for (const name of ["q", "near", "radius"]) if (form.elements[name]) form.elements[name].value = parameters.get(name) ?? "";
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); load(address(), true); });
  form.addEventListener("change", (event) => { if (event.target.name !== "q" && event.target.name !== "near") load(address(), true); });
  window.addEventListener("popstate", () => {
    if (here() === shown) return; // only the part after # has changed
    fill();
    load(here(), false);
  });
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !plain || link.pathname !== "/" || link.origin !== location.origin) return;
    event.preventDefault();
    load(link.pathname + link.search, true).then(() => {
      fill();
      window.scrollTo({ top: 0 });
      results.focus({ preventScroll: true });
    });
  });

  const near = document.getElementById("near-me");
  if (near && navigator.geolocation) {
    near.hidden = false;
    near.addEventListener("click", () => {
      near.disabled = true;
      note(near.dataset.asking);
      navigator.geolocation.getCurrentPosition((position) => {
        near.disabled = false;
        form.elements.near.value = position.coords.latitude.toFixed(5) + "," + position.coords.longitude.toFixed(5);
        const url = new URL(address(), location.href);
        // A request with only a place asks for products and sentra, not for villages.
        if (!url.searchParams.has("q") && !url.searchParams.has("kind")) url.searchParams.set("kind", near.dataset.kinds);
        load(url.pathname + url.search, true);
      }, () => { near.disabled = false; note(near.dataset.failed); }, { timeout: 10000, maximumAge: 60000 });
    });
  }
})();
