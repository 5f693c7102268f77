"use strict";

/* Words as they are typed, and the keys by which they are looked up. No script asks anyone but files beside it. */

/* The key of a word: its letters and digits in lower case, without accents and umlauts; "Muell" and "Müll" have one. */
function schluessel(wort) {
  return wort
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("ae", "a")
    .replaceAll("oe", "o")
    .replaceAll("ue", "u")
    .replaceAll("ß", "ss");
}

/* The words of a query. Words with a hyphen stay together here. */
function woerterVon(anfrage) {
  return (anfrage.normalize("NFC").match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}*:_./'’&-]*/gu) ?? []).filter((wort) => schluessel(wort));
}

/* Endings of inflected words, the longest first: what is left may be known. */
const ENDUNGEN = ["innen", "ungen", "eren", "ern", "en", "er", "es", "em", "in", "e", "n", "s"];

function ohneEndungen(wort) {
  return ENDUNGEN.filter((ende) => wort.endsWith(ende) && wort.length - ende.length >= 4).map((ende) =>
    wort.slice(0, -ende.length),
  );
}

/* The ways to cut a word in two, with what holds compounds together left out: "arbeitsmarkt" → "arbeit", "markt". */
function zerlegungen(wort) {
  const gefunden = [];
  for (let stelle = 4; stelle <= wort.length - 4; stelle += 1) {
    const [vorn, hinten] = [wort.slice(0, stelle), wort.slice(stelle)];
    gefunden.push([vorn, hinten]);
    if (/[sn]$/.test(vorn) && vorn.length > 4) gefunden.push([vorn.slice(0, -1), hinten]);
  }
  return gefunden;
}

/* How many letters have to be changed, added, left out or swapped to make one word of another; more than most is most + 1. */
function abstand(eins, zwei, hoechstens) {
  if (Math.abs(eins.length - zwei.length) > hoechstens) return hoechstens + 1;
  let davor = [];
  let zeile = Array.from({ length: zwei.length + 1 }, (_, stelle) => stelle);
  for (let i = 1; i <= eins.length; i += 1) {
    const neu = [i];
    for (let j = 1; j <= zwei.length; j += 1) {
      const gleich = eins[i - 1] === zwei[j - 1];
      neu[j] = Math.min(zeile[j] + 1, neu[j - 1] + 1, zeile[j - 1] + (gleich ? 0 : 1));
      const getauscht = i > 1 && j > 1 && eins[i - 1] === zwei[j - 2] && eins[i - 2] === zwei[j - 1];
      if (getauscht) neu[j] = Math.min(neu[j], davor[j - 2] + 1);
    }
    [davor, zeile] = [zeile, neu];
  }
  return Math.min(zeile[zwei.length], hoechstens + 1);
}
