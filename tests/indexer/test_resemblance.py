"""Which documents a draft may be a version of, over real files."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import docx
import pytest

from archive.archive import Archive, Submission
from archive.home import Home
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility
from indexer.extraction.isolation import Extractor
from indexer.index.texts import Texts
from indexer.resemblance import Resemblances

DRAFT = Details(visibility=Visibility.DRAFT)
LINES = [
    "Protokoll des Regionaltreffens",
    *(f"Zum Punkt {name} berichten die Standorte, was im Quartier gelungen ist und woran {name} noch hängt."
      for name in ("Werkstatt", "Nachbarschaftsfest", "Garten", "Lernhilfe", "Jugendrat", "Graffiti", "Sprache")),
]  # fmt: skip
#: So long that a changed word is less than one in a hundred.
LONG = [
    *LINES,
    "Es hängt noch an vielem, was im Winter bedacht wird.",
    *(f"Aus {each} kommt dazu ein Beispiel mit vielen Bildern." for each in "abcdefgh"),
]


@dataclass(frozen=True)
class Shelf:
    """An archive whose files are read as soon as they are taken in."""

    archive: Archive
    texts: Texts
    extractor: Extractor
    folder: Path

    def put(self, path: Path, details: Details = DRAFT) -> str:
        receipt = self.archive.take_in(Submission(path, path.name, details))
        described = self.archive.describe(receipt.code)
        self.texts.keep_reading(
            described.checksum, self.extractor.read(self.archive.path(described.checksum), described.media_type)
        )
        return receipt.code

    def write(self, lines: list[str], name: str, details: Details = DRAFT) -> str:
        path = self.folder / name
        if path.suffix == ".docx":
            document = docx.Document()
            for line in lines:
                document.add_paragraph(line)
            document.save(str(path))
        else:
            path.write_text("\n\n".join(lines), encoding="utf-8")
        return self.put(path, details)

    def likely(self, code: str) -> dict[str, float]:
        described = self.archive.describe(code)
        among = Resemblances.among(self.archive, self.texts, [described])
        return {each.document: each.share for each in among.likely(described)}


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    archive, texts = Archive.open(Home(tmp_path / "home")), Texts(tmp_path / "texts.sqlite")
    with Extractor() as extractor:
        yield Shelf(archive, texts, extractor, tmp_path)
    texts.close()
    archive.close()


def of(day: date, kind: DocumentKind = DocumentKind.PROTOKOLL, meeting: str = "", title: str = "Treffen") -> Details:
    known = DocumentDate(day, day, DatePrecision.DAY, DateSource.TEXT)
    return Details(title=title, kind=kind, date=known, meeting=meeting, visibility=Visibility.DRAFT)


def test_the_same_text_in_another_format_is_found_by_the_later_only(shelf: Shelf) -> None:
    first, later = shelf.write(LINES, "a.txt"), shelf.write(LINES, "b.docx")
    assert shelf.likely(later) == {first: 1.0}
    assert shelf.likely(first) == {}


def test_a_few_changed_words_leave_a_version_and_another_end_does_not(shelf: Shelf) -> None:
    held = shelf.write(LINES, "a.docx")
    edited = shelf.write([*LINES[:-1], LINES[-1].replace("noch hängt", "jetzt nicht mehr scheitert")], "b.docx")
    other = shelf.write([*LINES[:4], *(f"Ganz anderes steht hier über {each}." * 3 for each in "abcd")], "c.docx")
    assert 0.94 < shelf.likely(edited)[held] < 0.99
    assert shelf.likely(other) == {}


def test_a_draft_of_an_earlier_version_is_found_though_the_newest_says_other_things(shelf: Shelf) -> None:
    held = shelf.write(LINES, "a.txt", Details())
    shelf.write(
        ["Ganz neu", *(f"Hier steht nun Neues über {name}." for name in "abcdefgh")], "b.txt", Details(version_of=held)
    )
    assert shelf.likely(shelf.write(LINES, "c.docx")) == {held: 1.0}


@pytest.mark.parametrize(
    ("earlier", "later", "is_likely"),
    [
        (of(date(2019, 4, 3)), of(date(2019, 4, 3)), True),
        (of(date(2019, 4, 3)), of(date(2020, 4, 3)), False),
        (of(date(2019, 4, 3), meeting="standorttreffen-hamburg-2019"), of(date(2019, 4, 3)), True),
        # The next edition of a method replaces the last; next year's report does not.
        (of(date(2018, 1, 1), DocumentKind.METHODENPAPIER), of(date(2020, 1, 1), DocumentKind.METHODENPAPIER), True),
        (of(date(2018, 1, 1), DocumentKind.BERICHT), of(date(2020, 1, 1), DocumentKind.BERICHT), False),
        (replace(DRAFT, title="Bericht 2018"), replace(DRAFT, title="Bericht 2019"), False),
        (replace(DRAFT, title="Bericht"), replace(DRAFT, title="Bericht 2019"), True),
    ],
)  # fmt: skip
def test_what_is_of_another_occasion_is_no_version(
    shelf: Shelf, earlier: Details, later: Details, is_likely: object
) -> None:
    held = shelf.write(LINES, "a.txt", earlier)
    draft = shelf.write([*LINES[:-1], LINES[-1].replace("hängt", "scheitert")], "b.docx", later)
    assert list(shelf.likely(draft)) == ([held] if is_likely else [])


HAMBURG = of(date(2019, 4, 3), meeting="standorttreffen-hamburg-2019")
GOTHA = of(date(2019, 4, 3), meeting="standorttreffen-gotha-2020")
ENTERED = DocumentDate(date(2020, 2, 5), date(2020, 2, 6), DatePrecision.DAY, DateSource.ENTRY)


@pytest.mark.parametrize(
    ("change", "later", "is_likely"),
    [
        # A slip: the text is the same, whatever was entered.
        (("Es hängt", "Es scheitert"), GOTHA, True),
        (("Es hängt", "Es scheitert"), replace(GOTHA, date=ENTERED), True),
        # The text itself names another meeting or another year.
        (("Regionaltreffens", "Treffens Gotha"), GOTHA, False),
        (("Es hängt", "2020 hängt"), GOTHA, False),
        # A date that was read in the text is no slip.
        (("Es hängt", "Es scheitert"), replace(GOTHA, date=replace(ENTERED, source=DateSource.TEXT)), False),
        # What only resembles is told apart by what was entered.
        (("berichten die Standorte", "sprachen die Anwesenden"), GOTHA, False),
    ],
)
def test_another_meeting_that_was_entered_hides_no_text_that_is_practically_the_same(
    shelf: Shelf, change: tuple[str, str], later: Details, is_likely: object
) -> None:
    held = shelf.write(LONG, "a.txt", HAMBURG)
    draft = shelf.write([each.replace(*change) for each in LONG], "b.docx", later)
    assert list(shelf.likely(draft)) == ([held] if is_likely else [])


def test_the_very_same_text_is_found_whatever_its_date(shelf: Shelf) -> None:
    held = shelf.write(LINES, "a.txt", of(date(2019, 4, 3)))
    assert shelf.likely(shelf.write(LINES, "b.docx", of(date(2020, 4, 3)))) == {held: 1.0}


def test_what_was_decided_is_not_asked_again(shelf: Shelf) -> None:
    first, second = (shelf.write(LINES, name) for name in ("a.txt", "b.docx"))
    draft = shelf.write([*LINES, "Ende"], "c.docx")
    described = shelf.archive.describe(draft)
    among = Resemblances.among(shelf.archive, shelf.texts, [described])
    assert {each.document for each in among.undecided(described)} == {first, second}
    shelf.archive.succession.keep_apart(draft, first)
    assert [each.document for each in among.undecided(described)] == [second]


def test_what_has_no_text_resembles_nothing(shelf: Shelf) -> None:
    shelf.write(LINES, "a.txt")
    assert shelf.likely(shelf.write(["Siehe Anlage."], "b.docx")) == {}


def test_where_no_date_is_known_the_year_named_most_often_tells(shelf: Shelf) -> None:
    last = [*LINES, "Im Jahr 2019 fanden nach 2018 wieder drei Feste statt, für 2019 lagen Mittel bereit."]
    held = shelf.write(last, "a.txt")
    assert shelf.likely(shelf.write([each.replace("2019", "2021") for each in last], "b.docx")) == {}
    corrected = shelf.write([each.replace("2018", "2017") for each in last], "c.docx")
    assert held in shelf.likely(corrected)


def test_minutes_of_different_meetings_in_the_sample_holdings_are_no_versions(shelf: Shelf) -> None:
    with as_file(files("documents") / "holdings") as holdings:
        codes = [shelf.put(path) for path in sorted(holdings.glob("protokoll-*"))]
    assert len(codes) > 10
    assert [shelf.likely(code) for code in codes] == [{}] * len(codes)
