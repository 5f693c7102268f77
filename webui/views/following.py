"""Was wurde daraus? What became of one decision or task, and what may have."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from archive.follow_ups import PassageEnd, Verdict
from indexer.correcting import anchor_of
from indexer.passages import Passage
from webui.following import proposals_for
from webui.lineage import lineage
from webui.reader import agent
from webui.register import RegisterEntry, register_entries
from webui.services import services
from webui.views.documents import described_by_code

bp = Blueprint("following", __name__, url_prefix="/aufgaben")


@bp.get("/<passage>")
def became(passage: str) -> str:
    """Show a decision or task, what became of it, and what the archive proposes."""
    entry = entry_or_404(passage)
    known = lineage()
    told, before = known.of(passage), known.before(passage)
    proposed = proposals_for(entry.passage, entry.document, known)
    later = [*(each.later for each in told), *(each.later for each in proposed)]
    codes = {each.document for each in (*later, *(each.earlier for each in before))}
    documents = described_by_code(codes)
    return render_template(
        "agreements/became.html",
        entry=entry.told(known.states),
        told=[each for each in told if each.later.document in documents],
        before=[each for each in before if each.earlier.document in documents],
        proposed=[each for each in proposed if each.later.document in documents],
        documents=documents,
        verdicts=[each for each in Verdict if each is not Verdict.UNRELATED],
        saved=request.args.get("gespeichert", ""),
    )


@bp.post("/<passage>")
def judge(passage: str) -> Response:
    """Keep a verdict on a decision or task and a later passage, and go back."""
    entry = entry_or_404(passage)
    asked = services().texts.passages_by_id([request.form.get("stelle", "")])
    other = next(iter(asked.values()), None) or abort(400)
    verdict = request.form.get("urteil", "")
    if verdict not in set(Verdict) or other.document not in described_by_code([other.document]):
        abort(400)
    known = lineage().verdict(passage, other.id)
    earlier, later = _end(entry.passage), _end(other)
    number = known.number if known else 0
    services().archive.follow_ups.judge(earlier, later, Verdict(verdict), agent(), number)
    since = request.form.get("vorschlaege-ab")
    if since is not None:
        return redirect(url_for("proposals.index", ab=since or None, gespeichert="ja"), code=303)
    return redirect(url_for("following.became", passage=passage, gespeichert="ja"), code=303)


def entry_or_404(passage: str) -> RegisterEntry:
    """Return a decision or task the reader may see, or answer that there is none."""
    return next(iter(register_entries([passage])), None) or abort(404)


def _end(passage: Passage) -> PassageEnd:
    anchor = anchor_of(services().texts.passages(passage.document), passage.id) or abort(400)
    return PassageEnd(passage.document, passage.id, anchor)
