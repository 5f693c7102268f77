"""LibreOffice, where it is installed: writes files of its and other offices in another format.

Each run has a profile of its own. In it macros do not run and links to other places are not followed: a file from
outside could have the archive ask for pages in its name (without this, LibreOffice 7.4 loads a picture by HTTP).
"""

import os
import shutil
from pathlib import Path

from indexer.extraction.errors import BrokenError
from indexer.extraction.programs import run

#: Bytes of address space; LibreOffice reserves more than our own limit allows, and uses about 220 MB.
MEMORY = 3 * 1024**3
#: Runs a program behind everything else and within its own limit (in KiB), instead of that of our child process.
LIMITED = ("/bin/sh", "-c", 'ulimit -S -v "$1"; shift; renice -n 10 -p $$ >/dev/null 2>&1; exec "$@"', "sh")

_SCRIPTING = "org.openoffice.Office.Common/Security/Scripting"
_SETTING = '<item oor:path="/{}"><prop oor:name="{}" oor:op="fuse"><value>true</value></prop></item>'
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</oor:items>
""".format(
    "".join(
        _SETTING.format(_SCRIPTING, each)
        for each in ("BlockUntrustedRefererLinks", "DisableMacrosExecution", "DisableActiveContent")
    )
)


def installed_libreoffice() -> str | None:
    """Return the program, or None where there is none."""
    return shutil.which("soffice")


def convert(program: str, path: Path, ending: str, folder: Path, seconds: float) -> Path:
    """Have a file written in another format, and return where.

    Args:
        program: LibreOffice's.
        path: The file's.
        ending: Of the other format: "docx", "pdf".
        folder: An empty folder, for the new file and the profile; whoever made it removes it.
        seconds: How long it may take.

    Raises:
        TimeoutError: It took longer.
        BrokenError: LibreOffice cannot read the file.
    """
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", ending]
    command = [*LIMITED, str(MEMORY // 1024), program, *options, "--outdir", str(folder), str(path)]
    done = run(command, seconds, environment={"TMPDIR": os.fspath(folder)})
    written = next(folder.glob(f"*.{ending}"), None)
    if written is None:
        raise BrokenError(done.stderr.decode(errors="replace").strip() or "LibreOffice cannot read it.")
    return written
