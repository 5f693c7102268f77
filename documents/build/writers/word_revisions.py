"""What people leave in a Word file: a date chosen from a calendar, a sentence added while changes were tracked."""

import re
from copy import deepcopy
from datetime import datetime
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from documents.build.source import AUTHOR

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DATE = re.compile(rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.|(?:{_MONTHS}) )\d{{4}}")
#: Where a paragraph's last sentence begins: after a full stop and a blank, before a capital letter.
_LAST_SENTENCE = re.compile(r"(?<=[a-zäöüß][.!?] )[A-ZÄÖÜ][^.!?]*[.!?]$")


def offer_date_picker(body: Any, moment: datetime) -> None:  # noqa: ANN401 - lxml's elements, see docx.oxml
    """Put the first date in the text into a date picker, if there is one."""
    for run in body.iter(qn("w:r")):
        found = _DATE.search(run.text) if _is_plain(run) else None
        if found:
            chosen = _cut_out(run, found.start(), found.end())
            _wrap(chosen, _date_picker(moment), qn("w:sdtContent"))
            return


def track_last_sentence(body: Any, moment: datetime) -> None:  # noqa: ANN401 - lxml's elements, see docx.oxml
    """Mark the last sentence that follows another one in its paragraph as inserted later."""
    for run in reversed(list(body.iterfind(f"{qn('w:p')}/{qn('w:r')}"))):
        found = _LAST_SENTENCE.search(run.text) if _is_plain(run) else None
        if found:
            added = _cut_out(run, found.start(), found.end())
            _wrap(added, _insertion(moment), qn("w:ins"))
            return


def _is_plain(run: Any) -> bool:  # noqa: ANN401 - lxml's elements
    return [child.tag for child in run if child.tag != qn("w:rPr")] == [qn("w:t")]


def _cut_out(run: Any, start: int, end: int) -> Any:  # noqa: ANN401 - lxml's elements
    """Divide a run in up to three and return the one that holds the characters from `start` to `end`."""
    words = run.text
    for rest, add in ((words[:start], run.addprevious), (words[end:], run.addnext)):
        if rest:
            other = deepcopy(run)
            other.text = rest
            add(other)
    run.text = words[start:end]
    return run


def _wrap(run: Any, wrapper: Any, place: str) -> None:  # noqa: ANN401 - lxml's elements
    run.addprevious(wrapper)
    inside = wrapper if wrapper.tag == place else wrapper.find(place)
    inside.append(run)


def _date_picker(moment: datetime) -> Any:  # noqa: ANN401 - lxml's elements
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="Datum"/><w:tag w:val="datum"/><w:id w:val="20190403"/>'
        f'<w:date w:fullDate="{moment:%Y-%m-%d}T00:00:00Z"><w:dateFormat w:val="d. MMMM yyyy"/><w:lid w:val="de-DE"/>'
        f'<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date></w:sdtPr>'
        f"<w:sdtContent/></w:sdt>"
    )


def _insertion(moment: datetime) -> Any:  # noqa: ANN401 - lxml's elements
    return parse_xml(
        f'<w:ins {nsdecls("w")} w:id="901" w:author="{AUTHOR}" w:date="{moment:%Y-%m-%dT%H:%M:%S}Z"/>',
    )
