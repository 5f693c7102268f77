"""Converts files with LibreOffice."""

import subprocess
import tempfile
from pathlib import Path

#: Seconds after which a conversion is given up; a first start on a slow machine takes half a minute.
PATIENCE = 120


class ConversionError(RuntimeError):
    """LibreOffice or the browser did not produce the file."""


def convert(document: Path, target: Path) -> None:
    """Convert an office document into the format that `target`'s suffix names.

    Raises:
        ConversionError: when LibreOffice produced nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(tempfile.gettempdir(), "sample-holdings-office").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", target.suffix[1:]]
        told = run([*command, "--outdir", folder, str(document)])
        made = Path(folder, document.stem + target.suffix)
        if not made.exists():
            raise ConversionError(f"{document.name}: {told}")
        target.write_bytes(made.read_bytes())


def run(command: list[str]) -> str:
    """Run a program from the Debian packages and return what it said."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603 - our own
    return done.stdout + done.stderr
