// Passage: a selection in an article's text becomes a link to the page that has it chosen; offsets are code points.

export function offerPassage(page) {
  page.addEventListener("selectionchange", () => {
    clearTimeout(offerPassage.pending);
    offerPassage.pending = setTimeout(() => offer(page), 150);
  });
}

function offer(page) {
  page.querySelector(".passage-offer")?.remove();
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const text = closest(range.commonAncestorContainer, "article.text");
  const passage = text && passageOf(range, text);
  if (passage) text.append(link(page, passage, range, text));
}

function link(page, { start, end }, range, text) {
  const address = new URL(page.location.href);
  address.searchParams.set("passage", `${start}-${end}`);
  address.hash = "picked";
  const element = page.createElement("a");
  element.className = "passage-offer button";
  element.href = address.href;
  element.lang = page.documentElement.lang;
  element.textContent = text.dataset.choose;
  const place = range.getBoundingClientRect();
  const around = text.getBoundingClientRect();
  element.style.insetBlockStart = `${place.bottom - around.top + 6}px`;
  element.style.insetInlineStart = `${Math.max(0, place.left - around.left)}px`;
  return element;
}

// Return the code points of the document that a range covers, null where it covers none.
export function passageOf(range, text) {
  const runs = [...text.querySelectorAll("[data-s]")].filter((run) => range.intersectsNode(run) && isShown(run));
  if (runs.length === 0) return null;
  const start = edge(runs[0], range.startContainer, range.startOffset, Number(runs[0].dataset.s));
  const last = runs.at(-1);
  const end = edge(last, range.endContainer, range.endOffset, endOf(last));
  return start < end ? { start, end } : null;
}

function edge(run, container, offset, otherwise) {
  if (run.dataset.e || container.nodeType !== Node.TEXT_NODE || !run.contains(container)) return otherwise;
  return Number(run.dataset.s) + length(container.data.slice(0, offset));
}

function endOf(run) {
  return run.dataset.e ? Number(run.dataset.e) : Number(run.dataset.s) + length(run.textContent);
}

function isShown(run) {
  return run.getClientRects().length > 0;
}

function length(text) {
  return [...text].length;
}

function closest(node, selector) {
  return (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(selector) ?? null;
}
