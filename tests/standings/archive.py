"""Made-up archives with planted matters that were never settled: reads them, and counts what the handover finds of them.

A letter begins with `-- day clock sender | subject  {name}`; a name in braces says that it belongs to a planted matter. `us > greta`
is a letter of ours to her. What is in braces nobody reads but the count.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from alongside.people.models import Account
from alongside.people.own import name_ours
from alongside.pipeline import bring_up_to_date
from alongside.standings.handover import handover_of
from tests.letters import AT, keep, letter, row

ARCHIVES = Path(__file__).parent / "archives"

_HEAD = re.compile(r"^-- (\S+) (\S+) (.+?) \| (.+?)(?:  \{(\w+)\})?$")


@dataclass(frozen=True)
class Archive:
    """One account's letters; `planted` names the matter of each letter that belongs to one, by Message-ID."""

    name: str
    account: str
    us: str
    since: date
    as_of: date
    items: list[Any]
    planted: dict[str, str]


@dataclass
class Count:
    """What came of one archive: planted matters found and missed, and findings that are none."""

    archive: str
    found: set[str] = field(default_factory=set)
    missed: set[str] = field(default_factory=set)
    false: list[str] = field(default_factory=list)


def read_archive(path: Path) -> Archive:
    """Read an archive from its file."""
    head, *letters = re.split(r"^(?=-- )", path.read_text(encoding="utf-8"), flags=re.M)
    told = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line and not line.startswith("#"))
    account, domain = told["account"].split(" | ")
    items: list[Any] = [row("accounts", name=account, domain=domain, standing="customer")]
    planted: dict[str, str] = {}
    people: dict[str, str] = {}
    threads: dict[str, str] = {}
    for n, text in enumerate(letters):
        first, _, words = text.partition("\n")
        found = _HEAD.match(first)
        assert found, first
        on, clock, who, subject, matter = found.groups()
        sender, to = _between(who, told["us"], people)
        message_id = f"{path.stem}.{n}@mail.example"
        before = threads.get(subject, "")
        lead = "Re: " if before else ""
        items.append(
            letter(
                sender, to, f"{on}T{clock}:00", words.strip(), subject=lead + subject, message_id=message_id,
                in_reply_to=before, references=(before,) if before else (),
            )
        )  # fmt: skip
        threads[subject] = message_id
        if matter:
            planted[message_id] = matter
    day = date.fromisoformat
    us = told["us"].partition("<")[2].rstrip(">")
    return Archive(path.stem, account, us, day(told["since"]), day(told["as of"]), items, planted)


def _between(who: str, us: str, people: dict[str, str]) -> tuple[str, str]:
    if who.startswith("us > "):
        return us, people[who.removeprefix("us > ")]
    people[re.split(r"[<@]", who)[1]] = who
    return who, us


def count(owner: Any, archive: Archive) -> Count:
    """Bring the archive in, read the handover, and count."""
    keep(owner, *archive.items)
    name_ours(archive.us, is_ours=True, is_own=True, by=owner, at=AT)
    bring_up_to_date(owner, as_of=archive.as_of)
    account = Account.objects.visible_to(owner).get(name=archive.account)
    _, page = handover_of(account, since=archive.since, as_of=archive.as_of)
    outcome = Count(archive.name)
    for issue in page.issues:
        of_issue = {archive.planted.get(each, "") for each in _letters(issue.evidence)} - {""}
        outcome.found |= of_issue
        if not of_issue:
            outcome.false.append(f"{issue.kind.label}: {issue.what}")
    outcome.missed = set(archive.planted.values()) - outcome.found
    return outcome


def _letters(evidence: Any) -> list[str]:
    """Give the Message-IDs behind the evidence."""
    from alongside.interactions.models import Interaction
    from alongside.ledgers.commitments.models import Commitment
    from alongside.ledgers.requests.models import Request
    from alongside.sightings.models import Sighting

    books: dict[str, Any] = {"commitment": Commitment, "request": Request, "sighting": Sighting}
    ids = [e.id if e.kind == "interaction" else books[e.kind].objects.get(pk=e.id).interaction_id for e in evidence]
    return list(Interaction.objects.filter(pk__in=ids).values_list("message_id", flat=True))
