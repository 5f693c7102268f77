"""The command line: `wissensarchiv [--home DIR] COMMAND`."""

from pathlib import Path
from typing import Any

import click

from archive.errors import ArchiveError
from webui.click_german import SUBCOMMAND, german_messages, german_usage
from webui.commands.account import account
from webui.commands.backup import backup
from webui.commands.check import check
from webui.commands.evaluate import evaluate_command
from webui.commands.export import export
from webui.commands.forget_accesses import forget_accesses
from webui.commands.import_ import import_command
from webui.commands.ingest import ingest
from webui.commands.inspect import inspect
from webui.commands.mend import mend_command
from webui.commands.reindex import reindex
from webui.commands.restore import restore_command
from webui.commands.samples import samples
from webui.commands.search import search
from webui.commands.start import start
from webui.commands.verify import verify
from webui.commands.vocabulary import vocabulary
from webui.commands.worker import worker
from webui.complaints import complaint
from webui.logs import VARIABLE, LogFormat, set_up


class Commands(click.Group):
    """Commands whose errors with a reason end in one sentence.

    Exit codes: 0 is done, 1 done with refusals or not done for a reason in the data, 2 wrong use.
    """

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - as Click has it
        """Run the command line, with whatever Click itself says in German."""
        with german_messages():
            return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except ArchiveError as error:
            raise click.ClickException(complaint(error)) from error
        except click.NoSuchOption as error:
            own = [each for each in self.params if error.option_name in each.opts]
            if not own:
                raise
            raise click.UsageError(_misplaced(own[0]), error.ctx) from error


def _misplaced(option: click.Parameter) -> str:
    """Return where an option belongs that was written behind a command, though it stands before all of them."""
    (name,) = option.opts
    value = f" {option.metavar}" if option.metavar else ""
    return f"{name} steht vor dem Befehl: wissensarchiv {name}{value} {SUBCOMMAND}"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wissensarchiv", message="%(prog)s %(version)s", help="Die Fassung zeigen.")
@click.option(
    "--home",
    metavar="ORDNER",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="WISSENSARCHIV_HOME",
    default=Path("var"),
    show_default=True,
    help="Ordner des Archivs.",
)
@click.option(
    "--log",
    metavar="ART",
    type=click.Choice([each.value for each in LogFormat]),
    envvar=VARIABLE,
    default=LogFormat.WARNINGS.value,
    show_default=True,
    help="Was das Programm über seine Arbeit sagt: warnungen, text (alles) oder json (alles, für Programme).",
)
@click.pass_context
def cli(context: click.Context, home: Path, log: str) -> None:
    """Wissensarchiv JMD im Quartier: Protokolle, Methoden und Ergebnisse aufbewahren und wiederfinden."""
    context.obj = home
    set_up(LogFormat(log))


for command in (
    start,
    ingest,
    search,
    inspect,
    reindex,
    check,
    backup,
    verify,
    restore_command,
    mend_command,
    export,
    import_command,
    evaluate_command,
    samples,
    account,
    vocabulary,
    forget_accesses,
    worker,
):
    cli.add_command(command)
german_usage(cli)


def main() -> None:
    """Run the command line."""
    cli.main(prog_name="wissensarchiv")
