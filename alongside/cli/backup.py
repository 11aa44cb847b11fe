"""`alongside backup FILE`: a checked copy of everything, made while the program goes on working."""

from pathlib import Path
from typing import Annotated

import typer

from alongside.cli.ready import open_installation
from alongside.cli.speak import AsJson, CommandError, answer

Target = Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy of the database goes.")]


def backup(target: Target, as_json: AsJson = False) -> None:
    """Copy the database to FILE and attached files to FILE.attachments.tar; checks the copy before it keeps it."""
    open_installation()
    from alongside.config.backup import BackupError, back_up

    try:
        made = back_up(target.expanduser().absolute())
    except BackupError as refusal:
        raise CommandError(str(refusal)) from refusal
    lines = [f"{made.database}: {made.database_bytes / 1024**2:,.1f} MiB, checked and sound."]
    if made.attachments:
        size = f"{made.attachments_bytes / 1024**2:,.1f} MiB"
        lines.append(f"{made.attachments}: {made.attached_files} attached files, {size}.")
    answer(made, lines, as_json=as_json)
