"""A letter that you sent from here may not have arrived: say whether it did, or send it again.

Appears: when the line to the mail server was cut while a letter was on its way, or when the server refused one.
Settled by: your word on it in the outbox, or a copy or an answer that comes in with an import.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier, OutgoingLetter
from alongside.judgement.finding import Evidence
from alongside.judgement.words import ago, short_day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.saying import quoted
from alongside.vocabulary import LetterState, PlayName

NAME = PlayName.LETTER_OUTCOME


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield one item for each such letter."""
    for letter in dossier.letters:
        if letter.on <= as_of:
            yield _item(letter, as_of)


def _item(letter: OutgoingLetter, as_of: date) -> Suggested:
    is_unknown = letter.state is LetterState.UNKNOWN
    about = f" {quoted(letter.subject)}" if letter.subject else ""
    return Suggested(
        play=NAME,
        key=f"{NAME}:letter:{letter.id}:{letter.state}",
        say=f"Did your letter to {letter.to} arrive?" if is_unknown else f"Your letter to {letter.to} did not leave.",
        why=f"You sent{about} {ago(letter.on, as_of)}. {letter.reason}",
        evidence=(Evidence("letter", letter.id, f"letter, {short_day(letter.on, as_of)}", letter.on.isoformat()),),
        action="outbox",
        action_label="Say what came of it" if is_unknown else "See why",
        advances="Nobody waits for a letter that was lost",
        owed=3,
        gain=1,
        person_id=letter.person_id,
        subject_id=letter.id,
        settles_on="Your word in the outbox, or a copy or an answer that comes in.",
    )
