"""They asked for something that has a cause, and nobody knows yet where it comes from: ask.

Appears: for one request of an account at a time, when nothing was written into its file about where it comes from, or not
all; only for requests about terms, quality, delivery or a change, and for those that were begun or asked again.
Settled by: the answer in the request's file, or the request being answered or closed.
Left out: requests for papers, what has waited longer than 120 days, and those of people who left.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier, Request
from alongside.judgement.questions import MOST_BROUGHT_UP, kind_of_request
from alongside.judgement.words import ago, count, joined
from alongside.plays.contract import Findings, Suggested
from alongside.plays.evidence import of_request
from alongside.plays.matters import is_old, open_requests
from alongside.plays.record import as_known_on
from alongside.plays.saying import quoted, whom
from alongside.vocabulary import PlayName, RequestKind

NAME = PlayName.OPEN_QUESTION

OF_A_PAPER = frozenset({RequestKind.DOCUMENT, RequestKind.OTHER})
"""Kinds of request that are simply done; where they come from is asked when they come again. Our choice."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield one item: about the request that was begun, or asked most often, or waits longest."""
    record = as_known_on(dossier, as_of)
    asked = [r for r in open_requests(record) if r.open_questions and _is_telling(r) and not is_old(r.asked_on, as_of)]
    if asked:
        yield _item(record, min(asked, key=lambda r: (-min(r.answers, 1), -r.asked_again, r.asked_on, r.id)), as_of)


def _is_telling(request: Request) -> bool:
    return bool(request.answers or request.asked_again) or _kind(request) not in OF_A_PAPER


def _kind(request: Request) -> RequestKind:
    return kind_of_request(f"{request.what} {request.quote}")


def _item(record: Dossier, asked: Request, as_of: date) -> Suggested:
    who, first = whom(record, asked.person_id)
    questions = asked.open_questions[:MOST_BROUGHT_UP]
    left = len(asked.open_questions)
    known = (
        f"; {count(asked.answers, 'answer')} so far"
        if asked.answers
        else ", and nothing is known of where it comes from"
    )
    return Suggested(
        play=NAME,
        key=f"{NAME}:request:{asked.id}",
        say=f"Find out what is behind what {who} asks: {quoted(asked.what)}",
        why=f"{first} asked {ago(asked.asked_on, as_of)}{known}. Ask next: {joined([quoted(each) for each in questions])}"
        + (f" ({count(left, 'question')} are open)." if left > len(questions) else "."),
        evidence=(of_request(asked, first, as_of=as_of),),
        action="request",
        action_label="Write down what you know",
        advances="Where it comes from shows how it is put right for good",
        gain=2,
        person_id=asked.person_id,
        subject_id=asked.id,
        settles_on="The answer in the request's file, or the request being answered or closed.",
    )
