"""Where does our fight inside our own company stand, what is missing in the case, and do they know what came of it?

Read from what was written into the case. It never says what the customer may read: everything here but the outcome's own words for
them stays inside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from alongside.judgement.finding import Evidence, Finding
from alongside.judgement.words import ago, count, day, short_day, span
from alongside.vocabulary import CasePart, CaseState

QUESTIONS = {
    CasePart.NEED: "What do they need, and why?",
    CasePart.COSTS: "What does it cost us?",
    CasePart.GAIN: "What does our company get?",
    CasePart.FLOOR: "What is the worst that we could accept?",
    CasePart.DECIDES: "Who decides inside our company, and by when?",
    CasePart.OBSTACLES: "What stands in the way?",
}
"""What a case must answer before it goes to those who decide, in the order of the page. Source: glossary, going to bat."""


@dataclass(frozen=True, slots=True)
class Said:
    """One entry of a case: its part and words, what belongs to the part, and when it was written."""

    part: CasePart
    text: str
    said_at: datetime
    state: CaseState | None = None
    on: date | None = None
    value: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it is judged. `entries` are all that count, oldest first; `wrote_at` are our letters to whoever asked, in that thread."""

    request_id: int
    name: str
    entries: Sequence[Said]
    wrote_at: Sequence[datetime] = ()

    def newest(self, part: CasePart) -> Said | None:
        """Give what holds of a part: the newest entry."""
        return next((each for each in reversed(self.entries) if each.part is part), None)

    @property
    def state(self) -> CaseState:
        """A case that nobody said anything of is being prepared."""
        said = self.newest(CasePart.STATE)
        return said.state if said and said.state else CaseState.PREPARING


def advocacy(case: Case, *, as_of: date) -> Finding:
    """Say how the case stands on this day. `value` is a CaseState; the questions that nobody answered are `unknown`."""
    told = {each.part for each in case.entries}
    missing = tuple(ask for part, ask in QUESTIONS.items() if part not in told)
    return Finding(
        measure="advocacy",
        subject=f"request:{case.request_id}",
        value=case.state,
        reason=_reason(case, as_of),
        evidence=(Evidence("request", case.request_id, "what they asked", ""),),
        n=len(case.entries),
        known=len(QUESTIONS) - len(missing),
        needed=len(QUESTIONS),
        unknown=missing if not case.state.is_outcome else (),
        would_change=_would_change(case, as_of),
    )


def told_on(case: Case) -> date | None:
    """Give the day on which they heard of the outcome: by a letter of ours after it, or as one of us said. None: not yet, or no outcome."""
    outcome = case.newest(CasePart.STATE)
    if outcome is None or not case.state.is_outcome:
        return None
    said = case.newest(CasePart.TOLD)
    days = [said.on] if said and said.on and said.said_at >= outcome.said_at else []
    days += [at.date() for at in case.wrote_at if _is_after(at, outcome)]
    return min(days, default=None)


def _is_after(at: datetime, outcome: Said) -> bool:
    """Say whether a letter can have told it: written on a later day, or on the same day after the outcome was written down."""
    if outcome.on and at.date() != outcome.on:
        return at.date() > outcome.on
    return at > outcome.said_at


def decides_on(case: Case) -> date | None:
    """Give the day by which it is decided, as long as it is not."""
    decides = case.newest(CasePart.DECIDES)
    return decides.on if decides and not case.state.is_outcome else None


def _reason(case: Case, as_of: date) -> str:
    state = case.newest(CasePart.STATE)
    if case.state.is_outcome and state:
        when = short_day(state.on, as_of) if state.on else short_day(state.said_at.date(), as_of)
        heard = told_on(case)
        knows = f"{case.name} was told {ago(heard, as_of)}" if heard else f"{case.name} was not told yet"
        return f"{case.state.label.capitalize()} on {when}; {knows}."
    opening = "It is being prepared" if case.state is CaseState.PREPARING else "It is before those who decide"
    return f"{opening}{_who_decides(case, as_of)}."


def _who_decides(case: Case, as_of: date) -> str:
    decides = case.newest(CasePart.DECIDES)
    if decides is None:
        return "; who decides is not written down"
    if decides.on is None:
        return f"; {decides.text} decides, and no day is named"
    if decides.on < as_of:
        return f"; {decides.text} was to decide by {day(decides.on, as_of)}, {span((as_of - decides.on).days)} ago"
    return f"; {decides.text} decides by {day(decides.on, as_of)}"


def _would_change(case: Case, as_of: date) -> str:
    if case.state.is_outcome:
        return "" if told_on(case) else f"Tell {case.name} what came of it; the letter is written below."
    missing = [ask for part, ask in QUESTIONS.items() if case.newest(part) is None]
    if missing:
        return f"{count(len(missing), 'question').capitalize()} of the case {'is' if len(missing) == 1 else 'are'} still open."
    due = decides_on(case)
    return "Say what was decided." if due and due < as_of else "The case is complete."
