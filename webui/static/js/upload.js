/* Uploading many files: one after the other, each with its progress, tried again where a connection is lost.
   Without this script the form sends them all at once. */

/* Milliseconds before a file is sent again; so often. */
const PAUSES = [1000, 3000, 8000, 20000];

/* The server's answer to whoever sends more than it takes for now. */
const TOO_OFTEN = 429;

/* Milliseconds between two looks at how far reading is. */
const LOOK = 2000;

const form = document.querySelector("form.upload");
const waiting = document.querySelector("#waiting");
if (form) prepare(form);
if (waiting) reloadWhenRead(waiting.dataset.state);

function prepare(form) {
  const field = form.querySelector("[type=file]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, [...field.files]);
  });
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length) send(form, [...event.dataTransfer.files]);
  });
}

async function send(form, files) {
  if (!files.length || form.dataset.busy) return;
  form.dataset.busy = "yes";
  form.querySelector("button").disabled = true;
  const list = form.appendChild(Object.assign(document.createElement("ul"), { className: "progress" }));
  list.setAttribute("role", "status");
  const lines = files.map((file) => addLine(list, file, form.dataset.begun));
  const batch = form.dataset.files ? form.dataset : await begin(form, lines);
  if (!batch) return;
  for (const [number, file] of files.entries()) await sendOne(form, batch.files, file, lines[number]);
  window.removeEventListener("beforeunload", warn);
  location.assign(batch.page);
}

async function begin(form, lines) {
  window.addEventListener("beforeunload", warn);
  let answer = null;
  for (const pause of [...PAUSES, 0]) {
    answer = await post(form.dataset.begin, proof(form), () => {});
    if (answer.ok) return answer.said;
    /* Whoever is no longer signed in is led to where one signs in, and then back. */
    if (answer.status >= 400 && answer.status !== TOO_OFTEN) break;
    for (const line of lines) line.say(form.dataset.lost);
    await new Promise((done) => setTimeout(done, pause));
  }
  for (const line of lines) line.say(form.dataset.failed);
  window.removeEventListener("beforeunload", warn);
  if (answer?.status === 403) location.reload();
  form.querySelector("button").disabled = false;
  delete form.dataset.busy;
  return null;
}

async function sendOne(form, address, file, line) {
  const data = proof(form);
  data.append("sendung", crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`);
  data.append("dateien", file);
  for (const pause of [...PAUSES, null]) {
    const answer = await post(address, data, line.advance);
    if (answer.ok) {
      const refused = answer.said.arrivals.filter((each) => each.status === "refused");
      return line.say(refused.length ? `${form.dataset.refused}: ${refused.map((each) => each.reason).join(" ")}` : form.dataset.arrived);
    }
    if (pause === null || (answer.status >= 400 && answer.status !== TOO_OFTEN)) break;
    line.say(form.dataset.lost);
    await new Promise((done) => setTimeout(done, pause));
  }
  return line.say(form.dataset.failed);
}

/* Returns the answer; status 0 says that there was none. */
function post(address, data, advance) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => event.lengthComputable && advance(event.loaded / event.total));
    request.addEventListener("loadend", () => done({ ok: request.status === 200, status: request.status, said: request.response }));
    request.send(data);
  });
}

function proof(form) {
  const data = new FormData();
  data.append("csrf_token", form.querySelector("[name=csrf_token]").value);
  return data;
}

function addLine(list, file, words) {
  const line = list.appendChild(document.createElement("li"));
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
  const said = Object.assign(document.createElement("span"), { textContent: words });
  bar.setAttribute("aria-label", file.name);
  line.append(Object.assign(document.createElement("strong"), { textContent: file.name }), bar, said);
  return {
    advance: (share) => { bar.value = share; },
    say: (text) => { said.textContent = text; bar.value = 1; },
  };
}

function warn(event) {
  event.preventDefault();
}

/* The table fills itself when all is read, unless someone has begun to type. */
async function reloadWhenRead(address) {
  let isTouched = false;
  document.addEventListener("input", () => { isTouched = true; });
  for (;;) {
    await new Promise((done) => setTimeout(done, LOOK));
    const answer = await fetch(address).then((found) => found.ok && found.json()).catch(() => null);
    if (answer && answer.waiting === 0) break;
  }
  if (!isTouched) location.reload();
}
