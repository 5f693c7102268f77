"""Facts put into words."""

from datetime import date

import pytest

from archive.errors import (
    ArchiveError,
    EmptyFileError,
    PackFault,
    RefusalError,
    TooLargeError,
    UnsafePackError,
    UnsupportedFormatError,
)
from archive.values import DatePrecision, DateSource, DocumentDate, DocumentKind
from indexer.extraction.pages import Outcome
from indexer.search.request import FACETS, Sort
from indexer.structure.kinds import PassageKind
from webui import wording
from webui.i18n import days
from webui.refusals import refusal


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 Byte"), (940, "940 Byte"), (312_400, "312 KB"), (1_234_567, "1,2 MB"), (50_000_000, "50 MB")],
)
def test_sizes_read_as_people_say_them(size: int, words: str) -> None:
    assert wording.file_size(size) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2019, 4, 3), date(2019, 4, 3), "3. April 2019"),
        (date(2019, 4, 3), date(2019, 4, 4), "3.–4. April 2019"),
        (date(2019, 4, 30), date(2019, 5, 1), "30. April – 1. Mai 2019"),
        (date(2019, 12, 30), date(2020, 1, 2), "30. Dezember 2019 – 2. Januar 2020"),
    ],
)
def test_ranges_of_days_are_written_out(start: date, end: date, words: str) -> None:
    assert days(start, end) == words


@pytest.mark.parametrize(
    ("precision", "words"),
    [(DatePrecision.DAY, "3. April 2019"), (DatePrecision.MONTH, "April 2019"), (DatePrecision.YEAR, "2019")],
)
def test_a_date_is_told_no_more_exactly_than_it_is_known(precision: DatePrecision, words: str) -> None:
    day = date(2019, 4, 3)
    assert wording.document_date(DocumentDate(day, day, precision, DateSource.TEXT)) == words


@pytest.mark.parametrize(("value", "words"), [("2018", "2018"), ("2018-03", "03/2018"), ("2018-03-01", "01.03.2018")])
def test_partial_dates_stay_partial(value: str, words: str) -> None:
    assert wording.partial_date(value) == words


@pytest.mark.parametrize(
    ("media_type", "words"),
    [("application/pdf", "PDF"), ("text/plain", "Text"), ("application/x-msdownload", "Datei")],
)
def test_formats_have_names_people_know(media_type: str, words: str) -> None:
    assert wording.file_kind(media_type) == words


def test_every_value_has_its_words() -> None:
    assert set(wording.FACETS) == set(FACETS)
    assert set(wording.SORTS) == set(Sort)
    assert set(wording.OUTCOMES) == set(Outcome) - {Outcome.TEXT}
    assert {*DocumentKind, *PassageKind} <= set(wording.LABELS)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (EmptyFileError(), "Die Datei ist leer."),
        (TooLargeError(60_000_000, 50_000_000), "Die Datei ist mit 60 MB größer als 50 MB."),
        (UnsupportedFormatError("video/mp4"), "Dieses Dateiformat nimmt das Archiv nicht auf."),
        (UnsafePackError(PackFault.ENCRYPTED), "Diese Datei ist mit einem Passwort geschützt."),
        (RefusalError(), "Die Datei wurde nicht aufgenommen."),
    ],
)
def test_a_refusal_says_why_and_what_to_do(error: RefusalError, words: str) -> None:
    notice = refusal(error)
    assert notice.what == words
    assert notice.advice
    assert isinstance(error, ArchiveError)


@pytest.mark.parametrize("fault", PackFault)
def test_each_fault_of_a_pack_is_told_apart(fault: PackFault) -> None:
    told = {refusal(UnsafePackError(each)).what for each in PackFault if each is not fault}
    assert refusal(UnsafePackError(fault)).what not in told


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("getarnt.pdf", "Diese Datei heißt „.pdf“, ist aber keine PDF-Datei."),
        ("Brief.DOCX", "Diese Datei heißt „.docx“, ist aber keine DOCX-Datei."),
        ("alles.zip!/film.mp4", "Dieses Dateiformat nimmt das Archiv nicht auf."),
    ],
)
def test_a_name_that_promises_something_else_is_named(name: str, words: str) -> None:
    assert refusal(UnsupportedFormatError("application/x-msdownload"), name).what == words
