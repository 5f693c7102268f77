"use strict";

/*
 * Finds passages. `wissensarchiv` tells in which script of a table a row lies; the scripts are loaded as they are needed
 * and hand their rows over by calling `nimm`.
 *
 *   woerter    key of a word → alternatives, each of them terms that have to stand together
 *   begriffe   term → passages: how much further each is than the one before, and the score of the term there
 *   stellen    number of a passage → its id, page, heading, kind and text; the first of a document is the document itself
 *   dokumente  number of a document → title, address, origin, and whether it is a sample
 *   umfang     how many passages each document has
 */

const geladen = new Map();
const wartend = new Map();

function nimm(tabelle, nummer, inhalt) {
  geladen.set(`${tabelle}-${nummer}`, inhalt);
}

/* Loads a script of a table, once; one that is missing is told of by whoever asked. */
function teil(tabelle, nummer) {
  const name = `${tabelle}-${nummer}`;
  if (!wartend.has(name)) {
    wartend.set(
      name,
      new Promise((fertig, fehlt) => {
        const script = document.createElement("script");
        script.src = `daten/${name}.js`;
        script.onload = () => fertig(geladen.get(name));
        script.onerror = () => fehlt(new Error(name));
        document.head.append(script);
      }),
    );
  }
  return wartend.get(name);
}

/* The last place in a rising list whose value is not beyond a wanted one, or -1. */
function stelleIn(liste, gesucht) {
  let [unten, oben] = [0, liste.length];
  while (unten < oben) {
    const mitte = (unten + oben) >> 1;
    if (liste[mitte] <= gesucht) unten = mitte + 1;
    else oben = mitte;
  }
  return unten - 1;
}

async function zeile(tabelle, schluessel) {
  const nummer = stelleIn(wissensarchiv[tabelle], schluessel);
  if (nummer < 0) return undefined;
  const inhalt = await teil(tabelle, nummer);
  if (Array.isArray(inhalt)) return inhalt[schluessel - wissensarchiv[tabelle][nummer]];
  return Object.hasOwn(inhalt, schluessel) ? inhalt[schluessel] : undefined;
}

/* All known words that begin so. */
async function beginnend(anfang) {
  const erster = Math.max(0, stelleIn(wissensarchiv.woerter, anfang));
  const letzter = stelleIn(wissensarchiv.woerter, `${anfang}\uffff`);
  const gefunden = [];
  for (let nummer = erster; nummer <= letzter; nummer += 1) {
    const inhalt = await teil("woerter", nummer);
    gefunden.push(...Object.keys(inhalt).filter((wort) => wort.startsWith(anfang)));
  }
  return gefunden;
}

/* What a word asks for: itself, or what is known and nearest to it. */
async function gemeint(wort) {
  const eigene = await zeile("woerter", wort);
  if (eigene) return { alternativen: eigene };
  for (const kuerzer of ohneEndungen(wort)) {
    const bekannt = await zeile("woerter", kuerzer);
    if (bekannt?.length) return { alternativen: bekannt };
  }
  for (const [vorn, hinten] of zerlegungen(wort)) {
    const beide = [await zeile("woerter", vorn), await zeile("woerter", hinten)];
    if (beide.every((each) => each?.length)) return { alternativen: [beide.map((each) => each[0]).flat()] };
  }
  const laenger = wort.length >= 3 ? (await beginnend(wort)).slice(0, 20) : [];
  if (laenger.length) return { alternativen: await alternativenVon(laenger) };
  return aehnlich(wort);
}

async function alternativenVon(woerter) {
  return (await Promise.all(woerter.map((wort) => zeile("woerter", wort)))).flat();
}

/* Known words that are spelt alike, those that are nearest; two mistakes in a long word, one in a short one. */
async function aehnlich(wort) {
  const hoechstens = wort.length >= 8 ? 2 : wort.length >= 4 ? 1 : 0;
  if (!hoechstens) return { alternativen: [] };
  const nahe = (await beginnend(wort.slice(0, 1)))
    .map((anderes) => [abstand(wort, anderes, hoechstens), anderes])
    .filter(([weite]) => weite <= hoechstens);
  const naechste = Math.min(...nahe.map(([weite]) => weite));
  const woerter = nahe.filter(([weite]) => weite === naechste).map(([, anderes]) => anderes);
  return { alternativen: await alternativenVon(woerter), statt: woerter };
}

