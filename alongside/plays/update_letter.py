"""How does an update read: what they asked, what was done since they last heard from us, and when they hear from us again?

Writes only what is in the record; where that says nothing, [brackets] ask whoever sends it. Whether it is due is decided elsewhere.
"""

from dataclasses import dataclass
from datetime import date

from alongside.judgement.dossier import Done
from alongside.judgement.words import day, short_day, span
from alongside.plays.drafts import Quoted, letter
from alongside.vocabulary import EntryKind

LEADS = {
    EntryKind.CONTAINMENT: "For now",
    EntryKind.CAUSE: "We found the cause",
    EntryKind.FIX: "What we change",
    EntryKind.FIX_DONE: "Done",
}
"""The steps of a file that they are told, and how each begins. Where it comes from and who said so stays with us."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an update is written from. `told_on` is our last word about it, `kept` what we promised them and did, each with its day."""

    who: str
    asked_on: date
    thing: str
    words: str
    told_on: date | None = None
    done: tuple[Done, ...] = ()
    kept: tuple[tuple[date, str], ...] = ()


def update_letter(told: Told, *, next_on: date, as_of: date) -> str:
    """Write the letter, with their words quoted under it."""
    opening = f"You asked me on {day(told.asked_on, as_of)}{' about ' + told.thing if told.thing else ''}"
    waited = (as_of - told.told_on).days if told.told_on else 0
    opening += f", and it is {span(waited)} since you last heard from me." if waited > 0 else "."
    return letter(
        told.who,
        opening,
        _where_it_stands(told, as_of),
        f"You will hear from me again by {day(next_on, as_of)}.",
        quoting=Quoted(told.who, told.asked_on, told.words),
    )


def _where_it_stands(told: Told, as_of: date) -> str:
    lines = [f"- {short_day(on, as_of)}: {words}" for on, words in sorted(_since(told))]
    if not lines:
        return "Here is where it stands: [what is done, what is still open]."
    return "Here is what was done since:\n" + "\n".join(lines)


def _since(told: Told) -> list[tuple[date, str]]:
    """List what was done after our last word, or since they asked."""
    since = told.told_on or told.asked_on
    steps = [(each.on, _step(each)) for each in told.done if each.kind in LEADS and each.on >= since]
    return steps + [(on, f"As promised: {_line(what)}") for on, what in told.kept if on >= since]


def _step(done: Done) -> str:
    by = f", by {day(done.due_on)}" if done.due_on else ""
    return f"{LEADS[done.kind]}: {_line(done.text)}{by}"


def _line(words: str) -> str:
    return " ".join(words.split()).rstrip(".")
