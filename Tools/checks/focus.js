// What the keyboard stands on, after one press of the tab key. The body of a function.
const node = document.activeElement;
const shown = node.matches("[type=radio]") ? node.closest("fieldset") : node;
const styles = [getComputedStyle(shown), getComputedStyle(shown, "::after")];
window.passed = [...(window.passed ?? []), node];
const before = window.passed.at(-2);
return {
  isFirst: window.passed.length === 1,
  skip: node.className === "skip",
  tag: node.tagName,
  html: node.outerHTML.slice(0, 100),
  isMarked: styles.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
  isLater:
    !before || before === node || Boolean(before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING),
};
