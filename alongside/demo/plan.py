"""What was agreed with National Steel, and what they may read of it: the steps and words that the demo begins with. Pure; nothing is written here.

They are no file that anybody could export, so `alongside demo` enters them after the import, as a person would.
"""

from dataclasses import dataclass
from datetime import date

from alongside.demo.days import working_day
from alongside.vocabulary import PublishedState, Side

WITH = "National Steel"
"""With whom the plan is."""

READER = "Joe Kowalski"
"""Who has the private address."""

HEADING = "What we do together before the ice"
GREETING = "Joe, this is where we stand. Tick off what is yours, and tell me where I am wrong."

ASKED_ABOUT = "demurrage"
"""The word by which the published request is found among those that were read from the mail."""

ASKED_IN_WORDS = "Where the demurrage charge on the last cargo comes from, and how it is kept from coming back"
DONE_SINCE = "The port sent its time sheet. We are comparing it with ours, hour by hour."
ASKED_STATE = PublishedState.LOOKING


@dataclass(frozen=True, slots=True)
class Planned:
    """A step as it was agreed; `for_them` are the words in which it is published, "" where it stays inside."""

    what: str
    side: Side
    whose: str
    due_on: date
    for_them: str = ""
    is_done: bool = False


def steps(as_of: date) -> tuple[Planned, ...]:
    """Give the steps, seen from the day for which the demo world was written."""
    ours, theirs = Side.OURS, Side.THEIRS
    return (
        Planned(
            "Send Joe the laydays of December",
            ours,
            "Alex Lindgren",
            working_day(as_of, -4),
            "We send the laydays of December",
            True,
        ),
        Planned(
            "Compare the port's time sheet with ours",
            ours,
            "Alex Lindgren",
            working_day(as_of, 1),
            "We compare the port's time sheet with ours",
        ),
        Planned(
            "Joe names who signs the time sheet at his dock",
            theirs,
            READER,
            working_day(as_of, -5),
            "You name who signs the time sheet at your dock",
        ),
        Planned(
            "Agree the winter stock by week",
            theirs,
            "Ann Petrov",
            working_day(as_of, 9),
            "You tell us the winter stock by week",
        ),
        Planned("Ask Dave for a second berth in March", ours, "Alex Lindgren", working_day(as_of, 15)),
    )
