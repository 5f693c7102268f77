"""What people of the sample world entered: introductions, experiences, what became of decisions, and reports.

Each is entered only where nothing of its sort is, so that samples can be added again, and what somebody wrote stays.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archive.archive import Archive
from archive.corrections import Anchor
from archive.curation.dossiers import Dossier
from archive.experiences import Told
from archive.follow_ups import PassageEnd, Verdict
from archive.reports import Fault
from archive.values import Visibility
from indexer.passages import passage_id


def enter(archive: Archive, folder: Path, codes: Mapping[str, str]) -> None:
    """Enter all of it.

    Args:
        archive: The archive.
        folder: Where the files that describe it lie.
        codes: File of a sample → reference code of the document that holds it.
    """
    _introduce(archive, _read(folder / "dossiers.toml")["topic"], codes)
    _tell(archive, _read(folder / "experiences.toml")["experience"], codes)
    _judge(archive, _read(folder / "became.toml"), codes)
    _report(archive, _read(folder / "reports.toml")["report"], codes)


def _read(described: Path) -> dict[str, Any]:
    return tomllib.loads(described.read_text(encoding="utf-8"))


def _introduce(archive: Archive, topics: list[dict[str, Any]], codes: Mapping[str, str]) -> None:
    dossiers = archive.curation.dossiers
    for each in topics:
        if dossiers.of(each["key"]) == Dossier():
            documents = tuple(codes[file] for file in each["documents"])
            dossiers.enter(each["key"], Dossier(each["introduction"].strip(), documents))


def _tell(archive: Archive, experiences: list[dict[str, Any]], codes: Mapping[str, str]) -> None:
    kept = archive.experiences
    told = {each.document for each in kept.waiting()} | kept.released_of(codes.values()).keys()
    for each in experiences:
        code = codes[each["file"]]
        if code in told:
            continue
        number = kept.offer(code, Told(each["site"], each["year"], each["went_well"], each["was_hard"], each["advice"]))
        if not each.get("waiting"):
            kept.release(number)


def _judge(archive: Archive, became: Mapping[str, Any], codes: Mapping[str, str]) -> None:
    ends = {each["name"]: _end(each, codes[each["file"]]) for each in became["passage"]}
    judged = {(each.earlier.passage, each.later.passage) for each in archive.follow_ups.entries()}
    for each in became["verdict"]:
        earlier, later = ends[each["earlier"]], ends[each["later"]]
        if (earlier.passage, later.passage) not in judged:
            archive.follow_ups.judge(earlier, later, Verdict(each["verdict"]))


def _end(passage: Mapping[str, str], code: str) -> PassageEnd:
    heading, text = passage["heading"], passage["text"]
    return PassageEnd(code, passage_id(code, heading, text), Anchor(text, heading, passage["agenda_item"]))


def _report(archive: Archive, reports: list[dict[str, str]], codes: Mapping[str, str]) -> None:
    made = {(each.document, each.text) for each in archive.reports.entries(frozenset(Visibility))}
    for each in reports:
        code = codes[each["file"]]
        if (code, each["text"]) not in made:
            archive.reports.make(code, Fault(each["fault"]), each["place"], each["text"])
