"""Learning paths: what the coordination builds, and what each account keeps for itself."""

from collections.abc import Callable

import pytest

from archive.archive import Archive, Receipt
from archive.custody import EventKind
from archive.errors import UnknownDocumentError, UnknownEntryError, UnusableLabelError
from archive.journal import Asked
from archive.learning.errors import StepFault, UnknownPathError, UnusableStepError
from archive.learning.learning import Learning
from archive.learning.values import PathEntry, StepContent, StepKind
from archive.rights import Role
from archive.values import PUBLISHED, Details, Visibility

Offer = Callable[..., Receipt]

#: Stands for someone of the coordination.
SOMEONE = "agent"

PASSWORD = "vier Birnen im Hof"


@pytest.fixture
def learning(archive: Archive) -> Learning:
    return archive.learning


def note(title: str = "Ankommen", minutes: int = 5, text: str = "", link: str = "") -> StepContent:
    return StepContent(StepKind.NOTE, minutes, text, title, link=link)


def titles(path: PathEntry) -> list[str]:
    return [step.content.title for step in path.steps]


def test_a_path_is_offered_once_it_is_published(learning: Learning) -> None:
    key = learning.paths.add("Erste  Woche", "Für alle, die\n neu sind", SOMEONE)
    assert key == "erste-woche"
    assert learning.paths.published() == ()
    learning.paths.publish(key, SOMEONE)
    (path,) = learning.paths.published()
    assert (path.title, path.text, path.steps) == ("Erste Woche", "Für alle, die\nneu sind", ())
    learning.paths.hide(key, SOMEONE)
    assert learning.paths.published() == ()
    assert learning.paths.entries() != ()


def test_paths_of_one_name_have_keys_of_their_own(learning: Learning) -> None:
    keys = [learning.paths.add("Erste Woche", "", SOMEONE) for _ in range(3)]
    assert keys == ["erste-woche", "erste-woche-2", "erste-woche-3"]
    learning.paths.describe(keys[1], "Zweite Woche", "", SOMEONE)
    assert [each.title for each in learning.paths.entries()] == ["Erste Woche", "Zweite Woche", "Erste Woche"]
    learning.paths.remove(keys[0], SOMEONE)
    with pytest.raises(UnknownPathError):
        learning.paths.entry(keys[0])


def test_steps_change_places_and_stop_at_the_ends(learning: Learning) -> None:
    key = learning.paths.add("Erste Woche", "", SOMEONE)
    first, second, third = (learning.steps.add(key, note(title), SOMEONE) for title in ("A", "B", "C"))
    learning.steps.move_up(key, third, SOMEONE)
    learning.steps.move_down(key, first, SOMEONE)
    assert titles(learning.paths.entry(key)) == ["C", "A", "B"]
    learning.steps.move_up(key, third, SOMEONE)
    learning.steps.move_down(key, second, SOMEONE)
    assert titles(learning.paths.entry(key)) == ["C", "A", "B"]
    learning.steps.remove(key, first, SOMEONE)
    assert titles(learning.paths.entry(key)) == ["C", "B"]
    learning.steps.add(key, note("D"), SOMEONE)
    assert titles(learning.paths.entry(key)) == ["C", "B", "D"]


def test_a_step_is_described_otherwise_and_leads_where_it_led(learning: Learning, offer: Offer) -> None:
    code = offer("Text").code
    key = learning.paths.add("Erste Woche", "", SOMEONE)
    number = learning.steps.add(key, StepContent(StepKind.DOCUMENT, 15, document=code), SOMEONE)
    learning.steps.change(key, number, note("Anders", 20, "Auf Seite 2 achten"), SOMEONE)
    (step,) = learning.paths.entry(key).steps
    assert step.content == StepContent(StepKind.DOCUMENT, 20, "Auf Seite 2 achten", document=code)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (note(minutes=0), StepFault.MINUTES),
        (note(minutes=481), StepFault.MINUTES),
        (note(title=" "), StepFault.TITLE),
        (note(text="x" * 1001), StepFault.TEXT),
        (note(text="rechts\u202enach links"), StepFault.TEXT),
        # A link of a note stays in the archive, whatever browsers make of it.
        (note(link="https://example.org/"), StepFault.LINK),
        (note(link="//example.org/"), StepFault.LINK),
        (note(link="/\\example.org/"), StepFault.LINK),
        (note(link="/\t/example.org/"), StepFault.LINK),
        (note(link="javascript:alert(1)"), StepFault.LINK),
    ],
)
def test_steps_that_cannot_be_are_refused(learning: Learning, content: StepContent, fault: StepFault) -> None:
    key = learning.paths.add("Erste Woche", "", SOMEONE)
    with pytest.raises(UnusableStepError) as refused:
        learning.steps.add(key, content, SOMEONE)
    assert refused.value.fault is fault
    assert learning.paths.entry(key).steps == ()


def test_what_is_not_there_is_refused(learning: Learning) -> None:
    key = learning.paths.add("Erste Woche", "", SOMEONE)
    with pytest.raises(UnknownDocumentError):
        learning.steps.add(key, StepContent(StepKind.DOCUMENT, 5, document="D-1999-0001"), SOMEONE)
    with pytest.raises(UnknownPathError):
        learning.steps.add("nirgends", note(), SOMEONE)
    with pytest.raises(UnknownPathError):
        learning.steps.remove(key, 99, SOMEONE)
    with pytest.raises(UnusableLabelError):
        learning.paths.add(" ", "", SOMEONE)


