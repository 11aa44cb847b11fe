"""What I did for you: the letter that tells a customer what came of their request inside our company.

Made from their own words, the day, how it ended, and the one part of the case that was written for them. What the case says of costs,
of what we get, of our deal floor, of who decides and of obstacles never comes near it: it is not handed to this file.
"""

from dataclasses import dataclass
from datetime import date

from alongside.judgement.words import day
from alongside.plays.drafts import Quoted, letter
from alongside.plays.saying import THEIRS_TO_THEM, ended, matter
from alongside.vocabulary import CaseState

OPENS = {
    CaseState.WON: "It is agreed.",
    CaseState.PARTLY_WON: "A part of it is agreed.",
    CaseState.LOST: "I could not bring it through.",
    CaseState.WITHDRAWN: "I did not take it further in the end.",
}
"""How the outcome is told, before the words that were written for them."""

TO_FILL = {
    CaseState.WON: "[What is agreed, and from when.]",
    CaseState.PARTLY_WON: "[Which part, from when, and what stays open.]",
    CaseState.LOST: "[The reason, as far as it helps them, and what you can offer instead.]",
    CaseState.WITHDRAWN: "[The reason, as far as it helps them, and what you can offer instead.]",
}
"""What stands there where nothing was written for them: only the user knows it."""

FOUGHT = "I took it to those who decide here, and argued for it."
STILL_FIGHTING = "I have taken it up here and am making the case for it; it is not decided yet. [What happens next.]"
NEXT_DAY = "You will hear from me again by [day]."


@dataclass(frozen=True, slots=True)
class Told:
    """All that the letter is made of. `for_them` are the words that were written for the customer, "" for none."""

    name: str
    asked_on: date
    what: str
    quote: str
    state: CaseState
    for_them: str = ""


def outcome_letter(told: Told, *, as_of: date) -> str:
    """Write the letter with their words quoted under it; before the outcome it says that the case is being made."""
    thing = matter(told.what, THEIRS_TO_THEM)
    opening = f"You asked me on {day(told.asked_on, as_of)}{' about ' + thing if thing else ''}."
    quoted = Quoted(told.name or "you", told.asked_on, told.quote or told.what)
    if not told.state.is_outcome:
        return letter(told.name, f"{opening} {STILL_FIGHTING}", NEXT_DAY, quoting=quoted)
    fought = FOUGHT if told.state is not CaseState.WITHDRAWN else ""
    words = ended(told.for_them.strip()) if told.for_them.strip() else TO_FILL[told.state]
    return letter(told.name, f"{opening} {fought}".strip(), f"{OPENS[told.state]} {words}", quoting=quoted)
