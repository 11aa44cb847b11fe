"""What should one of us know before meeting this person? One page: where we stand, what is open, what to ask.

Gathers what the rules and the record say; judges nothing itself. Every line carries its evidence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from alongside.judgement import evidence as show
from alongside.judgement.dossier import Commitment, Dossier, Fact, Meeting, Member, Need, Request, Touch
from alongside.judgement.finding import Evidence, Finding
from alongside.judgement.months import months_before
from alongside.judgement.plan import Step, plan
from alongside.judgement.questions import MOST_BROUGHT_UP, kind_of_request
from alongside.judgement.words import ago, day, number, sentence, short_day, span
from alongside.vocabulary import CommitmentState, NeedKind, OperationsFacet, RequestKind, RequestState, Side

FRESH_MONTHS = 12
"""Months for which a fact is still told as known. Source: measures, facts about people: twelve months."""

TOUCHES_SHOWN = 4
"""The latest contacts that are named. Our choice: what one remembers of a conversation."""

MATTERS_SHOWN = 10
"""Open requests, and promises, that are named; how many more there are is said. Our choice: it is one page."""

QUESTIONS_ASKED = 3
"""Questions to take along. Source: product, scene 6: three good questions."""

FACET_QUESTIONS = {
    OperationsFacet.PRODUCTS_AND_MARKETS: "What do you sell most of this year, and to whom would you sell more?",
    OperationsFacet.GOALS_AND_KPIS: "Which figure will your superiors look at first at the end of the year?",
    OperationsFacet.RAW_MATERIALS: "Which raw material gives you the most trouble, and how do you notice it?",
    OperationsFacet.STOCK_CONSTRAINTS: "How much can you keep on the ground, and what happens when it runs low?",
    OperationsFacet.TRANSPORT: "What holds your deliveries up most often, and what does a day of it cost?",
    OperationsFacet.PERSONNEL: "Who joins or leaves this year, and what changes with them?",
    OperationsFacet.CALENDAR: "When are your shutdowns, and by when must everything be on site?",
    OperationsFacet.OTHER_SUPPLIERS: "Which of your suppliers makes your life easiest, and what do they do for it?",
}
"""A question that opens what we do not know of their business. Source: SPIN, situation and problem questions."""

SUCCESS_TOPICS = frozenset({"success_metric", "goal", "goals", "pet_project", "personal_win"})
"""Topics of facts that tell what this person wants to achieve."""

SUCCESS_QUESTION = "What would make this year a success for you, seen by those whom you report to?"


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One sentence of a brief, with what it rests on."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """One page about a person before a meeting; an empty part means that the record has nothing to say there.

    `stand` is where we stand with the account and with the person, `open` what they wait for, `promised` what we owe
    and what they owe, `planned` the open steps of the joint plan,
    `told` what they told us of themselves and of their needs, `lately` the latest
    contacts, `unknown` what we do not know, `questions` what to ask.
    """

    person_id: int
    name: str
    title: str
    account_id: int
    account: str
    as_of: date
    meeting: BriefLine | None
    stand: tuple[BriefLine, ...]
    open: tuple[BriefLine, ...]
    promised: tuple[BriefLine, ...]
    planned: tuple[BriefLine, ...]
    told: tuple[BriefLine, ...]
    lately: tuple[BriefLine, ...]
    unknown: tuple[str, ...]
    questions: tuple[str, ...]


def brief(dossier: Dossier, findings: Mapping[str, tuple[Finding, ...]], *, person_id: int, as_of: date) -> Brief:
    """Write the brief about one person of the account. Raises LookupError when nobody there has this id."""
    member = dossier.member(person_id)
    if member is None:
        raise LookupError(f"{dossier.account_name} has no person {person_id}")
    return Brief(
        person_id=member.id,
        name=member.name,
        title=member.title,
        account_id=dossier.account_id,
        account=dossier.account_name,
        as_of=as_of,
        meeting=_meeting(dossier.meetings, member, as_of),
        stand=tuple(_stand(findings, member)),
        open=(*_open(dossier, member, as_of), *_inside(findings)),
        promised=tuple(_promised(dossier, member, as_of)),
        planned=tuple(_planned(dossier, member, as_of)),
        told=tuple(_told(dossier, member, as_of)),
        lately=tuple(_lately(dossier.touches, member, as_of)),
        unknown=_unknown(findings),
        questions=tuple(_questions(dossier, member, as_of))[:QUESTIONS_ASKED],
    )


def _meeting(meetings: Iterable[Meeting], member: Member, as_of: date) -> BriefLine | None:
    ahead = [m for m in meetings if member.id in m.person_ids and m.starts_at.date() >= as_of]
    if not ahead:
        return None
    first = min(ahead, key=lambda meeting: meeting.starts_at)
    on = first.starts_at.date()
    where = f", {first.location}" if first.location else ""
    rests_on = Evidence("interaction", first.interaction_id, f"meeting, {short_day(on, as_of)}", on.isoformat())
    return BriefLine(f"{first.summary or 'Meeting'} on {day(on, as_of)}{where}", (rests_on,))


def _stand(findings: Mapping[str, tuple[Finding, ...]], member: Member) -> Iterator[BriefLine]:
    own = f"person:{member.id}"
    chosen = [*findings.get("level", ())[:1]]
    chosen += [f for name in ("tie", "presence", "responsiveness") for f in findings.get(name, ()) if f.subject == own]
    yield from (BriefLine(finding.reason, finding.evidence) for finding in chosen if finding.value is not None)


def _open(dossier: Dossier, member: Member, as_of: date) -> Iterator[BriefLine]:
    waiting = [r for r in dossier.requests if r.state is RequestState.OPEN and r.asked_on <= as_of]
    theirs_first = sorted(waiting, key=lambda r: (r.person_id != member.id, r.asked_on))
    yield from (_request(request, dossier, member, as_of) for request in theirs_first[:MATTERS_SHOWN])
    yield from _more(theirs_first)


def _inside(findings: Mapping[str, tuple[Finding, ...]]) -> Iterator[BriefLine]:
    """What we fight for inside our company and they know no outcome of, and what they agreed to bring."""
    for finding in findings.get("inside", ())[:MATTERS_SHOWN]:
        what = sentence(str((finding.extra or {}).get("what", "")))
        yield BriefLine(f"{what} {finding.reason}", finding.evidence)


def _request(request: Request, dossier: Dossier, member: Member, as_of: date) -> BriefLine:
    who = dossier.member(request.person_id)
    name = "" if who is None or who.id == member.id else f"{who.name}: "
    told = request.last_update_on
    update = f", last told {ago(told, as_of)}" if told and told <= as_of else ", nothing was told since"
    label = f"request, {short_day(request.asked_on, as_of)}"
    rests_on = Evidence("request", request.id, label, request.asked_on.isoformat())
    return BriefLine(f"{name}{request.what} (asked {ago(request.asked_on, as_of)}{update})", (rests_on,))


def _promised(dossier: Dossier, member: Member, as_of: date) -> Iterator[BriefLine]:
    due = [c for c in dossier.commitments if c.state is CommitmentState.OPEN and c.promised_on <= as_of]
    mine = [c for c in due if c.person_id in {member.id, None}]
    ours_first = sorted(mine, key=lambda c: (c.side is Side.THEIRS, c.due_on or date.max))
    yield from (_promise(commitment, member, as_of) for commitment in ours_first[:MATTERS_SHOWN])
    yield from _more(ours_first)


def _planned(dossier: Dossier, member: Member, as_of: date) -> Iterator[BriefLine]:
    """Name the open steps of the joint plan: the person's own first, then the others in their order."""
    steps = plan(dossier.plan, as_of=as_of).open
    own_first = sorted(steps, key=lambda step: step.whose.casefold() != member.name.casefold())
    yield from (_step(step, dossier, as_of) for step in own_first[:MATTERS_SHOWN])
    yield from _more(own_first)


