"""The command line, as it is used from outside."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pypdf
import pytest
from click.testing import CliRunner, Result

from archive.rights import STAFF
from webui.cli import cli
from webui.compose import open_existing

RESULT_KEYS = {"total_passages", "total_documents", "took_ms", "corrected", "facets", "hits"}
HIT_KEYS = {"document", "title", "kind", "meeting", "sites", "topics", "date", "is_sample", "passages"}
PASSAGE_KEYS = {"id", "kind", "page", "heading", "snippet", "score", "url", "is_sample"}
INSPECT_KEYS = {
    "media_type", "title", "language", "status", "outcome", "reason", "pages", "kind", "meeting", "date", "header",
    "sites", "topics", "proposals", "agenda_items", "decisions", "results", "tasks", "method", "personal_data",
}  # fmt: skip


class Terminal:
    """Runs commands on one home."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, *arguments: str | Path) -> Result:
        return CliRunner().invoke(cli, ["--home", str(self.home), *map(str, arguments)])

    def json(self, *arguments: str | Path) -> Any:  # noqa: ANN401 - whatever the command prints
        result = self.run(*arguments, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def lines(self, *arguments: str | Path) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.run(*arguments, "--json").stdout.splitlines()]


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A home with the sample holdings."""
    terminal = Terminal(tmp_path_factory.mktemp("samples") / "home")
    result = terminal.run("samples", "add")
    assert result.exit_code == 0, result.output
    return terminal


@pytest.fixture
def fresh(home_folder: Path) -> Terminal:
    """A home with nothing in it."""
    return Terminal(home_folder)


@pytest.fixture
def sack(tmp_path: Path) -> Path:
    """A folder with every kind of bad file, and one good one."""
    folder = tmp_path / "sack"
    folder.mkdir()
    (folder / "gut.txt").write_text("Die Nadelmethode zeigt Lieblingsorte.", encoding="utf-8")
    (folder / "kopie.txt").write_text("Die Nadelmethode zeigt Lieblingsorte.", encoding="utf-8")
    (folder / "kaputt.pdf").write_bytes(b"%PDF-1.7\nnichts")
    (folder / "leer.pdf").write_bytes(b"")
    (folder / "programm.docx").write_bytes(b"\x7fELF" + bytes(100))
    (folder / "in-wahrheit-text.pdf").write_text("Dies ist ein Protokoll und kein PDF.", encoding="utf-8")
    (folder / "~$gut.docx").write_bytes(b"x")
    _locked(folder / "gesperrt.pdf")
    _without_pages(folder / "ohne-seiten.pdf")
    _bomb(folder / "bombe.docx")
    with zipfile.ZipFile(folder / "paket.zip", "w") as pack:
        pack.writestr("drinnen.txt", "Zukunftswerkstatt im Quartier")
        pack.writestr("leer.txt", "")
    zipfile.ZipFile(folder / "nichts.zip", "w").close()
    with zipfile.ZipFile(folder / "boese.zip", "w") as pack:
        pack.writestr("../draussen.txt", "x")
    return folder


def _locked(path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim")
    writer.write(path)


def _without_pages(path: Path) -> None:
    pypdf.PdfWriter().write(path)


def _bomb(path: Path) -> None:
    """Write a DOCX whose text unpacks to a hundred million letters."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as docx:
        docx.writestr("[Content_Types].xml", "<Types/>")
        docx.writestr("word/document.xml", b"<a>" + b"x" * 100_000_000 + b"</a>")


def test_every_file_ends_in_a_status_with_a_reason(fresh: Terminal, sack: Path) -> None:
    result = fresh.run("ingest", sack, "--json")
    lines = {line["file"]: line for line in map(json.loads, result.stdout.splitlines())}
    assert {name: line["status"] for name, line in lines.items()} == {
        "gut.txt": "held",
        "kopie.txt": "duplicate",
        "kaputt.pdf": "without_text",
        "leer.pdf": "refused",
        "programm.docx": "refused",
        "in-wahrheit-text.pdf": "held",
        "gesperrt.pdf": "without_text",
        "ohne-seiten.pdf": "without_text",
        "bombe.docx": "without_text",
        "paket.zip!/drinnen.txt": "held",
        "paket.zip!/leer.txt": "refused",
        "boese.zip": "refused",
        "nichts.zip": "refused",
    }
    assert result.exit_code == 1
    assert all(bool(line["reason"]) == (line["status"] != "held") for line in lines.values())
    assert all(bool(line["document"]) == (line["status"] != "refused") for line in lines.values())
    assert "Passwort" in lines["gesperrt.pdf"]["reason"]
    assert fresh.json("search", "lieblingsorte")["total_documents"] == 1
    assert fresh.json("search", "zukunftswerkstatt")["total_documents"] == 1


