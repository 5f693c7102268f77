/* Rows offer what is likely, with a way to a page with everything. Here everything is put into each row: it stands on
   the page once. */

for (const field of document.querySelectorAll("[data-all]")) {
  const all = document.getElementById(field.dataset.all);
  if (field.localName === "select") offerOptions(field, all);
  else offerBoxes(field, all);
}

function offerBoxes(field, all) {
  const entries = all.content.cloneNode(true);
  const chosen = new Set([...field.querySelectorAll(":checked")].map((each) => each.value));
  for (const box of entries.querySelectorAll("input")) {
    box.name = field.dataset.name;
    box.checked = chosen.has(box.value);
  }
  field.replaceChildren(field.querySelector("legend"), entries);
}

/* The way to others goes where there are none. */
function offerOptions(field, all) {
  const chosen = field.value;
  const held = new Set([...field.options].map((each) => each.value));
  const others = [...all.options].filter((each) => !held.has(each.value));
  field.append(...others.map((each) => new Option(each.text, each.value)));
  field.value = chosen;
  if ("whole" in all.dataset) field.parentElement.querySelector(".hint")?.remove();
}
