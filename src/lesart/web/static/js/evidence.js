// Evidence: while a statement in the margin is under the pointer or has the focus, the words it rests on are lit.

export function showEvidence(page) {
  for (const type of ["pointerover", "focusin"]) page.addEventListener(type, (event) => light(page, event.target, true));
  for (const type of ["pointerout", "focusout"]) page.addEventListener(type, (event) => light(page, event.target, false));
}

function light(page, element, on) {
  const statement = element.closest?.("[data-evidence]");
  const place = statement && page.getElementById(statement.dataset.evidence);
  place?.classList.toggle("lit", on);
}
