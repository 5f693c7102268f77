/* Small helps for readers; every page works without them. */

const TYPING = "input, textarea, select";

/* "/" leads to the search box, as on many sites people search daily. */
document.addEventListener("keydown", (event) => {
  const field = document.querySelector("#q");
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING);
  if (event.key !== "/" || busy || !field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

/* "Zitat kopieren": the words of a passage with where they stand, for reports. */
function addQuoteButton(passage, reading) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quote quiet";
  button.textContent = reading.dataset.quote;
  button.addEventListener("click", async () => {
    const words = passage.querySelector(".words").innerText.trim();
    const address = new URL(`#${passage.id}`, location.origin + location.pathname);
    await navigator.clipboard.writeText(`„${words}“\n(${reading.dataset.source}, ${passage.dataset.page}; ${address})`);
    button.textContent = reading.dataset.quoted;
  });
  passage.querySelector(":scope > .quote").replaceWith(button);
}

const reading = document.querySelector(".reading");
if (reading && navigator.clipboard) {
  for (const passage of reading.querySelectorAll(".passage:has(> .quote)")) addQuoteButton(passage, reading);
}

/* Escape puts the explanation of an abbreviation away until one comes back to it. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const each of document.querySelectorAll(".explained:is(:hover, :focus)")) each.classList.add("put-away");
});
for (const kind of ["focusout", "mouseout"]) {
  document.addEventListener(kind, (event) => event.target.closest?.(".explained")?.classList.remove("put-away"));
}

/* A menu that is open closes on Escape, which leads back to it, and where one clicks beside it. */
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && event.target.closest?.(".menu[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  for (const each of document.querySelectorAll(".menu[open]")) if (!each.contains(event.target)) each.open = false;
});
