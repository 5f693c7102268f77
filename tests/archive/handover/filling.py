"""Fills an archive with something of everything a hand-over has to carry."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from archive.archive import Archive
from archive.corrections import NOTHING_SAID, Anchor, Said
from archive.curation.dossiers import Dossier
from archive.custody import Submission
from archive.entries import KeywordEntry, MeetingEntry
from archive.erasure import ErasureReason
from archive.errors import VocabularyKind
from archive.experiences import Told
from archive.follow_ups import PassageEnd, Verdict
from archive.learning.values import StepContent, StepKind
from archive.licences import Licence
from archive.methods import Note
from archive.reports import Fault
from archive.rights import Role
from archive.synonyms import SynonymEntry
from archive.values import Details, DocumentKind, Visibility

ANCHOR = Anchor("Die Wand wird gestrichen.", "TOP 2", "2", 4)

#: Stands in what must not be told to the public.
SECRET = "Geheimwort"


def take_in(archive: Archive, folder: Path, text: str, details: Details | None = None) -> str:
    """Take a text in, and return its document's code."""
    path = folder / "offered.txt"
    path.write_text(text, encoding="utf-8")
    return archive.take_in(Submission(path, f"{text[:20]}.txt", details or Details(), "someone")).code


def fill(archive: Archive, folder: Path) -> None:
    """Put documents of every visibility into an archive, and say something of each, with `SECRET` in what is hidden."""
    keyword = archive.curation.add(KeywordEntry("", f"Wort {SECRET}"))
    shown = archive.curation.add(KeywordEntry("", "Lastenrad"))
    gone = archive.curation.add(KeywordEntry("", f"Fast {SECRET}"))
    archive.curation.merge(VocabularyKind.KEYWORD, gone, shown)
    archive.curation.rename(VocabularyKind.SITE, "gotha", "Gotha West")
    meeting = MeetingEntry(
        "", "Fachtag Wände 2020", "Fachtag", "Peine", date(2020, 5, 6), date(2020, 5, 7), "Los: geht's"
    )
    key = archive.curation.add(meeting)
    public = Details("Wand: ja?", DocumentKind.METHODENPAPIER, None, key, ("gotha",), ("Kultur",), Visibility.PUBLIC)
    public = replace(public, licence=Licence.CC_BY_SA)
    open_code = take_in(archive, folder, f"Erste Fassung mit {SECRET}", public)
    take_in(archive, folder, "Zweite Fassung", Details(visibility=Visibility.PUBLIC, version_of=open_code))
    codes = [
        take_in(archive, folder, f"{visibility} {SECRET}", Details(f"{visibility} {SECRET}", visibility=visibility))
        for visibility in Visibility
        if visibility is not Visibility.PUBLIC
    ]
    archive.amend(codes[0], Details(f"Neu {SECRET}", keywords=(keyword,), visibility=Visibility.DRAFT), SECRET)
    archive.amend(open_code, replace(public, keywords=(shown,)), "someone")
    _say(archive, open_code, codes)
    erased = take_in(archive, folder, f"Bald weg {SECRET}")
    archive.erase(erased, "someone", ErasureReason.REQUESTED)
    archive.succession.make_version(take_in(archive, folder, "Dritte", Details(visibility=Visibility.DRAFT)), codes[2])


def _say(archive: Archive, public: str, hidden: list[str]) -> None:
    """Say all that can be said of documents."""
    number = archive.corrections.enter(
        public, ANCHOR, Said("Aufgabe", SECRET, "Mai", date(2020, 5, 31), "offen"), "koo"
    )
    archive.corrections.enter(public, ANCHOR, NOTHING_SAID, "koo", number)
    archive.corrections.enter(hidden[0], Anchor(SECRET), Said("Beschluss"), "koo")
    ends = [PassageEnd(code, f"{code}-abc", ANCHOR) for code in (public, hidden[1])]
    archive.follow_ups.judge(ends[0], ends[1], Verdict.DONE, SECRET)
    archive.card_facts.say(public, {"aim": "Mehr Farbe"}, "koo")
    archive.card_facts.say(hidden[0], {"aim": SECRET}, "koo")
    archive.methods.say(public, Note(is_core=True, other_names=("Wandmethode",)))
    for code, well in ((public, "Es lief."), (public, SECRET), (hidden[1], SECRET)):
        archive.experiences.offer(code, Told("peine", 2020, well, "", ""), "koo")
    archive.experiences.release(
        next(each.number for each in archive.experiences.waiting() if each.went_well == "Es lief.")
    )
    archive.reports.make(public, Fault.TEXT, "Seite 1", SECRET)
    archive.synonyms.add(SynonymEntry(("Wand", SECRET)))
    archive.curation.dossiers.enter("kultur", Dossier("Zuerst die Wand.", (public, hidden[0])))
    _lay_paths(archive, public, hidden[0])
    archive.accounts.invite("Koordination Beispiel", Role.COORDINATION)


def _lay_paths(archive: Archive, public: str, hidden: str) -> None:
    offered, own = archive.learning.paths.add("Erste Woche"), archive.learning.paths.add(f"Später {SECRET}")
    for code in (public, hidden):
        text = "" if code == public else SECRET
        archive.learning.steps.add(offered, StepContent(StepKind.DOCUMENT, 5, text, document=code))
    archive.learning.steps.add(own, StepContent(StepKind.NOTE, 5, SECRET, SECRET))
    archive.learning.paths.publish(offered)
