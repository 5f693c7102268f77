"""Recognises tasks without a label: someone, what they will do, and by when."""

import re
from dataclasses import dataclass
from datetime import date

from indexer.structure.due import Due, find_due
from indexer.structure.occasion import Occasion
from indexer.structure.undertakings import ARROW, NO_VERB, TELLS, read_undertaking
from indexer.structure.wording import any_of

#: How sure a task is that an arrow joins to one of those who came, and one that no arrow marks.
_JOINED, _PROPOSED = 0.7, 0.45

#: What stands before a task: a bullet, a number, an arrow, "^^" (the line above is meant).
_LEAD = re.compile(r"^\s*(?:(?:[•–*·▪]|-(?!-*>)|\d{1,2}[.)]|\^+)\s*)*(?P<arrow>(?:→|-+>|=>|⇒|➔)\s*)?")
_NAME = r"(?!(?:Der|Die|Das|Alle|Jede[rs]?|Je)\b)[A-ZÄÖÜ][\wäöüß-]*\.?"
#: Words that open a sentence with a capital letter and name nobody.
_NOBODY = any_of(
    *("Es", "Man", "Dies", "Das ist", "Sie", "Er", "Ich", "Ihr", "Viele", "Einige", "Mehrere", "Beide"),
    *("Hier", "Dort", "Da", "Dann", "Danach", "Wer", "Wie", "Wann", "Wo", "Was", "Wenn", "Ob", "Noch", "Nur", "Auch"),
    *("Im", "In", "Am", "An", "Auf", "Bei", "Bis", "Für", "Mit", "Von", "Vor", "Zu", "Zum", "Zur", "Nach", "Aus", "Ab"),
    *("Seit", "Als", "Ohne", "Durch", "Über", "Unter", "So", "Jetzt", "Heute", "Bitte", "Bisher", "Deshalb"),
    *("Frist", "Termin", "Abstimmung", "Antwort", "Ziel", "Thema", "Stand", "Ergebnis"),
)
#: Who: a name or a role, or several of them.
_WHO = (
    rf"(?P<who>(?!{_NOBODY}\b)"
    r"(?:(?:Der|Die|Das|Alle|Jede[rs]?|Je)\s+)?(?:(?:[a-zäöüß]+(?:en|e|er)|zwei|drei|vier|fünf|\d+)\s+){0,2}"
    rf"{_NAME}(?:(?:\s+(?:am|an der|des|der|im)\s+|\s+|,\s+|\s+(?:und|&)\s+|/){_NAME}){{0,5}}?)"
)
#: Verbs by which someone takes something on, by their stems; umlauts may be missing ("kummert sich").
_TAKES_ON = any_of(
    *(r"k[uü]mmer[nt]\s+sich", r"[uü]bern(?:immt|ehmen)", r"hak(?:t|en)\s+nach", r"ruf(?:t|en)\s+an", "besorg(?:t|en)"),
    *("organisier(?:t|en)", "kl[aä]r(?:t|en)", "pr[uü]f(?:t|en)", "erstell(?:t|en)", "(?:ver)?schick(?:t|en)"),
    *("schreib(?:t|en)", "frag(?:t|en)", "bereite[nt]", "richte[nt]", "sammel[nt]", "meld(?:et|en)", "holt", "l[aä]dt"),
    *("beantrag(?:t|en)", "reserviert?", "bestell(?:t|en)", "entw(?:irft|erfen)", "verfass(?:t|en)", "mach(?:t|en)"),
    *("kontaktier(?:t|en)", "inform(?:iert|ieren)", "[uü]berarbeite[nt]", "aktualisier(?:t|en)"),
    *(
        r"stell(?:t|en)\s[^.]*\b(?:bereit|zusammen|zur Verfügung)",
        r"bring(?:t|en)\s[^.]*\bmit",
        r"leite[nt]\s[^.]*\bweiter",
    ),
)
_VERB = rf"(?P<verb>(?!{NO_VERB}\b)[a-zäöüß]{{2,}}(?:t|en|ern|eln))"
_SUBJECT_VERB = re.compile(rf"{_WHO}\s+{_VERB}\b(?!:)")
_TAKEN_ON = re.compile(rf"{_WHO}(?:,?\s+(?:ggf\.|bitte|selbst|dann|auch))?\s+(?P<verb>{_TAKES_ON})\b")
#: The same behind what it is about: "Anfrage des Vereins / Ali kümmert sich", "Anfrage <- Ali kümmert sich".
_TAKEN_ON_LATER = re.compile(rf"\w\W*?(?:\s[/–-]|:|(?P<arrow>{ARROW}))\s+(?!(?:Der|Die|Das)\b){_TAKEN_ON.pattern}")
#: Nobody is named, but it must be done: "Das Geld muss abgerufen werden", "Die Liste muss raus"; clauses tell more.
_DUTY = re.compile(
    r"[^,;:]*\b(?:muss|m[uü]ssen)\s(?:[\w-]+\s+){0,6}?(?:\w+(?:t|en)\s+werden|raus|her|weg)\s*[!.]?\s*(?:\(.*)?"
)
#: Who an infinitive is for, is not left open: "Belege müssen bis zum 3. Mai vorliegen".
_MODAL = re.compile(r"\b(?:muss|m[uü]ssen|kann|k[oö]nnen|soll(?:en)?|wird|werden|d[uü]rfen|wollen|sind|haben)\b")
#: Nobody is named, but a day: "Das Protokoll wird bis zum 3. Mai nachgereicht".
_WILL_BE_DONE = re.compile(r"\b(?:wird|werden)\s.*\bbis\s.*\b\w+(?:t|en)\W*\Z")
#: "Bis zum nächsten Treffen probiert jeder Standort …"
_DUE_FIRST = re.compile(r"^Bis\s.{3,60}?\s[a-zäöüß]{3,}t\s+(?P<who>(?:jede[rs]?|das|der|die|alle)\s+[A-ZÄÖÜ][\w-]+)")
#: "Projektleitung Bremen: Einladung verschicken".
_ROLE_COLON = re.compile(rf"{_WHO}:\s+(?!https?:)\S")
_INFINITIVE_END = re.compile(r"\b[a-zäöüß]{2,}(?:en|ern|eln)\b\W*(?:\(|:\s\w+\W*\Z|bis\b|\Z)")
#: "Plakate bestellen <- Maik", "Doodle anlegen -> A und B", "@maik".
_NAMED_LAST = re.compile(
    rf"(?:<\s?-+|-+>|→|@|\()\s*(?P<who>{_NAME}(?:(?:\s+und\s+|\s*[,&+/]\s*|\s+){_NAME}){{0,3}})\s*\)?\s*[.!]?\s*$"
)


