"""What does each play look for, when does its item appear, and what settles it? Writes docs/plays.md from the plays.

Run `python -m alongside.plays.manual` to write the page anew; a test holds the two together.
"""

import inspect
from pathlib import Path
from types import ModuleType

from alongside.plays import PLAYS
from alongside.plays.order import why_this_order

PAGE = Path("docs/plays.md")
"""Where the page stands, from the root of the project."""

LABELS = ("Appears:", "Settled by:", "Left out:")
"""What a play's docstring says after its first sentence, in this order; the last may be missing."""


def manual() -> str:
    """Write the page: how Today is sorted, then every play in the words of its own file."""
    opening = (
        "# The plays of Today\n\n"
        "A play looks at one account and says what there is to do. Nothing is ticked off by hand that the record "
        "shows: an item settles itself when the deed is seen.\n\n"
        f"{why_this_order()} What belongs to one person and one thread is one item. "
        "Nobody who left and no automatic sender is ever named.\n"
    )
    return "\n".join([opening, *(_section(play) for play in PLAYS)])


def _section(play: ModuleType) -> str:
    what, said = _parts(play)
    lines = [f"- **{label.removesuffix(':')}** {text[0].lower()}{text[1:]}" for label, text in said.items()]
    return f"## {play.NAME.label.capitalize()}\n\n{what}\n\n" + "\n".join(lines) + "\n"


def _parts(play: ModuleType) -> tuple[str, dict[str, str]]:
    """Take the docstring apart: the first sentence, and what follows each label."""
    text = " ".join(inspect.getdoc(play).split())  # type: ignore[union-attr]
    places = [(text.index(label), label) for label in LABELS if label in text]
    ends = [at for at, _ in places[1:]] + [len(text)]
    said = {label: text[at + len(label) : end].strip() for (at, label), end in zip(places, ends, strict=True)}
    return text[: places[0][0]].strip(), said


if __name__ == "__main__":
    PAGE.write_text(manual(), encoding="utf-8")
