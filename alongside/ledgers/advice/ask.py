"""Asking a professional, keeping the answer, what was tried and what came of it, and what was learned; each can be taken back."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Prefetch, Subquery

from alongside.judgement.alike import alike
from alongside.judgement.dossier import AskedAdvice
from alongside.ledgers.advice.models import AdviceCase, AdviceEntry, Lesson
from alongside.ledgers.requests.models import Request
from alongside.people.kept_under import accounts_by_name, names_of
from alongside.people.models import Account
from alongside.vocabulary import AdviceResult, AdviceStep

LESSONS_SHOWN = 3
"""Lessons shown beside a case. Unit: lessons. Source: as with requests that look alike."""

LESSONS_LOOKED_AT = 500
"""Newest lessons that are looked through. Unit: lessons."""


class AdviceError(Exception):
    """What cannot be kept as it stands: `field` is where it went wrong, the message what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Question:
    """Who is asked what, with which case, and by when an answer is needed."""

    adviser: str
    address: str
    question: str
    text: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """A lesson, and how it went where it was learned."""

    lesson: Lesson
    result: str


def ask(account: Account, asked: Request | None, said: Question, *, by: Any, at: datetime, as_of: date) -> AdviceCase:
    """Keep that an adviser is asked. Raises AdviceError for a day that has passed."""
    if said.due_on and said.due_on < as_of:
        raise AdviceError(
            "due_on", "That day has passed. Choose the day by which you need an answer, or leave it empty."
        )
    return AdviceCase.objects.create(
        owner=account.owner,
        account_handle=account.anchor,
        sighting_key=asked.sighting_key if asked else "",
        adviser=said.adviser,
        address=said.address,
        question=said.question,
        text=said.text,
        asked_on=as_of,
        answer_due_on=said.due_on,
        said_by=by,
        said_at=at,
    )


def note(
    case: AdviceCase,
    step: AdviceStep,
    text: str,
    *,
    on: date,
    by: Any,
    at: datetime,
    as_of: date,
    whose: str = "",
    result: str = "",
) -> AdviceEntry:
    """Keep an answer, what was tried, or its result. Raises AdviceError for what cannot be."""
    if on > as_of:
        raise AdviceError("on", "That day is still to come. Note it on that day, or choose one up to today.")
    if on < case.asked_on:
        raise AdviceError("on", "That is before the adviser was asked. Choose the day of asking or a later one.")
    if step == AdviceStep.RESULT and not result:
        raise AdviceError("result", "Say what came of it: choose one of the four.")
    if result == AdviceResult.NOT_TRIED and not text.strip():
        raise AdviceError("text", "Say in a few words why it was not tried; somebody will ask.")
    return AdviceEntry.objects.create(
        owner=case.owner, case=case, step=step, text=text, whose=whose, result=result, on=on, said_by=by, said_at=at
    )


def learn(case: AdviceCase, rule: str, applies_to: str, *, by: Any, at: datetime) -> Lesson:
    """Keep what was learned from a case: a rule, and what it applies to."""
    return Lesson.objects.create(owner=case.owner, case=case, rule=rule, applies_to=applies_to, said_by=by, said_at=at)


def take_back(row: AdviceCase | AdviceEntry | Lesson, *, at: datetime) -> None:
    """Let a case, an entry or a lesson count no more; it stays on record."""
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])


def cases_about(account: Account) -> list[AdviceCase]:
    """Load the cases of an account, the newest first."""
    rows = AdviceCase.objects.filter(owner_id=account.owner_id, withdrawn_at__isnull=True)
    return list(rows.filter(account_handle__in=names_of(account)).order_by("-asked_on", "-pk"))


def newest_case() -> dict[str, Subquery]:
    """Make the annotations of a request by which its newest case comes along: `advised_id` and `advised_question`."""
    rows = AdviceCase.objects.filter(
        owner=OuterRef("owner"), sighting_key=OuterRef("sighting_key"), withdrawn_at__isnull=True
    ).order_by("-asked_on", "-pk")
    return {"advised_id": Subquery(rows.values("pk")[:1]), "advised_question": Subquery(rows.values("question")[:1])}


def with_what_came(cases: Any) -> Any:
    """Load cases with their entries and lessons that count, the oldest first."""
    entries = AdviceEntry.objects.filter(withdrawn_at__isnull=True).order_by("on", "pk")
    lessons = Lesson.objects.filter(withdrawn_at__isnull=True).order_by("pk")
    return cases.prefetch_related(Prefetch("entries", entries), Prefetch("lessons", lessons))


def lessons_of(user: Any) -> Any:
    """Find the lessons of a user that count."""
    return Lesson.objects.visible_to(user).filter(withdrawn_at__isnull=True)


def lessons_for(user: Any, words: str) -> list[Learned]:
    """Find the lessons that a case like this calls to mind, the most alike first, with how it went. One query."""
    came = AdviceEntry.objects.filter(case=OuterRef("case"), step=AdviceStep.RESULT, withdrawn_at__isnull=True)
    rows = lessons_of(user).annotate(came=Subquery(came.order_by("-on", "-pk").values("result")[:1]))
    lessons = list(rows.order_by("-said_at", "-pk")[:LESSONS_LOOKED_AT])
    ranked = alike(words, [lesson.applies_to for lesson in lessons])
    found = [lessons[each.index] for each in ranked[:LESSONS_SHOWN]]
    return [Learned(lesson, AdviceResult(lesson.came).label if lesson.came else "") for lesson in found]


def advice_among(account_ids: Collection[int]) -> defaultdict[int, list[AskedAdvice]]:
    """Load what advisers were asked about accounts, for judging. One query where nobody was asked, else five."""
    found: defaultdict[int, list[AskedAdvice]] = defaultdict(list)
    owners = Account.objects.filter(pk__in=account_ids).values("owner")
    rows = AdviceCase.objects.filter(owner__in=owners, withdrawn_at__isnull=True)
    cases = list(with_what_came(rows).order_by("asked_on", "pk"))
    if not cases:
        return found
    names = accounts_by_name(account_ids)
    keys = [case.sighting_key for case in cases if case.sighting_key]
    requests = dict(Request.objects.filter(sighting_key__in=keys).values_list("sighting_key", "pk"))
    for case in cases:
        if account_id := names.get(case.account_handle):
            found[account_id].append(_asked(case, requests.get(case.sighting_key)))
    return found


def _asked(case: AdviceCase, request_id: int | None) -> AskedAdvice:
    days = {entry.step: entry.on for entry in case.entries.all()}
    return AskedAdvice(
        id=case.pk,
        adviser=case.adviser,
        question=case.question,
        asked_on=case.asked_on,
        answer_due_on=case.answer_due_on,
        answered_on=days.get(AdviceStep.ANSWER),
        noted_on=days.get(AdviceStep.RESULT),
        request_id=request_id,
    )
