"""Something was agreed in return for a concession, its day has passed, and it has not come: ask after it in a friendly way.

Appears: the day after it was due.
Settled by: saying on the page of gives and gets that it came, or taking the entry back.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier, Exchange
from alongside.judgement.finding import Evidence
from alongside.judgement.fought_for import agreed_in_return
from alongside.judgement.words import ago, day, short_day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.record import as_known_on
from alongside.plays.saying import quoted
from alongside.vocabulary import PlayName

NAME = PlayName.RETURN_OVERDUE


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield one item for each return that is past its day."""
    record = as_known_on(dossier, as_of)
    for back in agreed_in_return(record, as_of=as_of):
        if back.due_on and back.due_on < as_of:
            yield _item(record, back, back.due_on, as_of)


def _item(record: Dossier, back: Exchange, due: date, as_of: date) -> Suggested:
    person = _named(record, back.whose)
    label = f"what was agreed, {short_day(back.on, as_of)}"
    return Suggested(
        play=NAME,
        key=f"{NAME}:exchange:{back.id}",
        say=f"Ask {back.whose or record.account_name} how far it is: {quoted(back.what)}",
        why=f"It was agreed for {day(due, as_of)}, {ago(due, as_of)}, in return for {quoted(back.for_what)}, and has not come.",
        evidence=(Evidence("exchange", back.id, label, back.on.isoformat()),),
        action="exchanges",
        action_label="See what was agreed",
        advances="A good deal for both: what we give brings something home",
        gain=1,
        days_late=(as_of - due).days,
        person_id=person,
        subject_id=back.id,
        settles_on="Your word that it came, or the entry taken back.",
    )


def _named(record: Dossier, whose: str) -> int | None:
    """Find whom the return was agreed with, by the name or first name that was written down."""
    words = whose.strip().lower()
    fits = [m.id for m in record.members if words and words in (m.name.lower(), m.name.split(" ")[0].lower())]
    return fits[0] if len(fits) == 1 else None
