/* Completions below the search box: an editable combobox with a list (ARIA Authoring Practices). */

const FEWEST_LETTERS = 2;
/* Milliseconds without another letter before anything is asked. */
const PAUSE = 120;

function element(name, role, text = "") {
  const made = document.createElement(name);
  made.setAttribute("role", role);
  made.textContent = text;
  return made;
}

class Completions {
  constructor(field) {
    this.field = field;
    this.asked = 0;
    this.options = [];
    this.active = -1;
    this.list = element("span", "listbox");
    this.list.id = "q-list";
    this.list.className = "completions";
    this.list.hidden = true;
    this.list.setAttribute("aria-label", field.dataset.legend);
    this.said = document.createElement("span");
    this.said.className = "unseen";
    this.said.setAttribute("aria-live", "polite");
    field.parentElement.append(this.list, this.said);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("input", (event) => this.wait(event));
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.click(event));
  }

  wait(event) {
    this.forget();
    const typed = this.field.value.trim();
    if (event.isComposing) return;
    if (typed.length < FEWEST_LETTERS) this.close();
    else this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  /* Whatever was asked before and is still under way comes too late. */
  forget() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.request?.abort();
  }

  async ask() {
    const number = this.asked;
    this.request = new AbortController();
    const address = new URL(this.field.dataset.completions, location.origin);
    address.searchParams.set("q", this.field.value);
    try {
      const answer = await fetch(address, { signal: this.request.signal });
      const found = answer.ok ? await answer.json() : { groups: [] };
      if (number === this.asked) this.show(found.groups);
    } catch {
      if (number === this.asked) this.close();
    }
  }

  show(groups) {
    this.options = [];
    this.active = -1;
    this.field.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...groups.map((group) => this.group(group)));
    const some = this.options.length > 0 && document.activeElement === this.field;
    this.list.hidden = !some;
    this.field.setAttribute("aria-expanded", String(some));
    this.said.textContent = some ? this.field.dataset.some.replace("0", this.options.length) : this.field.dataset.none;
  }

  group({ label, options }) {
    const group = element("span", "group");
    group.setAttribute("aria-label", label);
    const legend = element("span", "presentation", label);
    legend.className = "legend";
    legend.setAttribute("aria-hidden", "true");
    group.append(legend, ...options.map((option) => this.option(option)));
    return group;
  }

  option({ text, address }) {
    const option = element("span", "option", text);
    option.id = `q-option-${this.options.length}`;
    option.lang = "de";
    option.setAttribute("aria-selected", "false");
    if (address) option.dataset.address = address;
    this.options.push(option);
    return option;
  }

  close() {
    this.forget();
    this.options = [];
    this.active = -1;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.said.textContent = "";
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  press(event) {
    if (this.list.hidden || event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) this.move(steps[event.key]);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.options[this.active]);
    else return;
    event.preventDefault();
  }

  /* Between the last option and the first one stands the field itself. */
  move(step) {
    const places = this.options.length + 1;
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = ((this.active + 1 + step + places) % places) - 1;
    const option = this.options[this.active];
    if (!option) return this.field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", option.id);
  }

  click(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.choose(option);
  }

  choose(option) {
    const { address } = option.dataset;
    if (!address) this.field.value = option.textContent;
    this.close();
    if (address) location.assign(address);
    else this.field.form.requestSubmit();
  }
}

const field = document.querySelector("#q[data-completions]");
if (field) new Completions(field);
