"""They wrote on their page: read it, and answer.

Appears: when somebody of theirs left words on their page: a comment, a confirmation, a step ticked off.
Settled by: your mail to them afterwards, or your word that you have seen it.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier, PageSaid
from alongside.judgement.finding import Evidence
from alongside.judgement.words import ago, count, short_day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.drafts import Quoted, letter
from alongside.plays.record import as_known_on, is_from_us
from alongside.plays.saying import capital, ended, quoted
from alongside.vocabulary import PageWordKind, PlayName

NAME = PlayName.THEY_WROTE

DID = {
    PageWordKind.COMMENT: "wrote",
    PageWordKind.RIGHT: "says that it is put rightly",
    PageWordKind.SOLVED: "says that it is solved",
    PageWordKind.NOT_SOLVED: "says that it is not solved yet",
    PageWordKind.DONE: "ticked off",
    PageWordKind.NOT_DONE: "says that it is not done after all",
}
"""What somebody did on their page, before what it is about."""


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield an item for each of them who wrote, with the latest words; all of them are its evidence."""
    record = as_known_on(dossier, as_of)
    by_writer: dict[tuple[int | None, str], list[PageSaid]] = defaultdict(list)
    for said in record.page_said:
        if not _is_answered(record, said):
            by_writer[said.person_id, said.name].append(said)
    for words in by_writer.values():
        yield _item(record, words, as_of)


def _is_answered(record: Dossier, said: PageSaid) -> bool:
    """Say whether we wrote to them afterwards."""
    wrote = (t.at for t in record.touches if t.person_id == said.person_id and is_from_us(t))
    came = next((t.at for t in record.touches if t.interaction_id == said.interaction_id), None)
    return any(at > came if came else at.date() > said.on for at in wrote)


def _item(record: Dossier, words: list[PageSaid], as_of: date) -> Suggested:
    last = words[-1]
    who = last.name or f"somebody at {record.account_name}"
    needs_answer = any(w.text or w.kind is PageWordKind.NOT_SOLVED for w in words)
    return Suggested(
        play=NAME,
        key=f"{NAME}:{last.id}",
        say=f"Answer what {who} wrote on their page." if needs_answer else f"See what {who} did on their page.",
        why=_why(who, words, as_of),
        evidence=tuple(_evidence(each, as_of) for each in words if each.interaction_id),
        action="draft",
        action_label="Write the answer",
        advances="Shows that somebody reads what they write there",
        owed=2 if needs_answer else 1,
        gain=1,
        person_id=last.person_id,
        reply_to_interaction_id=last.interaction_id or None,
        draft_subject=f"Your page: {last.about}" if last.about else "Your page",
        draft_text=_letter(who if last.name else "", last),
        settles_on="Your mail to them, or your word that you have seen it.",
    )


def _why(who: str, words: list[PageSaid], as_of: date) -> str:
    last = words[-1]
    about = f" {quoted(last.about)}" if last.about else ""
    on = " on" if about and last.kind is PageWordKind.COMMENT else ""
    said = f": {quoted(last.text)}" if last.text else ""
    more = count(len(words) - 1, "more word of theirs is", "more words of theirs are") if len(words) > 1 else ""
    first = ended(f"{capital(who)} {DID[last.kind]}{on}{about}, {ago(last.on, as_of)}{said}")
    return f"{first} {more.capitalize()} new." if more else first


def _evidence(said: PageSaid, as_of: date) -> Evidence:
    return Evidence(
        "interaction", said.interaction_id, f"mail, {short_day(said.on, as_of)}, on their page", said.on.isoformat()
    )


def _letter(who: str, said: PageSaid) -> str:
    quoting = Quoted(who or "you", said.on, said.text) if said.text else None
    return letter(who, "Thank you for writing on the page.", "[Your answer.]", quoting=quoting)