#: "Flyer entwerfen (Standort Süd, bis 27.3.)".
_NAMED_ASIDE = re.compile(rf"\b[a-zäöüß]{{2,}}(?:en|ern|eln)\s*\((?P<who>{_NAME}(?:\s+{_NAME}){{0,3}})(?:,|\))")
_INFINITIVE = re.compile(
    r"[a-zäöüß]{2,}(?:en|ern|eln)\s*(?:[(,<]|-+>|bis\b|\Z|und\b.*[a-zäöüß]{2,}(?:en|ern|eln)\W*\Z)"
)
#: Of several the verb has the form of the infinitive: "Trier und Peine verschicken".
_SEVERAL = re.compile(r"^(?:Die|Alle)\b|\b(?:und|&)\b|[,/]")
#: "Das Quartiersmanagement wird gebeten, …"
_ASKED = re.compile(rf"{_WHO}\s+(?:wird|werden|wurden?)\s+(?:[\w-]+\s+){{0,2}}?(?:gebeten|beauftragt)\b")


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task as a sentence tells it."""

    who: str | None
    due: Due | None
    confidence: float


def read_assignment(sentence: str, occasion: Occasion) -> Assignment | None:
    """Return the task that a sentence without a label tells, or None.

    Args:
        sentence: A sentence or line of the minutes.
        occasion: The meeting; what was due before its day is no task, and who was there may take something on.

    Two signs make a fact: an arrow or an undertaking in the present, and someone or a due date. One alone makes a
    proposal (confidence below 0.5).
    """
    lead = _LEAD.match(sentence)
    start = lead.end() if lead else 0
    text = sentence[start:]
    due = _still_open(find_due(text, occasion.day), occasion.day)
    if lead and lead["arrow"]:
        sure = who_does(text) or due or _INFINITIVE_END.search(text)
        return Assignment(who_does(text), due, 0.85 if sure and not text.rstrip().endswith("?") else 0.4)
    told, named = _unmarked(text, occasion.day), read_undertaking(text, occasion.people)
    if named and (told is None or told.confidence < _JOINED):
        return Assignment(named.who, due, _JOINED if named.is_marked or due else _PROPOSED)
    return told


def who_does(text: str) -> str | None:
    """Return who does something in a text that is known to be a task, or None."""
    first = _DUE_FIRST.match(text)
    found = first or _doing(text) or _ROLE_COLON.match(text) or _NAMED_ASIDE.search(text)
    return found["who"] if found else None


def _still_open(due: Due | None, meeting: date | None) -> Due | None:
    """A day before the meeting is none by which something is still to be done."""
    return None if due and due.day and meeting and due.day < meeting else due


def _unmarked(text: str, meeting: date | None) -> Assignment | None:
    """Weigh a sentence that no arrow marks."""
    if text.rstrip().endswith("?"):
        return None
    asked = _ASKED.match(text)
    if asked:
        return Assignment(asked["who"], find_due(text, meeting), 0.7)
    who, takes_on = _who_acts(text), bool(_TAKEN_ON.match(text))
    # Behind a colon something else is told: "Gotha stellt den Stand vor: Bis Ende Oktober …"
    due = _still_open(find_due(text.partition(": ")[0], meeting), meeting)
    if who and due:
        return Assignment(who, due, 0.75 if takes_on else 0.6)
    aside = _NAMED_ASIDE.search(text)
    if aside and due:
        return Assignment(aside["who"], due, 0.6)
    if due and _INFINITIVE_END.search(text) and not _MODAL.search(text):
        return Assignment(None, due, 0.6)
    return _proposal(text, who if takes_on else None, due)


def _proposal(text: str, who: str | None, due: Due | None) -> Assignment | None:
    """Return a task of which only one sign tells, or an arrow between thing and doer."""
    later = _TAKEN_ON_LATER.search(text)
    if later and _is_infinitive(later):
        # "Berlin: Einladung verschicken": who it is stands right before the colon, or nowhere.
        before = _ROLE_COLON.match(text)
        return Assignment(before["who"] if before and before.end("who") == later.start() + 1 else None, due, _PROPOSED)
    if later:
        return Assignment(later["who"], due, _JOINED if later["arrow"] else _PROPOSED)
    last = _NAMED_LAST.search(text)
    if last and (not last.group().startswith("(") or _INFINITIVE_END.search(text, 0, last.start())):
        return Assignment(last["who"], None, 0.3)
    if who or (due and _WILL_BE_DONE.search(text)):
        return Assignment(who, due, _PROPOSED)
    return Assignment(None, due, 0.3) if _DUTY.fullmatch(text) else None


def _doing(text: str) -> re.Match[str] | None:
    """Match who does something."""
    found = _SUBJECT_VERB.match(text)
    return None if found and _is_infinitive(found) else found


def _is_infinitive(found: re.Match[str]) -> bool:
    """Tell whether what looks like someone and a verb is none: "Flyer entwerfen (…)" says what is to be done."""
    return bool(_INFINITIVE.match(found.string, found.start("verb"))) and not _SEVERAL.search(found["who"])


def _who_acts(text: str) -> str | None:
    """Return who does something in a sentence, or None where it only tells how things are."""
    first = _DUE_FIRST.match(text)
    found = first or _doing(text)
    if not found or (not first and re.fullmatch(TELLS, found["verb"])):
        return None
    return found["who"]


def sounds_like_task(text: str) -> bool:
    """Tell whether a text, known to be a decision or a task, is a task: it is due, or ends in an infinitive."""
    return find_due(text, None) is not None or bool(_INFINITIVE_END.search(text))


def without_lead(text: str) -> str:
    """Return a task without its bullet, number or arrow."""
    lead = _LEAD.match(text)
    return text[lead.end() :].strip() if lead else text.strip()
