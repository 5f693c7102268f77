"""What people read first in a bag: what is in it, and how it is read without this program."""

from archive.handover.extents import Everything, Extent

NAME = "LIESMICH.txt"

_GERMAN = """\
WISSENSARCHIV JMD IM QUARTIER – ÜBERGABE
========================================

(English below.)

In diesem Ordner liegt der Bestand des Wissensarchivs. Sie können alles lesen, ohne
das Programm „Wissensarchiv“ zu besitzen.

{extent_de}

So fangen Sie an
----------------
Öffnen Sie die Datei

    data/seite/index.html

mit einem Doppelklick. Ihr Browser zeigt den Bestand mit Suche, Treffen, Standorten,
Handlungsfeldern, Methoden, Beschlüssen und Aufgaben. Das geht ohne Internet, auch
von einem USB-Stick. Ohne JavaScript können Sie alles lesen; nur die Suche fehlt dann.

Was wo liegt
------------
data/originale/       Die Dateien, wie sie aufgenommen wurden, nach Treffen und Dokumentart.
                      In Klammern steht die Kennung des Dokuments, zum Beispiel D-2026-0042.
data/lesefassungen/   Der Text jedes Dokuments als Seite für den Browser.
data/seite/           Die Seiten mit der Suche.
data/metadaten/       Was über die Dokumente bekannt ist:
    dokumente.csv, dateien.csv, treffen.csv, standorte.csv, beschluesse-und-aufgaben.csv,
    ereignisse.csv    Tabellen für Excel oder LibreOffice (UTF-8, Semikolon).
                      Die Ereignisse sind nach PREMIS benannt.
    dublin-core.xml   Dieselben Angaben für Bibliotheken und Archive (Dublin Core).
    angaben.toml      Angaben des Trägers für Impressum und Datenschutz, wenn es sie gibt.
    katalog/*.json    Der ganze Katalog, eine Datei je Tabelle, eine Zeile je Eintrag
                      (JSON, Zeitpunkte in UTC). Spalten mit „_id“ nennen die Zeile einer
                      anderen Tabelle. Daraus lässt sich das Archiv wieder aufbauen.

Ist alles unverändert?
----------------------
Dieser Ordner ist ein „Bag“ nach BagIt 1.0 (RFC 8493). In manifest-sha256.txt steht zu jeder
Datei ihre Prüfsumme. Jedes BagIt-Programm prüft sie; ohne ein solches Programm genügt unter
Linux „sha256sum -c manifest-sha256.txt“, unter macOS „shasum -a 256 -c manifest-sha256.txt“.

Wieder ein Archiv daraus machen
-------------------------------
    wissensarchiv import ORDNER --home NEUER-ORDNER

Was seit der Übergabe gelöscht werden musste, kommt nicht wieder, wenn Sie eine Liste der
Prüfsummen nennen: --erased LISTE (je Zeile eine SHA-256).

Was nicht dabei ist
-------------------
Konten, Passwörter, Zugangsschlüssel, gespeicherte Suchen, Lernstände, Zugriffsprotokolle und
der Suchindex. Wer im Katalog etwas getan hat, steht dort nur als Zeichenfolge ohne Namen.
Entscheidungen, welche Personenangaben in einem Dokument bleiben, müssen neu getroffen werden.
Beispieldokumente sind erfunden und als Beispiel gekennzeichnet.
"""

_ENGLISH = """\

KNOWLEDGE ARCHIVE JMD IM QUARTIER – HAND-OVER
=============================================

This folder holds the archive's documents. Everything can be read without the program.

{extent_en}

Start by opening data/seite/index.html in a browser: the holdings with a search, offline, from
a USB stick, too. Without JavaScript everything can be read; only the search is missing.

data/originale/       the files as they were taken in, by meeting and kind of document
data/lesefassungen/   the text of each document as a page
data/seite/           the pages with the search
data/metadaten/       what is known of the documents: tables (CSV, UTF-8, semicolons; events named
                      after PREMIS), Dublin Core (XML), and the whole catalogue (katalog/*.json, a
                      file for each table, a line for each row, moments in UTC; a column that ends
                      in "_id" names a row of another table)

The folder is a bag (BagIt 1.0, RFC 8493): manifest-sha256.txt holds the checksum of each file.
"wissensarchiv import FOLDER --home NEW-FOLDER" makes an archive of it again.

Not in it: accounts, passwords, tokens, saved searches, progress, access logs, the search index.
Agents in the catalogue are strings without names. Decisions on which personal data stay in a
document have to be made again. Sample documents are invented and marked so ("Beispiel").
"""

_ALL = (
    """\
Umfang: ALLES, was das Archiv verwahrt, auch Entwürfe und Internes. Geben Sie diesen Ordner
nur an Menschen weiter, die das sehen dürfen.""",
    """\
Extent: EVERYTHING that is held, drafts and internal papers as well. Hand this folder only to
people who may see that.""",
)
_PUBLIC = (
    "Umfang: nur, was ÖFFENTLICH ist, und von jedem Dokument nur die aktuelle Fassung.",
    "Extent: only what is PUBLIC, and of each document only its current version.",
)


def readme(extent: Extent) -> str:
    """Return the text for a bag of an extent: German first, then English."""
    german, english = _ALL if extent.label == Everything.label else _PUBLIC
    return _GERMAN.format(extent_de=german) + _ENGLISH.format(extent_en=english)
