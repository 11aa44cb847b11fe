"""Of the five rules one is the weakest: take the next concrete step on it.

Appears: one step for each account that is worth it: we are preferred vendor or partner there, or they ordered in the
last 24 months.
Settled by: the step showing in the record (a fact, what a problem costs, a suggestion, a meeting); a mail of ours alone
lets it rest a week.
Left out: accounts where nobody can be asked, and prospects.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.judgement.dossier import Dossier, Member, Need
from alongside.judgement.evidence import of_need
from alongside.judgement.finding import Evidence, Finding
from alongside.judgement.roles import roles_of
from alongside.judgement.rules import weakest
from alongside.judgement.rules.rung import TOP
from alongside.judgement.words import number
from alongside.plays.closeness import may_be_asked, ties
from alongside.plays.contract import Findings, Suggested
from alongside.plays.drafts import letter
from alongside.plays.record import as_known_on, by_person, is_reachable
from alongside.plays.saying import THEIRS_TO_THEM, THEIRS_TO_USER, ended, first_name, full_name, matter, quoted
from alongside.plays.worth import is_worth_the_work, level_of
from alongside.vocabulary import (
    NeedKind,
    OperationsFacet,
    PlayName,
    RelationshipLevel,
    RuleName,
    SightingKind,
    StakeholderRole,
)

NAME = PlayName.WEAKEST_RULE

FRESH_DAYS = 365
"""Days for which a fact about their business counts. Source: measures, section 2: twelve months a facet."""

COMPLAINT_DAYS = 180
"""Days for which a complaint is still worth asking about. Our choice."""

_OPERATIONS = (StakeholderRole.OPERATIONS, StakeholderRole.USER)
_BUYERS = (StakeholderRole.ECONOMIC_BUYER, StakeholderRole.EXECUTIVE_SPONSOR)
_BUYING = (StakeholderRole.PROCUREMENT, StakeholderRole.ECONOMIC_BUYER)

FACET_QUESTIONS: dict[OperationsFacet, tuple[str, str, tuple[StakeholderRole, ...]]] = {
    OperationsFacet.PRODUCTS_AND_MARKETS: (
        "what they make and who buys it",
        "what do you make, and who buys it",
        _BUYERS,
    ),
    OperationsFacet.GOALS_AND_KPIS: (
        "what they have to deliver this year, and how it is measured",
        "what do you have to deliver this year, and how is it measured",
        _BUYERS,
    ),
    OperationsFacet.RAW_MATERIALS: (
        "which raw materials they run on, and what they watch in them",
        "which raw materials do you run on, and what do you watch in them",
        _OPERATIONS,
    ),
    OperationsFacet.STOCK_CONSTRAINTS: (
        "how much they can hold in stock, and what limits it",
        "how much can you hold in stock, and what limits it",
        _OPERATIONS,
    ),
    OperationsFacet.TRANSPORT: (
        "how their material reaches them, and where it gets stuck",
        "how does your material reach you, and where does it get stuck",
        _OPERATIONS,
    ),
    OperationsFacet.PERSONNEL: ("who does what in their team", "who does what in your team", _BUYERS),
    OperationsFacet.CALENDAR: (
        "when they budget, plan and shut down",
        "when do you budget, plan and shut down",
        _OPERATIONS,
    ),
    OperationsFacet.OTHER_SUPPLIERS: (
        "who else supplies them, and what they like about them",
        "who else supplies you, and what do you like about them",
        _BUYING,
    ),
}
"""What to ask to learn a facet: as said to the user, as asked of them, and who is likely to know."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing to do: `key` names it, `ask` is the sentence of the letter."""

    key: str
    say: str
    who: Member
    ask: str
    settles_on: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _View:
    """What a step is chosen from: the record, and who of them can be asked, the closest first."""

    record: Dossier
    findings: Findings
    closest: tuple[Member, ...]
    as_of: date

    def in_role(self, roles: tuple[StakeholderRole, ...]) -> Member:
        """Give the closest who plays one of these parts, else the closest of all."""
        return next((member for member in self.closest if set(roles) & set(roles_of(member))), self.closest[0])


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield the next step on the account's weakest rule, if the account is worth it and somebody can be asked."""
    record = as_known_on(dossier, as_of)
    lowest = _weakest(findings)
    if lowest is None or not is_worth_the_work(record, findings, as_of=as_of):
        return
    by_tie = ties(findings)
    known = [m for m in record.members if is_reachable(m) and by_tie.get(m.id)]
    closest = tuple(sorted(known, key=lambda m: (-by_tie[m.id], m.id)))
    if closest:
        rule = RuleName(lowest.measure.removeprefix("rule:"))
        step = STEPS[rule](_View(record, findings, closest, as_of))
        if may_be_asked(by_person(record).get(step.who.id, ()), as_of=as_of):
            yield _item(record, findings, lowest, rule, step)


def _weakest(findings: Findings) -> Finding | None:
    """Choose the rule to work on; None when all five stand at the top or none was judged."""
    found = weakest(rule for name in RuleName for rule in findings.get(f"rule:{name.value}", ()))
    return found if found is not None and found.value != TOP else None


