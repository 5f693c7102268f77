"""The learning paths and the core methods of the sample holdings."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archive.archive import Archive
from archive.learning.values import StepContent, StepKind
from archive.methods import Note
from indexer.passages import passage_id


def lay(archive: Archive, described: Path, codes: Mapping[str, str]) -> None:
    """Add the sample paths and mark the core methods, unless there are paths already.

    Args:
        archive: The archive.
        described: The file that describes them.
        codes: File of a sample → reference code of the document that holds it.
    """
    if archive.learning.paths.entries():
        return  # laid at an earlier start, or the coordination has its own
    told = tomllib.loads(described.read_text(encoding="utf-8"))
    for file in told["core_methods"]:
        archive.methods.say(codes[file], Note(is_core=True))
    for entry in told["path"]:
        key = archive.learning.paths.add(entry["title"], entry["text"])
        for step in entry["step"]:
            archive.learning.steps.add(key, _content(step, codes))
        archive.learning.paths.publish(key)


def _content(step: Mapping[str, Any], codes: Mapping[str, str]) -> StepContent:
    if "file" not in step:
        return StepContent(StepKind.NOTE, step["minutes"], step["text"], step["title"], link=step.get("link", ""))
    code = codes[step["file"]]
    if "passage" not in step:
        return StepContent(StepKind.DOCUMENT, step["minutes"], step["text"], document=code)
    passage = passage_id(code, step["heading"], step["passage"])
    return StepContent(StepKind.PASSAGE, step["minutes"], step["text"], document=code, passage=passage)
