"""The coordination's desk: the cards of its hub, one for each page that looks after the archive itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask, request

from webui.i18n import mark


@dataclass(frozen=True, slots=True)
class Card:
    """A page of the desk, as its hub shows it."""

    endpoint: str
    #: Both marked for translation.
    title: str
    text: str


#: In the order in which they stand on the hub; each shows to whoever may open its page.
CARDS: tuple[Card, ...] = (
    Card(
        "vocabularies.index",
        mark("Vokabulare"),
        mark("Standorte, Treffen und Schlagworte anlegen, umbenennen, zusammenführen."),
    ),
    Card("synonyms.index", mark("Synonyme"), mark("Wörter, die dasselbe meinen; mit ihrer Wirkung auf die Suche.")),
    Card(
        "experiences.index",
        mark("Erfahrungen mit Methoden"),
        mark("Lesen, was Standorte zu Methoden berichten, und es freigeben."),
    ),
    Card("reports.index", mark("Meldungen"), mark("Lesen, was an Dokumenten falsch ist, und es erledigen.")),
    Card(
        "proposals.index",
        mark("Was wurde daraus?"),
        mark("Entscheiden, welche späteren Stellen zu Beschlüssen und Aufgaben gehören."),
    ),
    Card("unanswered.index", mark("Suchen ohne Treffer"), mark("Sehen, was gesucht und nicht gefunden wurde.")),
    Card(
        "paths.index",
        mark("Lernpfade"),
        mark("Zusammenstellen, was Neue lesen; sehen, welche Schritte nicht mehr stimmen."),
    ),
    Card("events.index", mark("Ereignisse"), mark("Nachlesen, wer wann was getan hat.")),
    Card("condition.index", mark("Zustand"), mark("Sehen, was Pflege braucht: Lücken, Fehler, Prüfung, Suchindex.")),
    Card("answers.index", mark("Auskunft"), mark("Finden, was das Archiv über eine Person enthält.")),
    Card("deletion.index", mark("Löschfristen"), mark("Sehen, wessen Frist abgelaufen ist, und darüber entscheiden.")),
    Card("accounts.index", mark("Konten"), mark("Menschen einladen, Rollen ansehen, Konten entfernen.")),
)

#: Endpoint → the endpoints one of which must be open to whoever opens it.
LEADS_TO: Mapping[str, tuple[str, ...]] = {"desk.index": tuple(card.endpoint for card in CARDS)}

#: The blueprints of the desk's pages.
BLUEPRINTS = frozenset({"desk", *(card.endpoint.partition(".")[0] for card in CARDS)})


def init_app(app: Flask) -> None:
    """Let an app's templates tell under which entry of the navigation the current page stands."""
    app.jinja_env.globals.update(section=section)


def section() -> str:
    """Return the entry of the navigation under which the current page stands: a blueprint's name, or ""."""
    here = request.blueprint or ""
    return "desk" if here in BLUEPRINTS else here
