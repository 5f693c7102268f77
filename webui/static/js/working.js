/* Says that the archive is at work while an answer takes seconds: forms with `data-working` hold what is said.
   A file is sent without a new page, so nothing is said where one was asked for. */

for (const form of document.querySelectorAll("form[data-working]")) {
  const said = form.querySelector("[role=status]");
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "datei") said.textContent = form.dataset.working;
  });
  addEventListener("pageshow", () => (said.textContent = ""));
}
