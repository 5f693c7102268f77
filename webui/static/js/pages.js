/* Turns the pages of a document at once: where the reader may go next is fetched before he goes there. Without this
   every way is a link and loads a page. */

const WAYS = ".pager a, .hits a, .thumbnails a, .zoom a";
const NEXT = ".hits [data-step=on], .pager [rel=next], .hits [data-step=back], .pager [rel=prev]";
const TYPING = "input, textarea, select";
const WIDE = matchMedia("(width >= 60rem)");

/* Address → what will be shown there. Whatever is not a way from here any more is let go. */
const fetched = new Map();

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [main, foot] = ["main", ".foot"].map((part) => document.importNode(page.querySelector(part), true));
  /* The picture begins to load here, and is ready when it is shown. */
  await main.querySelector(".print img")?.decode().catch(() => {});
  return { title: page.title, main, foot };
}

function expected(address) {
  if (!fetched.has(address)) fetched.set(address, load(address));
  return fetched.get(address);
}

function prepare() {
  const ways = [...new Set([...document.querySelectorAll(NEXT)].map((way) => way.href))];
  for (const address of fetched.keys()) if (!ways.includes(address)) fetched.delete(address);
  for (const address of ways) expected(address).catch(() => fetched.delete(address));
}

/* What is heard when the page does not load: the line that says where one is. */
const status = document.createElement("p");
status.className = "unseen";
status.setAttribute("role", "status");

function sameWay(way) {
  if (way?.dataset.step) return `.hits [data-step=${way.dataset.step}]`;
  return way?.rel ? `.pager [rel=${way.rel}]` : null;
}

function show(page, way) {
  const kept = sameWay(way);
  document.title = page.title;
  document.querySelector("main").replaceWith(page.main);
  document.querySelector(".foot").replaceWith(page.foot);
  const focused = (kept && page.main.querySelector(kept)) || page.main;
  focused.focus({ preventScroll: Boolean(kept) });
  if (!kept) scrollTo(0, 0);
  if (WIDE.matches) page.main.querySelector(".passage.current")?.scrollIntoView({ block: "nearest" });
  status.textContent = page.main.querySelector(".hits strong, .pager strong")?.textContent ?? "";
  prepare();
}

async function go(address) {
  try {
    const page = await expected(address);
    fetched.delete(address);
    return page;
  } catch {
    location.assign(address);
    return null;
  }
}

document.addEventListener("click", async (event) => {
  const way = event.target.closest(WAYS);
  if (!way || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const page = await go(way.href);
  if (!page) return;
  history.pushState(null, "", way.href);
  show(page, document.activeElement === way ? way : null);
});

addEventListener("popstate", async () => {
  if (!document.querySelector(".print")) return;
  const page = await go(location.href);
  if (page) show(page, null);
});

/* Arrows turn the pages; with the shift key they lead from hit to hit, in the text, too. */
const TURNS = { ArrowLeft: ".pager [rel=prev]", ArrowRight: ".pager [rel=next]" };
const STEPS = { ArrowLeft: ".hits [data-step=back]", ArrowRight: ".hits [data-step=on]" };

function stepInText(forward) {
  const hits = [...document.querySelectorAll(".passage[data-hit]")];
  const here = hits.findIndex((hit) => `#${hit.id}` === location.hash);
  const next = hits[forward ? here + 1 : here - 1];
  if (next) location.hash = next.id;
}

document.addEventListener("keydown", (event) => {
  if (!(event.key in TURNS) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest(`${TYPING}, .sheet, .scroller`)) return;
  const way = document.querySelector((event.shiftKey ? STEPS : TURNS)[event.key]);
  if (way) {
    way.focus();
    way.click();
  } else if (event.shiftKey) stepInText(event.key === "ArrowRight");
});

if (document.querySelector(".print")) {
  document.body.append(status);
  prepare();
}