def _item(record: Dossier, findings: Findings, lowest: Finding, rule: RuleName, step: _Step) -> Suggested:
    rung = (
        f"at {number(lowest.value) if lowest.value else 'nought'} of {number(TOP)}"
        if lowest.value is not None
        else "unknown"
    )
    return Suggested(
        play=NAME,
        key=f"{NAME}:account:{record.account_id}:{rule}:{step.key}",
        say=step.say,
        why=f"“{rule.label.capitalize()}” is the weakest of the five rules here, {rung}. {lowest.reason}",
        evidence=step.evidence + tuple(e for e in lowest.evidence if e not in step.evidence),
        action="draft",
        action_label="Write",
        advances=f"{rule.label.capitalize()}, {rung}",
        gain=2 if level_of(findings) is RelationshipLevel.PREFERRED_VENDOR else 1,
        person_id=step.who.id,
        draft_subject="[A short subject]",
        draft_text=letter(full_name(step.who), step.ask, "[Why you ask, and what you would do with the answer.]"),
        settles_on=f"{step.settles_on} Your mail alone lets this rest for a week.",
    )


def _rapport(view: _View) -> _Step:
    who = view.closest[0]
    return _Step(
        key=f"person:{who.id}",
        say=f"Call {full_name(who)} without a deal in it, and ask how things are going.",
        who=who,
        ask="How are things going on your side?",
        settles_on=f"An exchange with {first_name(full_name(who))} about something other than a deal.",
    )


def _learn(view: _View) -> _Step:
    known = {fact.topic for fact in view.record.facts if fact.as_of > view.as_of - timedelta(days=FRESH_DAYS)}
    if view.record.is_public_body:
        known.add(OperationsFacet.PRODUCTS_AND_MARKETS)  # they sell nothing
    facet = next((facet for facet in FACET_QUESTIONS if facet not in known), OperationsFacet.GOALS_AND_KPIS)
    said, asked, roles = FACET_QUESTIONS[facet]
    who = view.in_role(roles)
    return _Step(
        key=facet,
        say=f"Ask {full_name(who)} {said}.",
        who=who,
        ask=f"May I ask you something so that we can do better for you: {asked}?",
        settles_on=f"A fact about {facet.label} noted with this account.",
    )


def _needs(view: _View) -> _Step:
    need = next((need for need in reversed(view.record.needs) if not need.quantified and not need.consequence), None)
    if need:
        seen = of_need(need, as_of=view.as_of)
        is_want = need.kind is NeedKind.EXPLICIT
        return _cost_of(view, need.person_id, need.text, f"need:{need.id}", seen, is_want=is_want)
    since = view.as_of - timedelta(days=COMPLAINT_DAYS)
    complaints = [s for s in view.record.sightings if s.kind is SightingKind.COMPLAINT and s.at.date() > since]
    if complaints:
        last = complaints[-1]
        seen = Evidence("sighting", last.id, "complaint", last.at.date().isoformat())
        return _cost_of(view, last.person_id, last.detail.get("what") or last.quote, f"sighting:{last.id}", seen)
    who = view.closest[0]
    return _Step(
        key="first",
        say=f"Ask {full_name(who)} which problem costs them the most at the moment.",
        who=who,
        ask="Which problem costs you the most at the moment?",
        settles_on="A need noted with this account, in their words.",
    )


def _cost_of(
    view: _View, person_id: int | None, words: str, key: str, seen: Evidence, *, is_want: bool = False
) -> _Step:
    who = next((member for member in view.closest if member.id == person_id), view.closest[0])
    for_user, for_them = matter(words, THEIRS_TO_USER), matter(words, THEIRS_TO_THEM)
    told = ended(f"{'You told us' if who.id == person_id else 'We have noted'}: {quoted(words)}")
    if is_want:
        said, ask = (
            f"what it costs them not to have it: {quoted(words)}",
            f"{told} What does it cost you not to have it",
        )
    elif for_user:
        said, ask = f"what {for_user} costs them.", f"What does {for_them} cost you"
    else:
        said, ask = f"what this costs them: {quoted(words)}", f"{told} What does it cost you"
    return _Step(
        key=key,
        say=f"Ask {full_name(who)} {said}",
        who=who,
        ask=f"{ask}, in time or in money?",
        settles_on="What it costs them, noted with the need.",
        evidence=(seen,),
    )


def _suggestions(view: _View) -> _Step:
    need: Need | None = view.record.needs[-1] if view.record.needs else None
    who = next((m for m in view.closest if need and m.id == need.person_id), view.closest[0])
    about = matter(need.text, THEIRS_TO_USER) or quoted(need.text) if need else ""
    on = f" on {about}" if about else ""
    return _Step(
        key=f"need:{need.id}" if need else "first",
        say=f"Make {full_name(who)} one suggestion{on} that nobody has asked for.",
        who=who,
        ask="Here is a thought that may be of use to you: [your suggestion, and what it would change for them].",
        settles_on="A suggestion of ours in the record.",
        evidence=(of_need(need, as_of=view.as_of),) if need else (),
    )


def _be_there(view: _View) -> _Step:
    judged = [f for f in view.findings.get("presence", ()) if f.value != "planned"]
    ratio = {f.subject: (f.extra or {}).get("ratio") or 0 for f in judged}
    late = max(view.closest, key=lambda member: ratio.get(f"person:{member.id}", 0))
    return _Step(
        key=f"person:{late.id}",
        say=f"Put the next meeting with {full_name(late)} into the calendar.",
        who=late,
        ask="I would like to come by: would [two days that suit you] work for you?",
        settles_on=f"A meeting with {first_name(full_name(late))} in the calendar.",
    )


STEPS: dict[RuleName, Callable[[_View], _Step]] = {
    RuleName.BUILD_RAPPORT: _rapport,
    RuleName.LEARN_THEIR_BUSINESS: _learn,
    RuleName.KNOW_THEIR_NEEDS: _needs,
    RuleName.OFFER_SUGGESTIONS: _suggestions,
    RuleName.BE_THERE: _be_there,
}
"""The next step on each rule."""