@pytest.mark.parametrize("members", [(), ("Ordner/",), ("__MACOSX/._a.txt", ".DS_Store")])
def test_a_pack_with_nothing_in_it_is_refused(fresh: Terminal, tmp_path: Path, members: tuple[str, ...]) -> None:
    with zipfile.ZipFile(tmp_path / "nichts.zip", "w") as pack:
        for name in members:
            pack.writestr(name, b"")
    result = fresh.run("ingest", tmp_path / "nichts.zip")
    assert result.exit_code == 1
    assert result.stdout.startswith("nichts.zip: abgelehnt – Diese ZIP-Datei ist leer. ")
    assert result.stderr == ""


def test_a_second_ingest_takes_nothing_twice(fresh: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Ein Fest", encoding="utf-8")
    assert [line["status"] for line in fresh.lines("ingest", tmp_path / "a.md")] == ["held"]
    assert [line["status"] for line in fresh.lines("ingest", tmp_path / "a.md")] == ["duplicate"]


def test_graffiti_in_hamburg_is_answered_first(terminal: Terminal) -> None:
    found = terminal.json("search", "graffiti hamburg")
    assert found.keys() >= RESULT_KEYS
    hits = found["hits"][:3]
    assert all(hit.keys() >= HIT_KEYS for hit in hits)
    passages = [passage for hit in hits for passage in hit["passages"]]
    assert all(passage.keys() >= PASSAGE_KEYS for passage in passages)
    assert any(hit["meeting"] and hit["meeting"]["place"].startswith("Hamburg") for hit in hits)
    assert all(passage["page"] >= 1 for passage in passages)


@pytest.mark.parametrize(
    ("options", "facet", "value"),
    [
        (("--site", "HH"), "sites", "Hamburg"),
        (("--site", "hamburg"), "sites", "Hamburg"),
        (("--topic", "Kultur"), "topics", "Kultur"),
        (("--kind", "Methodenpapier"), "kind", "Methodenpapier"),
        (("--kind", "programm"), "kind", "Tagesordnung/Programm"),
    ],
)
def test_filters_take_labels_and_aliases(terminal: Terminal, options: tuple[str, str], facet: str, value: str) -> None:
    hits = terminal.json("search", "", *options, "--limit", "50")["hits"]
    assert hits
    assert all(value in hit[facet] for hit in hits)


def test_the_meeting_filter(terminal: Terminal) -> None:
    hits = terminal.json("search", "", "--meeting", "standorttreffen-hamburg-2019")["hits"]
    assert {hit["meeting"]["title"] for hit in hits} == {"Standorttreffen Hamburg 2019"}


def test_filters_of_several_facets_are_wanted_together(terminal: Terminal) -> None:
    found = terminal.json("search", "", "--year", "2018..2019", "--passage-kind", "Beschluss", "--sort", "oldest")
    dates = [hit["date"] for hit in found["hits"]]
    assert dates == sorted(dates)
    assert all("2018" <= date[:4] <= "2019" for date in dates)
    assert {passage["kind"] for hit in found["hits"] for passage in hit["passages"]} == {"Beschluss"}


def test_every_sample_says_that_it_is_one(terminal: Terminal) -> None:
    hits = terminal.json("search", "", "--limit", "100")["hits"]
    assert len(hits) > 40
    assert all(hit["is_sample"] and all(each["is_sample"] for each in hit["passages"]) for hit in hits)


def test_drafts_and_papers_of_the_coordination_are_not_found(terminal: Terminal) -> None:
    with open_existing(terminal.home) as holdings:
        hidden = {each.code for each in holdings.archive.descriptions() if not STAFF.may_see(each.visibility)}
    found = {hit["document"] for hit in terminal.json("search", "", "--limit", "100")["hits"]}
    assert hidden
    assert not hidden & found


@pytest.mark.parametrize("query", ["x" * 10_000, '"', "*", "AND", "@", "", "-", "(", '"" OR *', "\x00", "😀"])
def test_no_query_breaks_the_search(terminal: Terminal, query: str) -> None:
    assert terminal.json("search", query).keys() >= RESULT_KEYS


@pytest.mark.parametrize("year", ["neunzehn", "2018..2020..2022", "20191"])
def test_a_year_that_is_none_is_wrong_use(terminal: Terminal, year: str) -> None:
    result = terminal.run("search", "fest", "--year", year)
    assert result.exit_code == 2
    assert "kein Jahr" in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--site", "Atlantis"), ["Standort „Atlantis“: Dazu gibt es kein Dokument.", "Es gibt:", "Gotha"]),
        (("--site", "Hmburg"), ["Standort „Hmburg“", "Meinten Sie: Hamburg."]),
        (("--passage-kind", "Beschlüß"), ["Abschnittsart „Beschlüß“", "Beschluss"]),
    ],
)
def test_a_filter_that_nothing_has_is_wrong_use(terminal: Terminal, options: tuple[str, str], said: list[str]) -> None:
    result = terminal.run("search", "graffiti", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(part in result.stderr for part in said), result.stderr


def test_words_that_stand_in_no_document_are_said(terminal: Terminal) -> None:
    result = terminal.run("search", "xqzvbt")
    assert (result.exit_code, result.stdout) == (0, "0 Treffer in 0 Dokumenten\n")
    assert "Dieses Wort steht in keinem Dokument: „xqzvbt“. Prüfen Sie die Schreibweise" in result.stderr
    both = terminal.run("search", "xqzvbt wrtzlpf graffiti", "--json")
    assert json.loads(both.stdout).keys() >= RESULT_KEYS
    assert "Diese Wörter stehen in keinem Dokument: „xqzvbt“, „wrtzlpf“." in both.stderr
    assert terminal.run("search", "graffiti").stderr == ""


def test_hits_are_told_in_words_too(terminal: Terminal) -> None:
    result = terminal.run("search", "grafitti prävenzion")
    assert "Treffer in" in result.stdout
    assert "Gesucht wurde nach „graffiti prävention“." in result.stdout
    assert "Beispiel" in result.stdout


def test_inspect_says_everything_and_takes_nothing_in(fresh: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "protokoll.txt"
    path.write_text("Protokoll\n\nTOP 1 Wand\n\nBeschluss: Die Wand wird bunt.\n\n→ Gotha malt.\n", encoding="utf-8")
    record = fresh.json("inspect", path)
    assert record.keys() >= INSPECT_KEYS
    assert [item["number"] for item in record["agenda_items"]] == ["1"]
    assert [(item["text"], item["page"], item["agenda_item"]) for item in record["decisions"]] == [
        ("Die Wand wird bunt.", 1, "1")
    ]
    assert [item["what"] for item in record["tasks"]] == ["Gotha malt."]
    assert not fresh.home.exists()


@pytest.mark.parametrize(
    ("file", "outcome", "reason"),
    [
        ("leer.pdf", "no_text", "Die Datei ist leer."),
        ("programm.docx", "unsupported", "Dieses Dateiformat nimmt das Archiv nicht auf."),
        ("paket.zip", "unsupported", "„inspect“ liest einzelne Dateien, keine ZIP-Dateien. Entpacken Sie"),
    ],
)
def test_inspect_refuses_what_the_archive_would_refuse(
    fresh: Terminal, sack: Path, file: str, outcome: str, reason: str
) -> None:
    result = fresh.run("inspect", sack / file, "--json")
    record = json.loads(result.stdout)
    assert result.exit_code == 1
    assert record.keys() >= INSPECT_KEYS
    assert (record["status"], record["outcome"], record["pages"]) == ("refused", outcome, [])
    assert record["reason"].startswith(reason)
    assert record["reason"] in result.stderr
    in_words = fresh.run("inspect", sack / file)
    assert (in_words.exit_code, in_words.stdout) == (1, "")
    assert reason in in_words.stderr


def test_inspect_tells_in_words_what_it_found_and_nothing_twice(fresh: Terminal, sack: Path, tmp_path: Path) -> None:
    path = tmp_path / "protokoll.txt"
    path.write_text(
        "Protokoll\n\n→ Projektleitung Potsdam holt Angebote ein bis 30.04.2020.\n\nAufgabe: Plakate drucken\n",
        encoding="utf-8",
    )
    lines = fresh.run("inspect", path).stdout.splitlines()
    assert lines[0] == "Protokoll (Text, 1 Seite)"
    assert "Aufgabe, Seite 1: Projektleitung Potsdam holt Angebote ein bis 30.04.2020." in lines
    assert fresh.json("inspect", sack / "gesperrt.pdf")["reason"].startswith("Dieses Dokument ist mit einem Passwort")
    assert "(PDF, ohne lesbare Seiten)" in fresh.run("inspect", sack / "gesperrt.pdf").stdout


def test_check_finds_what_is_missing_and_what_is_altered(fresh: Terminal, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Text {name}", encoding="utf-8")
        fresh.run("ingest", tmp_path / f"{name}.txt")
    report = fresh.json("check")
    assert (report["documents"], report["missing"], report["altered"], report["not_indexed"]) == (3, [], [], [])
    files = sorted(path for path in (fresh.home / "store").rglob("*") if path.is_file())
    files[0].unlink()
    files[1].chmod(0o600)
    files[1].write_bytes(b"x")
    result = fresh.run("check", "--json")
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [each["checksum"] for each in report["missing"]] == [files[0].name]
    assert [each["checksum"] for each in report["altered"]] == [files[1].name]
    assert "letzten Sicherung" in fresh.run("check").stdout


def test_reindex_answers_as_before(fresh: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Die Nadelmethode", encoding="utf-8")
    fresh.run("ingest", tmp_path / "a.txt")
    before = fresh.json("search", "nadelmethode")["hits"]
    result = fresh.run("reindex")
    assert result.exit_code == 0, result.output
    assert fresh.json("search", "nadelmethode")["hits"] == before


def test_folders_give_their_own_files_only(fresh: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "ordner"
    (folder / ".versteckt").mkdir(parents=True)
    (tmp_path / "fremd.txt").write_text("fremd", encoding="utf-8")
    (folder / "a.txt").write_text("eigen", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "fremd.txt")
    (folder / ".versteckt" / "b.txt").write_text("versteckt", encoding="utf-8")
    assert [line["file"] for line in fresh.lines("ingest", folder)] == ["a.txt"]


def test_a_missing_file_stops_nothing(fresh: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ein Fest", encoding="utf-8")
    result = fresh.run("ingest", tmp_path / "fehlt.txt", tmp_path / "a.txt", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["file"], line["status"]) for line in lines] == [("fehlt.txt", "refused"), ("a.txt", "held")]
    assert "gibt es nicht" in lines[0]["reason"]
    assert result.exit_code == 1


def test_each_file_has_one_line_whatever_its_name(fresh: Terminal, tmp_path: Path) -> None:
    name = "Über\nuns\x1b[31m\u202e\u2028.txt"
    (tmp_path / name).write_bytes(b"")
    result = fresh.run("ingest", tmp_path / name)
    assert len(result.stdout.splitlines()) == 1
    assert result.stdout.startswith("Über\\nuns\\x1b[31m\\u202e\\u2028.txt: abgelehnt – Die Datei ist leer.")
    (line, rest) = fresh.run("ingest", tmp_path / name, "--json").stdout.split("\n")
    assert (json.loads(line)["file"], rest) == (name, "")


def test_nothing_to_take_in_is_said(fresh: Terminal, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    result = fresh.run("ingest", tmp_path / "leer")
    assert (result.exit_code, "keine Dateien" in result.stderr) == (1, True)


@pytest.mark.parametrize("command", [("search", "x"), ("check",), ("reindex",)])
def test_a_mistyped_home_is_not_created(fresh: Terminal, command: tuple[str, ...]) -> None:
    result = fresh.run(*command)
    assert (result.exit_code, "ist kein Archiv" in result.stderr, fresh.home.exists()) == (1, True, False)


def test_samples_can_be_removed_without_touching_real_documents(fresh: Terminal, tmp_path: Path) -> None:
    fresh.run("samples", "add")
    (tmp_path / "a.txt").write_text("Die Nadelmethode in Graffitihausen", encoding="utf-8")
    (own,) = fresh.lines("ingest", tmp_path / "a.txt")
    assert fresh.run("samples", "remove").exit_code == 0
    assert [hit["document"] for hit in fresh.json("search", "", "--limit", "100")["hits"]] == [own["document"]]
    assert fresh.json("check")["files"] == 1


def test_a_home_that_cannot_be_written_ends_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    result = Terminal(tmp_path / "file" / "home").run("samples", "add")
    assert result.exit_code == 1
    assert "Bitte wählen Sie mit --home einen Ordner" in result.stderr
