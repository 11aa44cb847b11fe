"""Something about who is who is in doubt: a yes or no from you settles it.

Appears: while a question about a person or company of the account is open, one question at a time.
Settled by: your yes or no.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Evidence
from alongside.judgement.words import count, day, plural
from alongside.plays.contract import Findings, Suggested
from alongside.plays.record import as_known_on
from alongside.vocabulary import PlayName

NAME = PlayName.DOUBT_TO_SETTLE


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield the oldest open doubt of the account, and say how many wait behind it."""
    doubts = as_known_on(dossier, as_of).doubts
    if not doubts:
        return
    first = min(doubts, key=lambda doubt: (doubt.raised_on, doubt.id))
    behind = len(doubts) - 1
    waiting = (
        f" {count(behind, 'more question').capitalize()} {plural(behind, 'waits', 'wait')} behind it." if behind else ""
    )
    since = "New today" if first.raised_on == as_of else f"Open since {day(first.raised_on, as_of)}"
    yield Suggested(
        play=NAME,
        key=f"{NAME}:doubt:{first.id}",
        say=first.question,
        why=f"{since}; until you say, they are counted apart.{waiting}",
        evidence=(Evidence("account", dossier.account_id, dossier.account_name),),
        action="settle_doubt",
        action_label="Settle it",
        advances="Keeps the record right",
        subject_id=first.id,
        settles_on="Your yes or no.",
    )
