"""How is a thread of letters written down? Reads the screenplay notation of threads/ into scripts; plays nothing.

== name
for: quality buying        whose subject this is (any of the person's topics)
season: sailing            when it can happen
needs: order               order | vessel | rail | second (another contact there)
levels: partner preferred  only at accounts of these levels
subject: ...
let: due=+2 t=3000..9000/100 road=A|B
event: visit meet 10:00 120 Plant visit at {company}
-- them                    who writes: them, them2, us, dave, priya, karen, linda
-- us 2h cc dave           after how long, who is copied in
-- us>dave 1h              written to him alone, as a forward
-- priya @due attach assay on the day of a `let`
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

_LISTS = {"for", "needs", "levels"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One letter of a script."""

    who: str
    text: str
    to: str = ""
    after: str = ""
    cc: tuple[str, ...] = ()
    attach: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A thread as it may go, to be worded each time anew."""

    name: str
    subject: str
    turns: tuple[Turn, ...]
    topics: frozenset[str] = frozenset()
    season: str = "any"
    needs: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    let: dict[str, str] = field(default_factory=dict, hash=False)
    event: str = ""


def scripts_in(text: str) -> tuple[Script, ...]:
    """Read every script of a screenplay, in the order written."""
    return tuple(_script(block) for block in text.split("\n== ")[1:])


def _script(block: str) -> Script:
    head, *turns = block.split("\n-- ")
    name, *lines = [line.strip() for line in head.strip().splitlines()]
    told = dict(line.split(": ", 1) for line in lines if line)
    return Script(
        name=name,
        subject=told["subject"],
        turns=tuple(_turn(turn) for turn in turns),
        topics=frozenset(told.get("for", "").split()),
        season=told.get("season", "any"),
        needs=frozenset(told.get("needs", "").split()),
        levels=frozenset(told.get("levels", "").split()),
        let=dict(pair.split("=", 1) for pair in told.get("let", "").split()),
        event=told.get("event", ""),
    )


def _turn(block: str) -> Turn:
    cue, _, text = block.partition("\n")
    words = cue.split()
    who, _, to = words[0].partition(">")
    after = words[1] if len(words) > 1 and words[1] not in ("cc", "attach") else ""
    return Turn(
        who, "\n\n".join(_paragraphs(text)), to, after, tuple(_after("cc", words)), "".join(_after("attach", words))
    )


def _after(word: str, words: list[str]) -> list[str]:
    return words[words.index(word) + 1].split(",") if word in words else []


def _paragraphs(text: str) -> Iterator[str]:
    """Join the source lines of a paragraph, but keep lists, which begin with "* ", as they are."""
    for block in text.strip().split("\n\n"):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if lines:
            yield "".join(
                ("\n" if line.startswith("* ") and i else " " if i else "") + line for i, line in enumerate(lines)
            )
