/* Ticks a step without loading the page anew: the page that would come is fetched, shown, and its news are said. */

const WAY = "#weg";

async function follow(address, options) {
  const answer = await fetch(address, { ...options, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const way = page.querySelector(WAY);
  if (!way) throw new Error("no path");
  document.querySelector(WAY).replaceWith(document.adoptNode(way));
  document.title = page.title;
  return answer.url;
}

/* The sign for reading aloud stays where it is, so that what changes in it is said. */
function say() {
  document.querySelector("#gesagt").textContent = document.querySelector(`${WAY} .told`)?.textContent.replace(/\s+/g, " ").trim() ?? "";
}

async function tick(event, address, options, otherwise) {
  event.preventDefault();
  const step = event.target.closest("[data-step]").id;
  try {
    const url = await follow(address, options);
    history.replaceState(null, "", url.split("#")[0]);
    document.getElementById(step)?.querySelector("[data-tick]")?.focus();
    say();
  } catch {
    otherwise();
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form");
  if (!form.querySelector("[data-tick]")) return;
  tick(event, form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }, () => form.submit());
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-tick]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  tick(event, link.href, {}, () => location.assign(link.href));
});
