"""How does a command speak? Lines for a person, or with --json one document on stdout; messages go to stderr.

Exit codes: 0 done; 1 not all is well, and the answer says what; 2 the command was not written rightly; 3 no such
account, person or user; 4 a setting is wrong or the database does not answer.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Annotated, Any, NoReturn

import typer

DONE, NOT_WELL, WRITTEN_WRONG, NOT_FOUND, NOT_SET_UP = range(5)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of lines.")]
ForUser = Annotated[str, typer.Option("--user", help="Whose records, where several people use this installation.")]


class CommandError(Exception):
    """A command cannot do what was asked; the message is for the person, the code for a script."""

    def __init__(self, message: str, code: int = NOT_WELL) -> None:
        super().__init__(message)
        self.code = code


def answer(document: Any, lines: Iterable[str], *, as_json: bool) -> None:
    """Print the answer: the document as JSON, or the lines."""
    if as_json:
        print(json.dumps(document, default=plain, ensure_ascii=False, indent=2))
        return
    for line in lines:
        print(line)


def remark(line: str) -> None:
    """Say something beside the answer, on stderr."""
    print(line, file=sys.stderr, flush=True)


def give_up(trouble: str, code: int) -> NoReturn:
    """Say what went wrong and end; where JSON was asked for, the document on stdout says it too."""
    if "--json" in sys.argv:
        print(json.dumps({"error": trouble}, ensure_ascii=False))
    remark(f"alongside: {trouble}")
    raise SystemExit(code)


def plain(value: Any) -> Any:
    """Turn what JSON does not know into what it does: answer objects into their fields, dates into ISO."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, (set, frozenset, tuple)):
        return list(value)
    return str(value)
