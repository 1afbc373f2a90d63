// The search page without reloads: the server renders, this fetches the rendered part and keeps the address. Without it the form still works.
"use strict";

(() => {
  const form = document.getElementById("search"), results = document.getElementById("results"), filters = document.getElementById("filters");
  if (!form || !results) return;
  document.documentElement.classList.add("scripted");
  let pending = null;

  // The address of what the form says; empty fields are left out, several kinds are joined.
  const address = () => {
    const fields = new FormData(form), parameters = new URLSearchParams();
    for (const name of new Set(fields.keys())) {
      const value = fields.getAll(name).filter(Boolean).join(",");
      if (value) parameters.set(name, value);
    }
    if (!parameters.has("near")) parameters.delete("radius");
    return "/" + (parameters.size ? "?" + parameters : "");
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
      if (sieve) filters.innerHTML = sieve.innerHTML;
      if (keep) history.pushState(null, "", url);
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

  // A line above the results that are there; they stay until better ones come.
  const note = (...parts) => {
    results.querySelector(".passing")?.remove();
    const line = document.createElement("p");
    line.className = "notice passing";
    line.append(...parts);
    results.prepend(line);
  };

  // Fields from the address, for going back and forth.
  const fill = () => {
    const parameters = new URLSearchParams(location.search);
    for (const name of ["q", "near", "radius"]) if (form.elements[name]) form.elements[name].value = parameters.get(name) ?? "";
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); load(address(), true); });
  form.addEventListener("change", (event) => { if (event.target.name !== "q" && event.target.name !== "near") load(address(), true); });
  window.addEventListener("popstate", () => { fill(); load(location.pathname + location.search, false); });
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !plain || new URL(link.href).pathname !== "/" || link.origin !== location.origin) return;
    event.preventDefault();
    load(link.pathname + link.search, true).then(() => { fill(); window.scrollTo({ top: 0 }); });
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
        load(address(), true);
      }, () => { near.disabled = false; note(near.dataset.failed); }, { timeout: 10000, maximumAge: 60000 });
    });
  }
})();
