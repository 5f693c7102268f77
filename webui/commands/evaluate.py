"""`wissensarchiv evaluate`: how good the search is on judged queries."""

import tempfile
from pathlib import Path

import click

from indexer.evaluation import Figures, evaluate
from indexer.judged_set import read_judged_set
from webui.commands.json_output import as_json, json_option
from webui.compose import german_analysis


@click.command("evaluate")
@click.argument("folder", metavar="ORDNER", type=click.Path(path_type=Path, exists=True, file_okay=False))
@json_option
def evaluate_command(folder: Path, output: str) -> None:
    """Miss die Suche an beurteilten Fragen (Ordner im BEIR-Format) in einem Index, der danach gelöscht wird."""
    with tempfile.TemporaryDirectory() as index:
        record = _record(evaluate(read_judged_set(folder), german_analysis(), Path(index)))
    if output == "json":
        click.echo(as_json(record))
    else:
        click.echo("\n".join(f"{name:>16}  {value}" for name, value in record.items()))


def _record(figures: Figures) -> dict[str, float | int]:
    return {
        "ndcg@10": round(figures.ndcg, 4),
        "mrr@10": round(figures.mrr, 4),
        "recall@100": round(figures.recall, 4),
        "p50_ms": round(figures.p50_ms, 2),
        "p95_ms": round(figures.p95_ms, 2),
        "passages_per_s": round(figures.passages_per_s, 1),
        "queries": figures.queries,
        "documents": figures.documents,
    }
