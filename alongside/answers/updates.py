"""The update that a request is due, written as a draft: to whom, answering which mail, and what was done since they last heard from us."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from alongside.dossiers.cases import entries_of
from alongside.dossiers.request_files import abreast_of, done_of
from alongside.interactions.models import Interaction
from alongside.judgement.abreast import next_update_on
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.plays.drafts import reply_subject
from alongside.plays.saying import THEIRS_TO_THEM, matter
from alongside.plays.update_letter import Told, update_letter
from alongside.vocabulary import Direction, InteractionKind, Side


@dataclass(frozen=True, slots=True)
class UpdateDraft:
    """The proposed letter; `next_on` is the day that it names for the next one."""

    to: str
    subject: str
    text: str
    answers: str
    references: tuple[str, ...]
    next_on: date


def draft_update(user: Any, asked: Request, *, as_of: date) -> UpdateDraft:
    """Write the update about a request, from its file and from what we promised in its conversation. Three queries."""
    abreast = abreast_of(asked)
    told_on = max((told.on for told in abreast.told if told.on <= as_of), default=None)
    due = next_update_on(abreast, as_of=as_of)
    next_on = due if due > as_of and abreast.planned_on == due else as_of + timedelta(days=asked.update_days)
    answered = _mail_to_answer(user, asked)
    name = asked.person.name if asked.person else ""
    told = Told(
        who=name,
        asked_on=asked.asked_on,
        thing=matter(asked.what, THEIRS_TO_THEM),
        words=asked.quote or asked.what,
        told_on=told_on,
        done=done_of(entries_of(asked)),
        kept=tuple((c.kept_on, c.what) for c in _kept_in(user, asked) if c.kept_on),
    )
    subject = answered.body.subject if answered else ""
    return UpdateDraft(
        to=asked.person.anchor if asked.person and "@" in asked.person.anchor else "",
        subject=reply_subject(subject or matter(asked.what, THEIRS_TO_THEM)),
        text=update_letter(told, next_on=next_on, as_of=as_of),
        answers=answered.message_id.strip("<>") if answered else "",
        references=tuple(each.strip("<>") for each in answered.references) if answered else (),
        next_on=next_on,
    )


def _mail_to_answer(user: Any, asked: Request) -> Interaction | None:
    """Choose the last mail of the one who asked in the conversation."""
    rows = Interaction.objects.visible_to(user).filter(kind=InteractionKind.MAIL).select_related("body")
    thread = _thread_of(asked)
    theirs = rows.filter(placement__thread_id=thread, placement__direction=Direction.INBOUND) if thread else rows.none()
    if asked.person:
        theirs = theirs.filter(touches__person=asked.person)
    found: Interaction | None = (
        theirs.order_by("-occurred_at", "-pk").first() or rows.filter(pk=asked.interaction_id).first()
    )
    return found


def _kept_in(user: Any, asked: Request) -> list[Commitment]:
    rows = Commitment.objects.visible_to(user).filter(side=Side.OURS, kept_on__isnull=False, account=asked.account_id)
    return list(rows.filter(interaction__placement__thread_id=_thread_of(asked)).order_by("kept_on", "pk"))


def _thread_of(asked: Request) -> int:
    placement = getattr(asked.interaction, "placement", None)
    return placement.thread_id if placement else 0