def _step(step: Step, dossier: Dossier, as_of: date) -> BriefLine:
    rests_on = Evidence(
        "plan", dossier.account_id, f"joint plan, {short_day(step.since, as_of)}", step.since.isoformat()
    )
    return BriefLine(f"{step.whose}: {step.what.rstrip('.')}{_when_due(step.due_on, as_of)}", (rests_on,))


def _more(matters: Sequence[object]) -> Iterator[BriefLine]:
    if len(matters) > MATTERS_SHOWN:
        yield BriefLine(f"And {number(len(matters) - MATTERS_SHOWN)} more.")


def _promise(commitment: Commitment, member: Member, as_of: date) -> BriefLine:
    who = "We" if commitment.side is Side.OURS else member.name.split()[0] if member.name else "They"
    text = f"{who} promised: {commitment.what}{_when_due(commitment.moved_to or commitment.due_on, as_of)}"
    return BriefLine(text, (show.of_commitment(commitment, as_of=as_of),))


def _when_due(due_on: date | None, as_of: date) -> str:
    if due_on is None:
        return ""
    late = (as_of - due_on).days
    return f" (was due {span(late)} ago)" if late > 0 else f" (due {day(due_on, as_of)})"


def _told(dossier: Dossier, member: Member, as_of: date) -> Iterator[BriefLine]:
    if member.former_title and member.title_since and member.title_since <= as_of:
        since = f"{member.title} since {short_day(member.title_since, as_of)}, before that {member.former_title}"
        yield BriefLine(since, (Evidence("person", member.id, member.name, member.title_since.isoformat()),))
    for fact in sorted(_fresh(dossier.facts, member, as_of), key=lambda fact: fact.as_of, reverse=True):
        label = fact.topic.replace("_", " ")
        yield BriefLine(f"{label}: {fact.value}", (show.of_fact(fact, as_of=as_of),))
    for need in _needs(dossier.needs, member, as_of):
        yield BriefLine(f"needs: {need.text}", (show.of_need(need, as_of=as_of),))


