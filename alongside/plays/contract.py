"""What a play is: a pure function of a dossier, its findings and a date, yielding Today items.

Each play is one file with NAME and `suggest(dossier, findings, *, as_of) -> Iterator[Suggested]`. An item settles
itself because the play, asked again after the deed is in the record, no longer yields it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from alongside.judgement.finding import Evidence, Finding
from alongside.vocabulary import PlayName


@dataclass(frozen=True, slots=True)
class Suggested:
    """One thing to do today.

    `key` is stable while the matter is the same ("promise_due:commitment:41"): decisions (done, snoozed, dismissed)
    attach to it. `say` is the imperative sentence, `why` one sentence of reason with its figures, `advances` what
    doing it will move.
    `action` is the primary action: draft (write a mail), confirm_route, open, brief, settle_doubt, note.
    `action_label` is its button.
    `owed` ranks first what is owed (0..3), `gain` what moves a customer up (0..3), `days_late` breaks ties.
    `draft_subject`/`draft_text` and `reply_to_interaction_id` serve the draft, which quotes their words.
    """

    play: PlayName
    key: str
    say: str
    why: str
    evidence: tuple[Evidence, ...]
    action: str
    action_label: str
    advances: str
    owed: int = 0
    gain: int = 0
    days_late: int = 0
    person_id: int | None = None
    reply_to_interaction_id: int | None = None
    draft_subject: str = ""
    draft_text: str = ""
    subject_id: int | None = None  # the award, doubt, commitment or meeting that the action is about
    settles_on: str = ""  # a sentence: what in the record will settle it
    account_id: int | None = None  # set by plays.all_suggestions, so that one account does not fill the list


Findings = Mapping[str, tuple[Finding, ...]]
"""Findings by measure name."""

Play = Callable[..., Iterator[Suggested]]
