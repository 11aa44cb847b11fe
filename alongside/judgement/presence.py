"""Are we there often enough, by the part each person plays, and is there a next time?

Neglect is "no next touch": a meeting already planned counts. Frequency alone is not presence, so the share of touches
that brought them something is said beside it. It sets no level.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from alongside.judgement.contacts import Contacts, is_there, read_contacts, since_days
from alongside.judgement.dossier import Dossier, Fact, Member, Touch
from alongside.judgement.evidence import newest_first
from alongside.judgement.exchange import is_outbound
from alongside.judgement.finding import Evidence, Finding, Step
from alongside.judgement.roles import roles_of
from alongside.judgement.words import ago, day, percent, sentence, times
from alongside.vocabulary import Direction, InteractionKind, StakeholderRole

CADENCE_DAYS = {
    StakeholderRole.ECONOMIC_BUYER: 60,
    StakeholderRole.USER: 30,
    StakeholderRole.OPERATIONS: 30,
    StakeholderRole.PROCUREMENT: 45,
    StakeholderRole.TECHNICAL_BUYER: 45,
    StakeholderRole.EXECUTIVE_SPONSOR: 90,
}
"""Days between two-way touches. Source: measures, section 8; the technical buyer is not named there: as procurement."""

CADENCE_TOPIC = "contact_every_days"
"""Topic of the fact that says how often somebody likes to hear from us, in days; it overrides the role."""

OK_UNTIL = 1.0
"""Days since the last two-way touch over the cadence: until here in time. Source: measures, section 8."""

DUE_UNTIL = 1.5
"""The same ratio: until here due, above overdue. Source: measures, section 8."""

OVERDUE_UNTIL = 3.0
"""The same ratio: until here overdue, above dark. Source: measures, section 8."""

MIN_BENEFIT_SHARE = 0.5
"""Share of our touches that brought them something; below it is "just checking in". Source: measures, section 8."""

REST_DAYS = 7
"""Days between unsolicited touches to one person. Source: measures, section 8."""

YEAR_DAYS = 365


def presence(
    dossier: Dossier, member: Member, *, as_of: date, contacts: Contacts | None = None, planned_on: date | None = None
) -> Finding:
    """Judge how present we are with one person: ok, due, overdue or dark; "planned" with a next touch; None unknown.

    extra: days_since, cadence_days, ratio, next_on, benefit_share, year_share (of the year in cadence), may_write_on.
    """
    known = contacts or read_contacts(dossier, as_of=as_of)
    touches, two_way = known.by_person.get(member.id, ()), known.two_way_by_person.get(member.id, ())
    cadence_days = cadence_of(dossier.facts, member, as_of=as_of)
    planned = planned_on or next_meetings(dossier, as_of=as_of).get(member.id)
    last_on = two_way[-1].at.date() if two_way else None
    ratio = None if last_on is None or cadence_days is None else (as_of - last_on).days / cadence_days
    value = _value(ratio, planned, touches, cadence_days, as_of)
    benefit = benefit_share(touches, as_of=as_of)
    return Finding(
        measure="presence",
        subject=f"person:{member.id}",
        value=value,
        reason=_reason(last_on, cadence_days, planned, touches, as_of),
        evidence=newest_first(two_way or touches, as_of=as_of, limit=3) or (_themselves(member),),
        n=len(two_way),
        known=(cadence_days is not None) + bool(touches),
        needed=2,
        unknown=_unknown(member, cadence_days, touches),
        would_change=_would_change(value, last_on, cadence_days, as_of),
        reckoning=_reckoning(last_on, cadence_days, benefit, as_of),
        extra={
            "days_since": (as_of - last_on).days if last_on else None,
            "cadence_days": cadence_days,
            "ratio": None if ratio is None else round(ratio, 2),
            "next_on": planned.isoformat() if planned else None,
            "benefit_share": None if benefit is None else round(benefit, 2),
            "year_share": _year_share(two_way, cadence_days, as_of),
            "may_write_on": _may_write_on(touches, as_of).isoformat(),
        },
    )


def presences(dossier: Dossier, *, as_of: date, contacts: Contacts | None = None) -> tuple[Finding, ...]:
    """Judge our presence with everybody who is still there."""
    known = contacts or read_contacts(dossier, as_of=as_of)
    planned = next_meetings(dossier, as_of=as_of)
    return tuple(
        presence(dossier, member, as_of=as_of, contacts=known, planned_on=planned.get(member.id))
        for member in dossier.members
        if is_there(member, as_of)
    )


def cadence_of(facts: Sequence[Fact], member: Member, *, as_of: date) -> int | None:
    """Give the days between touches: what they told us, else the shortest of their roles, None without a role."""
    told = [f for f in facts if f.topic == CADENCE_TOPIC and f.person_id == member.id and f.as_of <= as_of]
    if told and told[-1].value.isdigit() and int(told[-1].value) > 0:
        return int(told[-1].value)
    return min((CADENCE_DAYS[role] for role in roles_of(member)), default=None)


def next_meetings(dossier: Dossier, *, as_of: date) -> dict[int, date]:
    """Give the day of the next planned meeting by person, of those we knew of on that day."""
    ahead: dict[int, date] = {}
    for meeting in dossier.meetings:
        on = meeting.starts_at.date()
        if on > as_of and (meeting.known_on is None or meeting.known_on <= as_of):
            for person in meeting.person_ids:
                ahead[person] = min(on, ahead.get(person, on))
    return ahead


def band_of(ratio: float) -> str:
    """Name the ratio of days since the last touch to the cadence: ok, due, overdue or dark."""
    if ratio <= OK_UNTIL:
        return "ok"
    if ratio <= DUE_UNTIL:
        return "due"
    return "overdue" if ratio <= OVERDUE_UNTIL else "dark"


def benefit_share(touches: Sequence[Touch], *, as_of: date) -> float | None:
    """Give the share of our touches in a year that brought them something, None when there were none."""
    ours = [t for t in since_days(touches, as_of=as_of, days=YEAR_DAYS) if is_outbound(t)]
    return sum(t.has_benefit for t in ours) / len(ours) if ours else None


def _value(
    ratio: float | None, planned: date | None, touches: Sequence[Touch], cadence_days: int | None, as_of: date
) -> str | None:
    if cadence_days is None or not touches:
        return "planned" if planned else None
    if ratio is None:  # they never answered: counted from the day we first wrote
        ratio = (as_of - touches[0].at.date()).days / cadence_days
    band = band_of(ratio)
    return "planned" if planned and band != "ok" else band


def _reason(
    last_on: date | None, cadence_days: int | None, planned: date | None, touches: Sequence[Touch], as_of: date
) -> str:
    if last_on:
        said = f"the last touch in both directions was {ago(last_on, as_of)}"
    elif touches:
        said = f"{_written(touches)}, and nothing has come back yet"
    else:
        said = "we have not been in touch yet"
    aim = f"; for this part every {cadence_days} days is the aim" if cadence_days else ""
    ahead = f", and the next is {day(planned, as_of)}" if planned else ""
    return sentence(said + ahead + aim)


def _written(touches: Sequence[Touch]) -> str:
    ours = sum(is_outbound(t) for t in touches)
    return f"we wrote {times(ours)}" if ours else f"they wrote {times(len(touches))}"


def _unknown(member: Member, cadence_days: int | None, touches: Sequence[Touch]) -> tuple[str, ...]:
    said = [f"Which part {member.name} plays is not known."] if cadence_days is None else []
    if cadence_days is not None and member.roles_guessed and member.title:
        said.append(f"The part {member.name} plays is guessed from the title “{member.title}”.")
    return (*said, *([] if touches else [f"No contact with {member.name} is on record."]))


def _would_change(value: str | None, last_on: date | None, cadence_days: int | None, as_of: date) -> str:
    if cadence_days is None:
        return "Say which part this person plays, and the right rhythm follows."
    if value == "ok" and last_on:
        return f"Without another touch it is due after {day(last_on + timedelta(days=cadence_days), as_of)}."
    if value == "planned":
        return "The planned meeting sets it right."
    return "One touch that they answer, or a planned meeting, sets it right."


def _reckoning(last_on: date | None, cadence_days: int | None, benefit: float | None, as_of: date) -> tuple[Step, ...]:
    since = (as_of - last_on).days if last_on else None
    in_time = None if since is None or cadence_days is None else since <= cadence_days
    asked = f"at most {cadence_days}" if cadence_days else "unknown"
    brought = None if benefit is None else benefit >= MIN_BENEFIT_SHARE
    return (
        Step("days since the last two-way touch", asked, "unknown" if since is None else str(since), in_time),
        Step(
            "of our touches brought them something",
            f"at least {percent(MIN_BENEFIT_SHARE)}",
            "unknown" if benefit is None else percent(benefit),
            brought,
        ),
    )


def _year_share(two_way: Sequence[Touch], cadence_days: int | None, as_of: date) -> float | None:
    """Measure the share of the last year's days that lay within the cadence of a two-way touch."""
    if cadence_days is None or not two_way:
        return None
    today = as_of.toordinal()
    covered, until = 0, today - YEAR_DAYS
    for touch in since_days(two_way, as_of=as_of, days=YEAR_DAYS + cadence_days):
        on = touch.at.toordinal()
        start, end = max(on, until), min(on + cadence_days, today)
        covered += max(end - start, 0)
        until = max(until, end)
    return round(covered / YEAR_DAYS, 2)


def _may_write_on(touches: Sequence[Touch], as_of: date) -> date:
    """Find the first day on which an unsolicited mail is not too much: a week after the last that opened a thread."""
    heard_threads: set[int] = set()
    unsolicited_on: date | None = None
    for touch in touches:
        if touch.kind != InteractionKind.MAIL or touch.direction == Direction.INBOUND:
            heard_threads.add(touch.thread_id)
        elif touch.thread_id not in heard_threads:
            unsolicited_on = touch.at.date()
    return max(unsolicited_on + timedelta(days=REST_DAYS), as_of) if unsolicited_on else as_of


def _themselves(member: Member) -> Evidence:
    return Evidence("person", member.id, member.name)
