"""We are off track with a customer: before the next letter, ask somebody whom you respect.

Appears: when we go in circles over one request, give and get nothing, put one promise off twice, sink by a level, or are met with silence
after a complaint; one item a customer, the plainest sign first.
Settled by: the sign being gone, or a professional being asked about it; it then rests thirty days.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Finding
from alongside.plays.contract import Findings, Suggested
from alongside.plays.record import as_known_on
from alongside.vocabulary import OffTrackSign, PlayName

NAME = PlayName.OFF_TRACK

RESTS_DAYS = 30
"""Days that the sign rests after a professional was asked. Unit: days. Our choice: an answer takes a while to try."""

SAY = {
    OffTrackSign.BACK_AND_FORTH: "You go in circles with {account}: ask a professional before you write again",
    OffTrackSign.CONCESSIONS: "You give and give to {account}: ask a professional before the next concession",
    OffTrackSign.PROMISE_MOVED: "You have put off a promise to {account} again: ask a professional how to get it done",
    OffTrackSign.LEVEL_FALLING: "You are losing ground at {account}: ask a professional what to do",
    OffTrackSign.SILENT_AFTER_COMPLAINT: "{account} has gone silent after a complaint: ask a professional how to break it",
}
"""The sentence for each sign."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield one item for the customer, by its first sign that nobody was asked about."""
    record = as_known_on(dossier, as_of)
    signs = [sign for sign in findings.get("off_track", ()) if not _is_asked(record, sign, as_of)]
    if signs:
        yield _item(record, signs[0], len(signs) - 1)


def _is_asked(record: Dossier, sign: Finding, as_of: date) -> bool:
    """Say whether a professional was asked of late about this request, or about the customer as a whole."""
    request_id = (sign.extra or {}).get("request_id")
    return any(
        (as_of - asked.asked_on).days <= RESTS_DAYS and asked.request_id in (None, request_id)
        for asked in record.advice
    )


def _item(record: Dossier, sign: Finding, more: int) -> Suggested:
    extra = sign.extra or {}
    also = f" And {more} more {'sign' if more == 1 else 'signs'}." if more else ""
    return Suggested(
        play=NAME,
        key=f"{NAME}:{record.account_id}:{sign.subject}",
        say=SAY[OffTrackSign(sign.value)].format(account=record.account_name),
        why=f"{sign.reason}{also}",
        evidence=sign.evidence,
        action="advice",
        action_label="Ask a professional",
        advances="Gets you back on track",
        owed=1,
        gain=3,
        person_id=extra.get("person_id"),
        subject_id=extra.get("request_id"),
        settles_on=f"{sign.would_change} Or a professional being asked.",
    )