/* Passage → score of a term. */
async function vorkommen(begriff) {
  const paare = (await zeile("begriffe", begriff)) ?? [];
  const gefunden = new Map();
  let nummer = 0;
  for (let i = 0; i < paare.length; i += 2) {
    nummer += paare[i];
    gefunden.set(nummer, paare[i + 1]);
  }
  return gefunden;
}

/* Parts of a compound that stand apart say it less surely than the word itself. */
const ZUSAMMEN = 0.7;

/* What the document is about says less than what a passage says. */
const UEBER = 0.8;

/* Passage → the best score of a word's alternatives; terms of one alternative may stand in the passage or its document. */
async function treffer(alternativen) {
  const beste = new Map();
  for (const begriffe of alternativen) {
    const karten = await Promise.all(begriffe.map(vorkommen));
    for (const nummer of new Set(karten.flatMap((karte) => [...karte.keys()]))) {
      const eigene = karten.map((karte) => karte.get(nummer) ?? (karte.get(erste(nummer)) ?? 0) * UEBER);
      if (eigene.includes(0)) continue;
      const summe = eigene.reduce((eins, zwei) => eins + zwei, 0) * (begriffe.length > 1 ? ZUSAMMEN : 1);
      if (summe > (beste.get(nummer) ?? 0)) beste.set(nummer, summe);
    }
  }
  return beste;
}

let anfaenge;

/* The number of the document a passage belongs to. */
function dokumentVon(nummer) {
  if (!anfaenge) {
    let summe = 0;
    anfaenge = wissensarchiv.umfang.map((umfang) => (summe += umfang) - umfang);
  }
  return stelleIn(anfaenge, nummer);
}

function erste(nummer) {
  const dokument = dokumentVon(nummer);
  return anfaenge[dokument];
}

/* A passage that says few of the words comes after those that say more of them. */
const ALLE = 2;

/* Other passages of a document speak for it, too. */
const WEITERE = 0.15;

/*
 * Searches, and returns the documents found, the best first:
 *   { dokument, stellen: [numbers of passages, the best first], punkte }
 * beside the words that were taken for others: { wort, statt }.
 */
async function suche(anfrage) {
  const gelesen = [];
  for (const wort of woerterVon(anfrage)) {
    const ganz = await gemeint(schluessel(wort));
    const stuecke = wort.split("-").map(schluessel).filter(Boolean);
    const getrennt = (ganz.statt || !ganz.alternativen.length) && stuecke.length > 1;
    const bedeutungen = getrennt ? await Promise.all(stuecke.map(gemeint)) : [ganz];
    gelesen.push(...bedeutungen.map((bedeutung) => ({ wort, ...bedeutung })));
  }
  /* Words that are known and ask for nothing are words like "und". */
  const gefragt = gelesen.filter((each) => each.alternativen.length || each.statt);
  const karten = await Promise.all(gefragt.map((each) => treffer(each.alternativen)));
  return { dokumente: geordnet(karten), statt: gefragt.filter((each) => each.statt?.length) };
}

function geordnet(karten) {
  const dokumente = new Map();
  for (const nummer of new Set(karten.flatMap((karte) => [...karte.keys()]))) {
    const dokument = dokumentVon(nummer);
    if (!dokumente.has(dokument)) dokumente.set(dokument, []);
    dokumente.get(dokument).push(nummer);
  }
  return [...dokumente]
    .map(([dokument, nummern]) => bewertet(dokument, nummern, karten))
    .sort((eins, zwei) => zwei.punkte - eins.punkte || eins.dokument - zwei.dokument);
}

function bewertet(dokument, nummern, karten) {
  const kopf = anfaenge[dokument];
  const punkteVon = (nummer) => {
    const einzeln = karten.map((karte) => Math.max(karte.get(nummer) ?? 0, (karte.get(kopf) ?? 0) * UEBER));
    const anteil = einzeln.filter(Boolean).length / karten.length;
    return einzeln.reduce((eins, zwei) => eins + zwei, 0) * anteil ** ALLE;
  };
  const stellen = nummern
    .map((nummer) => [nummer, punkteVon(nummer)])
    .sort((eins, zwei) => zwei[1] - eins[1] || eins[0] - zwei[0]);
  const gesagt = karten.filter((karte) => nummern.some((nummer) => karte.has(nummer))).length / karten.length;
  const weitere = stellen.slice(1, 4).reduce((summe, [, punkte]) => summe + punkte, 0);
  return {
    dokument,
    stellen: stellen.map(([nummer]) => nummer).filter((nummer) => nummer !== kopf),
    punkte: (stellen[0][1] + WEITERE * weitere) * gesagt,
  };
}
