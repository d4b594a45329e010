// Keys: an element says by data-key which key presses it; j and k step through elements with data-step.

export function listenToKeys(page) {
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (press(page, event.key) || step(page, event.key)) event.preventDefault();
  });
}

function isTyping(element) {
  return element.matches?.("input, textarea, select, [contenteditable]") ?? false;
}

function press(page, key) {
  const element = page.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!element) return false;
  if (element.matches("input")) {
    element.focus();
    element.select();
  } else {
    element.click();
  }
  return true;
}

function step(page, key) {
  const by = { j: 1, k: -1 }[key];
  const steps = [...page.querySelectorAll("[data-step]")];
  if (!by || steps.length === 0) return false;
  const at = steps.indexOf(page.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : steps.length - 1) : Math.min(Math.max(at + by, 0), steps.length - 1);
  steps[next].focus();
  steps[next].scrollIntoView({ block: "nearest" });
  return true;
}
