"""Who writes about what, and when? Fills eighteen months with threads, each person at their own pace, every thread brought to its end."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from random import Random

from alongside.demo.companies import Company
from alongside.demo.days import MONTHS_TOLD, SEASONS, months_before, working_day
from alongside.demo.deals import NEWEST_NATIONAL_ORDER, Deal
from alongside.demo.people import PEOPLE, Somebody, people_of, somebody
from alongside.demo.screenplay import Script
from alongside.demo.slots import common_slots
from alongside.demo.staging import QUIET_AFTER, Played, Stage
from alongside.demo.threads import EVERYDAY, orders, solicitations
from alongside.vocabulary import AwardOrigin, AwardOutcome, AwardRoute

PACE = 2.3
"""Working days between two threads of a person, as a multiple of `every_days` of the cast: tuned to about 3,000 letters."""

COPIED_SHARE = 0.4
"""Share of the predecessor's threads in which the user was copied; the rest lies in the handover folder."""

SILENT_FOR = {"joe": 15, "marcus": 86, "vera": 600, "maria": 6, "raj": 9, "norm": 6}
"""Working days before as_of in which no everyday thread is told of this person: their scenes are planted instead."""

MOST_IN_A_ROW = 14
"""Working days after which everybody who has a pace has been heard of again. Keeps people from going quiet by accident."""

SCRIPTS_TRIED = 4
"""How many scripts are tried for a day, and how often each is moved back until it ends in time. Unit: tries."""

_SLOT = re.compile(r"\{([a-z_0-9]+)")


@dataclass(slots=True)
class Told:
    """What has been told so far."""

    as_of: date
    book: tuple[Deal, ...]
    mails: list[Played] = field(default_factory=list)
    used: Counter[tuple[str, str]] = field(default_factory=Counter)
    used_at: dict[tuple[str, str], date] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)


def tell_everyday(book: tuple[Deal, ...], *, as_of: date) -> list[Played]:
    """Tell the threads of every person with a pace, from the newest back to the beginning."""
    told = Told(as_of, book)
    for person in PEOPLE:
        if person.every_days:
            _tell_of(person, told)
    return told.mails


def tell_deals(book: tuple[Deal, ...], *, as_of: date) -> list[Played]:
    """Tell how each piece of business came about, for those that the archive reaches back to."""
    begins = months_before(as_of, MONTHS_TOLD)
    reached = [deal for deal in book if deal.decided_on > begins + timedelta(days=35)]
    heard: set[str] = set()
    return [_tell_deal(deal, heard, as_of=as_of) for deal in reached if deal.number != str(NEWEST_NATIONAL_ORDER)]


def last_moment(as_of: date) -> datetime:
    return datetime.combine(as_of, QUIET_AFTER, UTC)


