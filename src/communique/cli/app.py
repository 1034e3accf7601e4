"""The command line. Every command translates between words typed and the library, and does nothing else.

Exit codes: 0 all well, also where nobody reads the output to its end; 1 some inputs could not be read (each is listed
at the end), or the output could not be written; 2 the command was not understood; 3 the record cannot be used.
"""

import sys
from collections.abc import Callable

import typer

from communique.cli import corrections, lives, processes, queries, users, views
from communique.cli.add import add
from communique.cli.entries import brief, doctor, export, show
from communique.cli.outputs import Commands
from communique.cli.plans import proposals
from communique.cli.read import read
from communique.cli.search import search
from communique.cli.serve import serve
from communique.cli.versions import versions
from communique.errors import CommuniqueError

app = typer.Typer(
    cls=Commands,
    name="communique",
    help="Read news reports about talks and keep the record: who met whom, who said what, where each side stands.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
COMMANDS: dict[str, Callable[..., None]] = {
    "read": read,
    "add": add,
    "timeline": views.timeline,
    "meetings": lives.meetings,
    "processes": processes.processes,
    "process": processes.process,
    "who": views.who,
    "said": views.said,
    "positions": views.positions,
    "proposals": proposals,
    "next": views.next_,
    "sources": views.sources,
    "chains": lives.chains,
    "disputes": views.disputes,
    "find": queries.find,
    "ask": queries.ask,
    "search": search,
    "brief": brief,
    "show": show,
    "export": export,
    "accept": corrections.accept,
    "reject": corrections.reject,
    "edit": corrections.edit,
    "add-entry": corrections.add_entry,
    "merge": corrections.merge,
    "split": corrections.split,
    "rename-process": processes.rename_process,
    "join-processes": processes.join_processes,
    "split-process": processes.split_process,
    "retract": corrections.retract,
    "reinstate": corrections.reinstate,
    "undo": corrections.undo,
    "corrections": corrections.corrections,
    "versions": versions,
    "serve": serve,
    "doctor": doctor,
}
"""Every command, in the order of `--help`."""

for name, command in COMMANDS.items():
    app.command(name)(command)
app.add_typer(users.app, name="users")


def main() -> None:
    """Run the command line; a fault of the user's or of an input is one line on standard error, never a traceback."""
    try:
        app()
    except CommuniqueError as error:
        print(f"communique: {error}", file=sys.stderr)
        sys.exit(error.code)