def _fresh(facts: Iterable[Fact], member: Member, as_of: date) -> list[Fact]:
    """Keep what is known of this person: the newest of each topic, none that is stale."""
    since = months_before(as_of, FRESH_MONTHS)
    own = [
        f for f in facts if f.person_id == member.id and since < f.as_of <= as_of and f.topic not in {"title", "phone"}
    ]
    return list({fact.topic: fact for fact in sorted(own, key=lambda fact: fact.as_of)}.values())


def _needs(needs: Iterable[Need], member: Member, as_of: date) -> list[Need]:
    return [need for need in needs if need.person_id == member.id and need.heard_on <= as_of]


def _lately(touches: Iterable[Touch], member: Member, as_of: date) -> Iterator[BriefLine]:
    past = [t for t in touches if t.person_id == member.id and t.at.date() <= as_of]
    threads = {touch.thread_id or -touch.interaction_id: touch for touch in past}  # of a conversation its latest word
    for touch in sorted(threads.values(), key=lambda touch: touch.at, reverse=True)[:TOUCHES_SHOWN]:
        about = f": {touch.subject}" if touch.subject else ""
        text = f"{sentence(touch.kind.label).rstrip('.')} {ago(touch.at.date(), as_of)}{about}"
        yield BriefLine(text, (show.of_touch(touch, as_of=as_of),))


def _unknown(findings: Mapping[str, tuple[Finding, ...]]) -> tuple[str, ...]:
    asked = [
        *findings.get("level", ())[:1],
        *findings.get("rule:learn_their_business", ()),
        *findings.get("coverage", ()),
    ]
    return tuple(dict.fromkeys(said for finding in asked for said in finding.unknown))


def _about_requests(dossier: Dossier, member: Member, as_of: date) -> Iterator[str]:
    """Ask the most telling open question of each request of this person, those first that were asked again or begun."""
    own = [
        r for r in dossier.requests if r.person_id == member.id and r.state is RequestState.OPEN and r.open_questions
    ]
    own = [r for r in own if r.asked_on <= as_of and (r.answers or r.asked_again or _has_a_cause(r))]
    for request in sorted(own, key=lambda r: (-r.asked_again, -r.answers, r.asked_on)):
        yield f"On “{request.what.rstrip('.')}”: {request.open_questions[0]}"


def _has_a_cause(request: Request) -> bool:
    return kind_of_request(f"{request.what} {request.quote}") not in {RequestKind.DOCUMENT, RequestKind.OTHER}


def _questions(dossier: Dossier, member: Member, as_of: date) -> Iterator[str]:
    """Ask first where their requests come from, then what makes a need matter, what success is for them, and what we do not know."""
    yield from islice(_about_requests(dossier, member, as_of), MOST_BROUGHT_UP)
    for need in _needs(dossier.needs, member, as_of):
        if need.kind is NeedKind.IMPLIED or not need.quantified:
            yield f"What does it cost you that {need.text[0].lower()}{need.text[1:].rstrip('.')}?"
            break
    known = {fact.topic for fact in _fresh(dossier.facts, member, as_of)}
    if not known & SUCCESS_TOPICS:
        yield SUCCESS_QUESTION
    since = months_before(as_of, FRESH_MONTHS)
    facets = {fact.topic for fact in dossier.facts if since < fact.as_of <= as_of}
    yield from (question for facet, question in FACET_QUESTIONS.items() if facet.value not in facets)
