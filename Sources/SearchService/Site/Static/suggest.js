// Suggestions for the text in the search box: a combobox of WAI-ARIA (list autocomplete, manual selection).
"use strict";

(() => {
  const input = document.getElementById("q"), list = document.getElementById("suggestions"), status = document.getElementById("suggestion-status");
  if (!input || !list) return;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let chosen = -1, pending = null, timer = 0;

  const options = () => [...list.children];
  const close = () => { list.hidden = true; chosen = -1; status.textContent = ""; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };

  const mark = (position) => {
    const all = options();
    if (!all.length) return;
    chosen = (position + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    input.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  };

  // A document opens; words and places are searched for.
  const take = (option) => {
    if (option.dataset.collection) {
      close();
      // One step back, the box shows the words that the page answers.
      input.value = new URLSearchParams(window.location.search).get("q") ?? "";
      const language = new FormData(input.form).get("lang");
      const page = `/collections/${option.dataset.collection}/items/${encodeURIComponent(option.dataset.id)}`;
      window.location.assign(language ? `${page}?lang=${encodeURIComponent(language)}` : page);
      return;
    }
    input.value = option.dataset.text;
    close();
    input.form.requestSubmit();
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((suggestion, place) => {
      const option = document.createElement("li"), kind = document.createElement("span");
      option.id = "suggestion-" + place;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.text = suggestion.text;
      if (suggestion.collection && suggestion.id) Object.assign(option.dataset, { collection: suggestion.collection, id: suggestion.id });
      option.append(suggestion.text);
      kind.textContent = suggestion.label && suggestion.label !== suggestion.text ? suggestion.label : suggestion.kind === "place" ? status.dataset.place : "";
      option.append(kind);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(option); });
      return option;
    }));
    chosen = -1;
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = suggestions.length ? status.dataset.some.replace("#", suggestions.length) : status.dataset.none;
  };

  const ask = async () => {
    const text = input.value.trim();
    pending?.abort();
    if (!text) return close();
    pending = new AbortController();
    try {
      const reply = await fetch("/v1/suggest?" + new URLSearchParams({ q: text, limit: 8 }), { signal: pending.signal });
      if (reply.ok && document.activeElement === input) show((await reply.json()).suggestions);
    } catch (problem) {
      if (problem.name !== "AbortError") close(); // suggestions are a help: without them the search still works
    }
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("blur", () => setTimeout(close, 100));
  input.form.addEventListener("submit", () => { clearTimeout(timer); pending?.abort(); close(); });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) {
      if (event.key === "ArrowDown" && input.value.trim()) { event.preventDefault(); ask(); }
      return;
    }
    if (event.key === "ArrowDown") { event.preventDefault(); mark(chosen + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(chosen < 0 ? -1 : chosen - 1); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(options()[chosen]); }
  });
})();
