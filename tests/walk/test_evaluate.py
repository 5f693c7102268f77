"""`evaluate`, on folders as they are found and made."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webui.cli import cli

QUERIES = '{"_id": "f1", "text": "Wie geht die Nadelmethode?"}\n'
CORPUS = '{"_id": "t1", "title": null, "text": "Die Nadelmethode zeigt\u2028Lieblingsorte."}\n'
QRELS = "query-id\tcorpus-id\tscore\nf1\tt1\t1\n"


def _folder(root: Path, **changed: str | None) -> Path:
    """Make a folder in BEIR's layout, some of its files changed or, by None, left out."""
    parts = {"corpus.jsonl": CORPUS, "queries.jsonl": QUERIES, "qrels.tsv": QRELS} | changed
    for name, text in parts.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("latin-1" if "ü" in text else "utf-8"))
    return root


def _evaluate(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["evaluate", str(folder), *options])


@pytest.mark.parametrize("qrels", ["qrels.tsv", "qrels/test.tsv"])
def test_one_query_is_enough_wherever_its_answers_stand(tmp_path: Path, qrels: str) -> None:
    result = _evaluate(_folder(tmp_path, **{"qrels.tsv": None, qrels: QRELS}), "--json")
    assert result.exit_code == 0, result.output
    figures = json.loads(result.stdout)
    assert (figures["ndcg@10"], figures["queries"], figures["documents"]) == (1.0, 1, 1)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"corpus.jsonl": None}, ["fehlt", "corpus.jsonl"]),
        ({"queries.jsonl": None}, ["fehlt", "queries.jsonl"]),
        ({"qrels.tsv": None}, ["fehlt", "qrels.tsv oder qrels/test.tsv"]),
        ({"corpus.jsonl": CORPUS + '\n{"_id": "t2", "te'}, ["corpus.jsonl", "Zeile 3", "JSON"]),
        ({"corpus.jsonl": CORPUS + '{"_id": "t2"}'}, ["corpus.jsonl", "Zeile 2", "„text“"]),
        ({"corpus.jsonl": '{"text": "ohne Kennung"}'}, ["corpus.jsonl", "Zeile 1", "„_id“"]),
        ({"corpus.jsonl": '{"_id": "1", "text": 3}'}, ["corpus.jsonl", "Zeile 1"]),
        ({"corpus.jsonl": "[1, 2]"}, ["corpus.jsonl", "Zeile 1"]),
        ({"corpus.jsonl": '{"_id": "1", "text": "für"}'}, ["corpus.jsonl", "Zeile 1"]),
        ({"queries.jsonl": "Wie geht das?"}, ["queries.jsonl", "Zeile 1"]),
        ({"qrels.tsv": "f1 t1 1\n"}, ["qrels.tsv", "Zeile 1", "Tabulatoren"]),
        ({"qrels.tsv": QRELS + "f1\tt1\tsehr gut\n"}, ["qrels.tsv", "Zeile 3", "ganze Zahl"]),
        ({"qrels.tsv": QRELS + "f2\tt1\t1\n"}, ["qrels.tsv", "Zeile 3", "„f2“", "queries.jsonl"]),
        ({"qrels.tsv": "f1\tt1\t0\n"}, ["qrels.tsv", "zu keiner Frage"]),
    ],
)
def test_what_is_wrong_with_a_folder_is_said_with_file_and_line(
    tmp_path: Path, changed: dict[str, str | None], said: list[str]
) -> None:
    result = _evaluate(_folder(tmp_path, **changed))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.exception.__class__ is SystemExit
    assert all(part in result.stderr for part in said), result.stderr
