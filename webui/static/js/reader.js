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

/* Arrows turn the pages of a document; with the shift key they lead from match to match. */
const TURNS = { ArrowLeft: "[rel=prev]", ArrowRight: "[rel=next]" };
const STEPS = { ArrowLeft: "[data-step=back]", ArrowRight: "[data-step=on]" };
const pager = document.querySelector(".pager");
document.addEventListener("keydown", (event) => {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.closest(`${TYPING}, .sheet, .scroller`);
  const way = (event.shiftKey ? STEPS : TURNS)[event.key];
  if (pager && way && !busy) pager.querySelector(way)?.click();
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
  passage.append(button);
}

const reading = document.querySelector(".reading");
if (reading && navigator.clipboard) {
  for (const passage of reading.querySelectorAll(".passage:has(> .pin)")) addQuoteButton(passage, reading);
}