def test_a_step_remembers_the_version_it_was_made_for(learning: Learning, offer: Offer) -> None:
    code = offer("Text").code
    key = learning.paths.add("Erste Woche", "", SOMEONE)
    number = learning.steps.add(key, StepContent(StepKind.DOCUMENT, 15, document=code), SOMEONE)
    offer("Text, neu", details=Details(version_of=code))
    assert learning.paths.entry(key).steps[0].version == 1
    assert learning.steps.documents([code], PUBLISHED)[code].version == 2
    learning.steps.confirm(key, number, SOMEONE)
    assert learning.paths.entry(key).steps[0].version == 2


def test_documents_are_those_of_the_classes_asked_for(learning: Learning, offer: Offer) -> None:
    shown, hidden = offer("Text").code, offer("Entwurf", details=Details(visibility=Visibility.DRAFT)).code
    assert list(learning.steps.documents([shown, hidden, "D-1999-0001"], PUBLISHED)) == [shown]


def test_what_is_read_belongs_to_one_account_and_goes_with_it(archive: Archive, learning: Learning) -> None:
    key = learning.paths.add("Erste Woche", "", SOMEONE)
    number = learning.steps.add(key, note(), SOMEONE)
    one, other = (archive.accounts.add(name, Role.STAFF, PASSWORD).agent for name in ("eins", "zwei"))
    learning.progress.mark(one, number)
    learning.progress.mark(one, number)
    assert list(learning.progress.read(one)) == [number]
    assert learning.progress.read(other) == {}
    learning.progress.unmark(other, number)
    learning.progress.forget(other)
    assert list(learning.progress.read(one)) == [number]
    archive.accounts.remove("eins")
    assert learning.progress.read(one) == {}
    with archive._catalogue.engine.connect() as connection:  # noqa: SLF001 - looks at the bare table
        assert connection.exec_driver_sql("SELECT count(*) FROM read_step").scalar() == 0


def test_what_is_read_is_kept_while_a_path_is_withdrawn_and_is_no_event(archive: Archive, learning: Learning) -> None:
    key = learning.paths.add("Erste Woche", "", SOMEONE)
    number = learning.steps.add(key, note(), SOMEONE)
    learning.paths.publish(key, SOMEONE)
    agent = archive.accounts.add("eins", Role.STAFF, PASSWORD).agent
    learning.progress.mark(agent, number)
    learning.paths.hide(key, SOMEONE)
    learning.paths.publish(key, SOMEONE)
    assert list(learning.progress.read(agent)) == [number]
    assert archive.journal.count(Asked(agents={agent})) == 0
    learning.paths.remove(key, SOMEONE)
    assert learning.progress.read(agent) == {}
    with pytest.raises(UnknownPathError):
        learning.progress.mark(agent, number)


def test_a_read_step_remembers_the_version_that_was_read(archive: Archive, learning: Learning, offer: Offer) -> None:
    code = offer("Text").code
    key = learning.paths.add("Erste Woche", "", SOMEONE)
    number = learning.steps.add(key, StepContent(StepKind.DOCUMENT, 15, document=code), SOMEONE)
    agent = archive.accounts.add("eins", Role.STAFF, PASSWORD).agent
    learning.progress.mark(agent, number)
    offer("Text, neu", details=Details(version_of=code))
    assert learning.progress.read(agent)[number].version == 1
    learning.progress.mark(agent, number)
    assert learning.progress.read(agent)[number].version == 2


def test_the_own_site_is_chosen_and_forgotten(archive: Archive, learning: Learning) -> None:
    agent = archive.accounts.add("eins", Role.STAFF, PASSWORD).agent
    assert learning.progress.site(agent) == ""
    learning.progress.choose_site(agent, "gotha")
    learning.progress.choose_site(agent, "peine")
    assert learning.progress.site(agent) == "peine"
    with pytest.raises(UnknownEntryError):
        learning.progress.choose_site(agent, "nirgends")
    learning.progress.forget_site(agent)
    assert learning.progress.site(agent) == ""


def test_every_change_of_a_path_is_an_event(archive: Archive, learning: Learning) -> None:
    key = learning.paths.add("Erste Woche", "", SOMEONE)
    learning.steps.add(key, note(), SOMEONE)
    learning.paths.publish(key, SOMEONE)
    learning.paths.hide(key, SOMEONE)
    learning.paths.remove(key, SOMEONE)
    events = archive.journal.events(Asked(agents={SOMEONE}), 10)
    assert {each.detail for each in events} == {"erste-woche"}
    assert [each.kind for each in events][::-1] == [
        EventKind.PATH_ADDED,
        EventKind.PATH_CHANGED,
        EventKind.PATH_PUBLISHED,
        EventKind.PATH_HIDDEN,
        EventKind.PATH_REMOVED,
    ]


def test_sample_paths_go_unless_somebody_made_them_his_own(archive: Archive, learning: Learning) -> None:
    for title in ("Beispiel", "Angepasst"):
        learning.steps.add(learning.paths.add(title), note())
    learning.steps.add("angepasst", note("Eigenes"), SOMEONE)
    learning.paths.add("Eigen", "", SOMEONE)
    assert [each.is_sample for each in learning.paths.entries()] == [True, False, False]
    archive.discard_samples()
    assert [each.title for each in learning.paths.entries()] == ["Angepasst", "Eigen"]