def _tell_of(person: Somebody, told: Told) -> None:
    rng = Random(f"pace of {person.key}")
    begins = months_before(told.as_of, MONTHS_TOLD)
    quiet = SILENT_FOR.get(person.key, rng.randint(2, min(MOST_IN_A_ROW, 2 + person.every_days)))
    if person.left_days_ago:
        quiet = max(quiet, person.left_days_ago * 5 // 7 + 3)
    day = working_day(told.as_of, -quiet)
    ends = day
    while day > begins:
        if person.is_there(day, as_of=told.as_of):
            played = _one_thread(person, day, ends, told, rng)
            if played:
                told.mails.append(played)
        day = working_day(day, -max(1, round(person.every_days * PACE * rng.uniform(0.5, 1.5))))


def _one_thread(person: Somebody, day: date, ends: date, told: Told, rng: Random) -> Played | None:
    """Tell one thread that begins on the day or, when it would not end in time, some days before."""
    second = _colleague(person, day, told.as_of, rng)
    latest = ends if person.key in SILENT_FOR else max(ends, working_day(told.as_of, -2))
    for script in _fitting(person, second, day, told, rng)[:SCRIPTS_TRIED]:
        start = day
        for _ in range(SCRIPTS_TRIED):
            stage = _stage(script, person, second, start, told, rng)
            if stage is None:
                break
            played = stage.play()
            over = _days_over(played, latest, told.as_of)
            if not over:
                _remember(script, person, start, told)
                return played
            start = working_day(start, -over - 1)
    return None


def _days_over(played: Played, latest: date, as_of: date) -> int:
    """Count the days by which a thread, or the meeting agreed in it, runs past the day on which it must be over."""
    lasts = max([played.mails[-1].at, *(meeting.starts_at for meeting in played.appointments)])
    over = max((lasts.date() - latest).days, 0)
    return over if over or lasts < last_moment(as_of) else 1


def _stage(
    script: Script, person: Somebody, second: Somebody | None, day: date, told: Told, rng: Random
) -> Stage | None:
    us, copied, folder = owner_on(person.company, day, as_of=told.as_of, rng=rng)
    deal = latest_deal(told.book, person.company, day)
    if not _speakable(script, common_slots(person.company, deal, day=day, rng=Random(0))):
        return None
    return Stage(
        script, person.company, us, person, told.as_of, day, rng, second, deal, {}, folder, copied, heard=told.heard
    )


def owner_on(where: Company, day: date, *, as_of: date, rng: Random) -> tuple[Somebody, tuple[Somebody, ...], str]:
    """Name who of us looked after the company on that day, who was copied, and in which archive the letters lie."""
    alex, tom = somebody("alex"), somebody("tom")
    if where.key != "national" or day >= months_before(as_of, where.owner_months):
        return alex, (), ""
    return (tom, (alex,), "") if rng.random() < COPIED_SHARE else (tom, (), "handover")


def latest_deal(book: tuple[Deal, ...], where: Company, day: date) -> Deal | None:
    """Find the order that people speak of on that day: the newest that is ten days old and not older than five months."""
    for deal in reversed(book):
        if deal.account.key == where.key and deal.number and timedelta(10) <= day - deal.decided_on <= timedelta(150):
            return deal
    return None


def _colleague(person: Somebody, day: date, as_of: date, rng: Random) -> Somebody | None:
    others = [
        each
        for each in people_of(person.company.key)
        if each.key != person.key
        and each.every_days
        and each.is_there(day, as_of=as_of)
        and each.key not in SILENT_FOR
        and "executive" not in each.topics
    ]
    return rng.choice(others) if others and not person.is_ours else None


def _fitting(person: Somebody, second: Somebody | None, day: date, told: Told, rng: Random) -> list[Script]:
    """List the scripts that this person could play on this day, the least worn first."""
    where = person.company
    deal = latest_deal(told.book, where, day)
    slots = common_slots(where, deal, day=day, rng=Random(0))
    fitting = [
        script
        for script in EVERYDAY
        if script.topics & person.topics
        and SEASONS[script.season](day)
        and (not script.levels or where.level in script.levels)
        and ("second" not in script.needs or second)
        and ("order" not in script.needs or deal)
        and _speakable(script, slots)
        and abs((day - told.used_at.get((script.name, person.key), date.min)).days) > 120
        and abs((day - told.used_at.get((script.name, where.key), date.min)).days) > 45
    ]
    wear = {script.name: _wear(script, person, where, told) + rng.random() for script in fitting}
    return sorted(fitting, key=lambda script: wear[script.name])


def _wear(script: Script, person: Somebody, where: Company, told: Told) -> float:
    used = told.used
    return 6 * used[script.name, person.key] + 3 * used[script.name, where.key] + 0.25 * used[script.name, ""]


def _remember(script: Script, person: Somebody, day: date, told: Told) -> None:
    for key in (person.key, person.company.key, ""):
        told.used[script.name, key] += 1
        told.used_at[script.name, key] = day


def _speakable(script: Script, slots: Mapping[str, object]) -> bool:
    """Ask whether everything that the script mentions exists at this company on this day."""
    told = _mentioned(script) | {"vessel"} if "vessel" in script.needs else _mentioned(script)
    return all(slots.get(name, "?") != "" for name in told)


@lru_cache(maxsize=400)
def _mentioned(script: Script) -> frozenset[str]:
    texts = (script.subject, script.event, *(turn.text for turn in script.turns))
    return frozenset(name for text in texts for name in _SLOT.findall(text))


def _tell_deal(deal: Deal, heard: set[str], *, as_of: date) -> Played:
    rng = Random(f"told {deal.account.key} {deal.category} {as_of - deal.decided_on}")
    script = rng.choice(_scripts_for(deal))
    asked = deal.decided_on - timedelta(days=rng.randint(20, 27)) if not deal.is_direct else deal.decided_on
    start = working_day(asked)
    if script in orders.RECOMMENDED or script.name == "order by phone first":
        start = working_day(deal.decided_on, -1)
    days = {
        "closing": working_day(start, 8),
        "offered": working_day(start, 6),
        "decided": deal.decided_on,
    }
    us, copied, folder = owner_on(deal.account, start, as_of=as_of, rng=rng)
    who = (us, deal.decided_by)
    return Stage(script, deal.account, *who, as_of, start, rng, None, deal, days, folder, copied, heard=heard).play()


def _scripts_for(deal: Deal) -> tuple[Script, ...]:
    if deal.is_direct:
        return orders.DIRECT if deal.origin is AwardOrigin.CUSTOMER_SPEC else orders.RECOMMENDED
    won = deal.outcome is AwardOutcome.WON
    if deal.account.public_body:
        return solicitations.TENDER_WON if won else solicitations.TENDER_LOST
    if deal.route is AwardRoute.OPEN_BID:
        return solicitations.OPEN_WON if won else solicitations.OPEN_LOST
    return solicitations.INVITED_WON if won else solicitations.INVITED_LOST
