// What an accessibility checker such as axe looks at first. The body of a function: returns a list of complaints.
const complaints = [], phone = innerWidth < 600;
const say = (rule, node) => complaints.push(rule + ": " + (node?.outerHTML ?? "").slice(0, 130));
const isShown = (node) =>
  node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && node.getBoundingClientRect().width > 1;
const map = document.getElementById("map");
const all = (selector) =>
  [...document.querySelectorAll(selector)].filter((node) => !map?.contains(node) || node === map);
if (!document.documentElement.lang) say("no language", document.documentElement);
if (!document.title.trim() || document.title.startsWith(" ·")) say("no title", document.querySelector("title"));
if (!document.querySelector("meta[name=description]")?.content) say("no description");
for (const [selector, count] of [["main", 1], ["body > header", 1], ["body > footer", 1], ["h1", 1]])
  if (all(selector).length !== count) say(`${all(selector).length} × ${selector}`);
let level = 0;
for (const heading of all("h1, h2, h3, h4")) {
  const own = Number(heading.tagName[1]);
  if (own > level + 1) say(`heading after h${level}`, heading);
  level = own;
  if (!heading.textContent.trim()) say("empty heading", heading);
}
const ids = new Set();
for (const node of all("[id]")) { if (ids.has(node.id)) say("id twice", node); ids.add(node.id); }
for (const name of ["aria-controls", "aria-describedby", "aria-labelledby", "aria-activedescendant", "for"])
  for (const node of all(`[${name}]`))
    if (!document.getElementById(node.getAttribute(name))) say(`${name} points nowhere`, node);
for (const node of all("nav")) if (!node.getAttribute("aria-label")) say("nav without a name", node);
for (const image of all("img")) if (!image.hasAttribute("alt")) say("no alt", image);
for (const list of all("ul, ol"))
  for (const child of list.children) if (child.tagName !== "LI") say("list holds", child);
const labels = (node) => [...(node.labels ?? [])].map((label) => label.textContent).join(" ");
const name = (node) => (node.getAttribute("aria-label") || labels(node) || node.textContent || "").trim();
for (const node of all("a[href], button, input:not([type=hidden]), select, summary")) {
  if (!name(node)) say("no name", node);
  if (node.tagName === "A" && node.getAttribute("href") === "") say("empty link", node);
  if (!isShown(node) || !phone || node.classList.contains("skip")) continue;
  const hasText = [...node.parentElement.childNodes].some((other) => other.nodeType === 3 && other.textContent.trim());
  const isInText = node.tagName === "A" && hasText;
  const target = node.closest(".hit") ?? node.closest("label") ?? node;
  const box = target.getBoundingClientRect();
  if (!isInText && !node.closest(".notice, dd") && (box.height < 43.5 || box.width < 24))
    say(`target ${Math.round(box.width)}×${Math.round(box.height)}`, node);
}
// Contrast of text against the nearest ground that is painted (WCAG 2, relative luminance).
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (colour) => {
  const [red, green, blue] = colour.slice(0, 3).map((value) => linear(value / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const seen = new Set();
while (walker.nextNode()) {
  const node = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || map?.contains(node) || seen.has(node) || !isShown(node)) continue;
  if (node.closest("script, style, option")) continue;
  seen.add(node);
  let ground = node, colour = [0, 0, 0, 0];
  while (ground && colour[3] < 255) {
    colour = rgba(getComputedStyle(ground).backgroundColor);
    ground = ground.parentElement;
  }
  if (colour[3] < 255) colour = [255, 255, 255, 255];
  const style = getComputedStyle(node);
  const [a, b] = [luminance(rgba(style.color)), luminance(colour)].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  if (ratio < (isLarge ? 3 : 4.5)) say(`contrast ${ratio.toFixed(2)}`, node);
}
const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
if (wide > 0) say(`scrolls sideways by ${wide}px`);
if (/\{\{|\bundefined\b|\bOptional\(|\bnil\b/.test(document.body.innerText)) say("raw text on the page");
const raw = document.body.innerText.match(/\b[a-z]+_[a-z_]+\b/);
if (raw && !location.pathname.startsWith("/api")) say("raw field name " + raw[0]);
return complaints;
