"""The vocabularies at the desk: what sites, meetings and keywords are called."""

from collections.abc import Callable

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.entries import MeetingEntry
from archive.errors import ArchiveError, VocabularyKind
from webui.i18n import translated
from webui.land import PLACES
from webui.listing import listed as by_pages
from webui.new_entries import UnreadableFieldError, new_entry, read_meeting
from webui.reader import agent
from webui.services import services
from webui.vocabularies import ADDRESSES, BY_ADDRESS, FACETS, TITLES, Listed, has_name, is_locked, listed
from webui.vocabulary_wording import vocabulary_saying

bp = Blueprint("vocabularies", __name__, url_prefix="/verwaltung/vokabulare")

#: Entries on one page.
PER_PAGE = 100

Answer = str | Response | tuple[str, int]


@bp.get("")
def index() -> str:
    """List the vocabularies with the number of their entries."""
    archive = services().archive
    counted = [(ADDRESSES[each], TITLES[each], len(listed(archive, each)), is_locked(each)) for each in ADDRESSES]
    return render_template("vocabularies/index.html", vocabularies=counted)


@bp.get("/<address>")
def vocabulary(address: str) -> str:
    """List the entries of a vocabulary, with the form for another one."""
    return _page(_vocabulary(address))


@bp.post("/<address>")
def add(address: str) -> Answer:
    """Add an entry."""
    kind = _vocabulary(address)
    try:
        key = services().archive.curation.add(new_entry(kind, request.form), agent())
    except UnreadableFieldError as error:
        return _page(kind, error.advice), 400
    except ArchiveError as error:
        return _page(kind, vocabulary_saying(error)), 400
    return redirect(url_for("vocabularies.entry", address=address, key=key), code=303)


@bp.get("/<address>/<key>")
def entry(address: str, key: str) -> Answer:
    """Show what an entry is called, with the forms to change it."""
    kind = _vocabulary(address)
    return _led_on(kind, key) or _entry_page(kind, key)


@bp.post("/<address>/<key>/umbenennen")
def rename(address: str, key: str) -> Answer:
    """Call an entry otherwise."""
    kind = _vocabulary(address)
    return _changed(kind, key, lambda: services().archive.curation.rename(kind, key, _typed(), agent()))


@bp.post("/treffen/<key>/angaben")
def restate(key: str) -> Answer:
    """Put kind, place and days of a meeting right."""
    kind = VocabularyKind.MEETING
    try:
        services().archive.curation.restate(read_meeting(request.form, key=key), agent())
    except UnreadableFieldError as error:
        return _entry_page(kind, key, error.advice), 400
    except ArchiveError as error:
        return _entry_page(kind, key, vocabulary_saying(error)), 400
    return redirect(url_for("vocabularies.entry", address=ADDRESSES[kind], key=key, gespeichert=1), code=303)


@bp.post("/<address>/<key>/namen")
def add_alias(address: str, key: str) -> Answer:
    """Give an entry another name."""
    kind = _vocabulary(address)
    return _changed(kind, key, lambda: services().archive.curation.add_alias(kind, key, _typed(), agent()))


@bp.post("/<address>/<key>/namen/entfernen")
def remove_alias(address: str, key: str) -> Answer:
    """Take another name from an entry."""
    kind = _vocabulary(address)
    return _changed(kind, key, lambda: services().archive.curation.remove_alias(kind, key, _typed(), agent()))


@bp.get("/<address>/<key>/zusammenfuehren")
def ask_to_merge(address: str, key: str) -> Answer:
    """Ask whether an entry is really to be merged into another, and tell how many documents follow."""
    kind = _vocabulary(address)
    if led := _led_on(kind, key):
        return led
    chosen, successor = _listed(kind, key), _listed(kind, request.args.get("mit", ""))
    return render_template(
        "vocabularies/merge.html", address=address, title=translated(TITLES[kind]), entry=chosen, successor=successor
    )


@bp.post("/<address>/<key>/zusammenfuehren")
def merge(address: str, key: str) -> Answer:
    """Merge an entry into another, and show that."""
    kind, successor = _vocabulary(address), request.form.get("mit", "")
    try:
        services().archive.curation.merge(kind, key, successor, agent())
    except ArchiveError as error:
        return _entry_page(kind, key, vocabulary_saying(error)), 400
    return redirect(url_for("vocabularies.entry", address=address, key=successor, gespeichert=1), code=303)


def _changed(kind: VocabularyKind, key: str, change: Callable[[], None]) -> Answer:
    """Make a change, and go back to the entry; or say why it cannot be made."""
    try:
        change()
    except ArchiveError as error:
        return _entry_page(kind, key, vocabulary_saying(error)), 400
    return redirect(url_for("vocabularies.entry", address=ADDRESSES[kind], key=key, gespeichert=1), code=303)


def _led_on(kind: VocabularyKind, key: str) -> Response | None:
    """Lead from an entry that was merged to the one it was merged into, or return None."""
    successor = services().archive.curation.successor(kind, key)
    return (
        redirect(url_for("vocabularies.entry", address=ADDRESSES[kind], key=successor), code=301) if successor else None
    )


def _vocabulary(address: str) -> VocabularyKind:
    return BY_ADDRESS.get(address) or abort(404)


def _listed(kind: VocabularyKind, key: str) -> Listed:
    return next((each for each in listed(services().archive, kind) if each.key == key), None) or abort(404)


def _meetings(kind: VocabularyKind) -> tuple[MeetingEntry, ...]:
    return services().archive.vocabularies.meetings() if kind is VocabularyKind.MEETING else ()


def _typed() -> str:
    return request.form.get("name", "")


def _page(kind: VocabularyKind, wrong: str = "") -> str:
    archive, sought = services().archive, request.args.get("q", "").strip()
    every = listed(archive, kind)
    entries, total = [each for each in every if has_name(each, sought)], len(every)
    return render_template(
        "vocabularies/vocabulary.html",
        address=ADDRESSES[kind],
        title=translated(TITLES[kind]),
        entries=by_pages(entries, PER_PAGE),
        sought=sought,
        total=total,
        facet=FACETS.get(kind),
        is_locked=is_locked(kind),
        kinds=[each.label for each in archive.vocabularies.meeting_kinds()],
        lands=sorted(PLACES),
        typed=request.form,
        wrong=wrong,
    )


def _entry_page(kind: VocabularyKind, key: str, wrong: str = "") -> str:
    chosen = _listed(kind, key)
    return render_template(
        "vocabularies/entry.html",
        address=ADDRESSES[kind],
        title=translated(TITLES[kind]),
        entry=chosen,
        meeting=next((each for each in _meetings(kind) if each.key == key), None),
        kinds=[each.label for each in services().archive.vocabularies.meeting_kinds()],
        others=[each for each in listed(services().archive, kind) if each.key != key],
        facet=FACETS.get(kind),
        is_locked=is_locked(kind),
        typed=request.form,
        wrong=wrong,
        is_saved="gespeichert" in request.args,
    )
