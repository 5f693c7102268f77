"use strict";

/* Shows what a search finds. The query stands in the address, so that a result can be kept and gone back to. */

/* Documents shown at first and with each wish for more, and passages of each. */
const AUF_EINMAL = 10;
const STELLEN = 3;

/* Letters shown of a passage. */
const AUSSCHNITT = 320;

const stand = document.getElementById("stand");
const liste = document.getElementById("treffer");

function element(name, eigenschaften = {}, ...kinder) {
  const neu = Object.assign(document.createElement(name), eigenschaften);
  neu.append(...kinder);
  return neu;
}

/* Puts values in the place of the signs {}. */
function satz(muster, ...werte) {
  return werte.reduce((text, wert) => text.replace("{}", () => wert), muster);
}

/* A word of a text is marked if it and a word that was asked for begin alike, or if one is a part of the other. */
function istGemeint(wort, gefragt) {
  return gefragt.some((each) => {
    const laenge = Math.max(4, Math.min(each.length, wort.length) - 2);
    if (each.length < 4) return wort === each;
    return wort.startsWith(each.slice(0, laenge)) || wort.includes(each);
  });
}

/* The stretch of a text around the first word that was asked for, those words marked. */
function ausschnitt(text, gefragt) {
  const woerter = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter((wort) => istGemeint(schluessel(wort[0]), gefragt));
  const mitte = woerter.length ? woerter[0].index : 0;
  let anfang = Math.max(0, mitte - AUSSCHNITT / 3);
  if (anfang) anfang = text.indexOf(" ", anfang) + 1;
  const ende = anfang + AUSSCHNITT < text.length ? text.lastIndexOf(" ", anfang + AUSSCHNITT) : text.length;
  const absatz = element("p", {}, anfang ? "… " : "");
  let bis = anfang;
  for (const wort of woerter.filter((each) => each.index >= anfang && each.index + each[0].length <= ende)) {
    absatz.append(text.slice(bis, wort.index), element("mark", {}, wort[0]));
    bis = wort.index + wort[0].length;
  }
  absatz.append(text.slice(bis, ende), ende < text.length ? " …" : "");
  return absatz;
}

function stelle([id, seite, ueberschrift, art, text], adresse, titel, gefragt) {
  const ort = [satz(liste.dataset.seite, seite), ueberschrift].filter(Boolean).join(" · ");
  const zeichen = element("span", { className: "kind" }, art);
  zeichen.dataset.kind = art;
  const weg = element("a", { href: `${adresse}#${id}` }, liste.dataset.zeigen);
  weg.setAttribute("aria-label", `${liste.dataset.zeigen}: ${titel}, ${satz(liste.dataset.seite, seite)}`);
  return element("li", {}, element("div", { className: "where" }, zeichen, " ", ort), ausschnitt(text, gefragt), weg);
}

async function artikel(gefunden, gefragt) {
  const [titel, adresse, herkunft, istBeispiel] = await zeile("dokumente", gefunden.dokument);
  const beste = await Promise.all(gefunden.stellen.slice(0, STELLEN).map((nummer) => zeile("stellen", nummer)));
  const kopf = element("h2", {}, element("a", { href: adresse }, titel));
  const angaben = element("p", { className: "meta" }, herkunft);
  if (istBeispiel) angaben.prepend(element("span", { className: "sample" }, liste.dataset.beispiel), " ");
  const stellen = beste.map((each) => stelle(each, adresse, titel, gefragt));
  return element("article", { className: "hit" }, kopf, angaben, element("ul", { className: "found" }, ...stellen));
}

/* Shows the next documents, and a button for those after them; whoever pressed it goes on with the first of the new. */
async function zeige(dokumente, gefragt, ab) {
  const neue = await Promise.all(dokumente.slice(ab, ab + AUF_EINMAL).map((each) => artikel(each, gefragt)));
  liste.append(...neue);
  if (ab) neue[0]?.querySelector("a").focus();
  if (dokumente.length > ab + AUF_EINMAL) {
    const mehr = element("button", { type: "button", className: "quiet" }, liste.dataset.mehr);
    mehr.addEventListener("click", () => {
      mehr.remove();
      melde(zeige(dokumente, gefragt, ab + AUF_EINMAL));
    });
    liste.append(mehr);
  }
}

async function antworte(anfrage) {
  const { dokumente, statt } = await suche(anfrage);
  const anzahl = dokumente.reduce((summe, each) => summe + each.stellen.length, 0);
  const muster = dokumente.length === 1 ? stand.dataset.einer : stand.dataset.treffer;
  const gesagt = dokumente.length ? satz(muster, anzahl, dokumente.length) : satz(stand.dataset.leer, anfrage);
  const andere = statt.flatMap((each) => each.statt);
  await zeige(dokumente, [...woerterVon(anfrage).flatMap(mitTeilen), ...andere], 0);
  stand.textContent = andere.length ? `${gesagt} (${satz(stand.dataset.aehnlich, andere.join(", "))})` : gesagt;
}

function mitTeilen(wort) {
  return [wort, ...wort.split("-")].map(schluessel).filter(Boolean);
}

/* Says so where a file of the index is missing: what is shown then is not all. */
function melde(arbeit) {
  arbeit.catch(() => {
    stand.textContent = stand.dataset.fehler;
  });
}

/* Whoever reads this has scripts. */
document.getElementById("ohne-suche").hidden = true;

const anfrage = (new URLSearchParams(location.search).get("q") ?? "").trim();
if (anfrage) {
  document.getElementById("q").value = anfrage;
  document.getElementById("ueberblick").hidden = true;
  document.title = `${anfrage} – ${document.title}`;
  melde(antworte(anfrage));
}
