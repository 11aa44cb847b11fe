"""How well are the kinds found in real mails that were read by hand? The labels name file, sentence and kind; the mails may not be shipped.

tests/sightings/real_mails.tsv holds the names of 200 mails that were read, drawn at random, and for each labelled sentence a hash of its
words and the kinds in it; the mails are in the shared data folder. Complaints, solicitations and role changes
are rare in them, so the other mails were read where a word points there: real_rare.tsv holds, by kind, the first four sentences of
each mail with a word like "resigned", "wrong" or "bid", and which of them are one.
"""

import hashlib
import random
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alongside.sightings.contract import Passage
from alongside.sightings.extractors import find_all
from alongside.sightings.passage import passage_of
from bench.ground import shared_place
from bench.kinds import ALSO, KINDS, outcome_of
from bench.scores import Score

ARCHIVE = shared_place("text/enron_categories.tar.gz")
LABELS = Path(__file__).resolve().parents[1] / "tests" / "sightings" / "real_mails.tsv"
RARE = LABELS.with_name("real_rare.tsv")
SEED, MAILS, OWN_WORDS = 20251127, 200, range(8, 301)
"""How the mails were drawn: at random from those of so many words of the writer's own; most others only pass something on."""

ENDS = re.compile(r"(?<=[.!?])[\"')]*\s+|\n\s*\n|\n(?=\s*(?:[-*•]|\d{1,2}[.)])\s)")
"""Where a sentence ends for the labels; a rule of its own, so that they hold whatever the program's sentences are."""

Key = tuple[str, str]
"""The name of a mail and the hash of a sentence's words."""


@lru_cache
def mails() -> dict[str, Message]:
    """All mails of the archive by name."""
    with tarfile.open(ARCHIVE) as opened:
        names = sorted(member.name for member in opened if member.name.endswith(".txt"))
        return {Path(name).stem: message_from_bytes(opened.extractfile(name).read()) for name in names}  # type: ignore[union-attr]


def drawn() -> list[str]:
    """Draw the names of the mails to read; the result stands in LABELS."""
    letters = [name for name in sorted(mails()) if _own_words(name) in OWN_WORDS]
    return sorted(random.Random(SEED).sample(letters, MAILS))


def _own_words(name: str) -> int:
    read = passage(name)
    return sum(len(read.text[start:end].split()) for start, end in read.said)


def passage(name: str) -> Passage:
    """A mail as it is read: by one of theirs, when it was written."""
    message = mails()[name]
    text = message.get_payload(decode=True).decode("latin-1").replace("\r\n", "\n")  # type: ignore[union-attr]
    try:
        at = parsedate_to_datetime(message["Date"])
    except (TypeError, ValueError):
        at = datetime(2001, 1, 1, tzinfo=UTC)
    zone = at.utcoffset()
    return passage_of(
        text,
        subject=message["Subject"] or "",
        occurred_at=at if at.tzinfo else at.replace(tzinfo=UTC),
        utc_offset_minutes=int(zone.total_seconds() // 60) if zone else 0,
        by_us=False,
        writer_name=message["X-From"] or "",
    )


def sentences(read: Passage) -> Iterator[tuple[int, int]]:
    """Where the sentences of what the writer said begin and end."""
    for start, end in read.said:
        at = start
        for cut in ENDS.finditer(read.text, start, end):
            yield at, cut.start()
            at = cut.end()
        yield at, end


def hashed(sentence: str) -> str:
    """The name of a sentence: a hash of its words."""
    words = " ".join(re.findall(r"\w+", sentence.lower()))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def labels() -> tuple[list[str], dict[Key, set[str]]]:
    """The mails that were read and the kinds of their labelled sentences."""
    read, kinds = [], defaultdict(set)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        name, *label = line.split("\t")
        read.append(name)
        if label:
            kinds[name, label[0]] |= set(label[1].split(","))
    return list(dict.fromkeys(read)), kinds


def scores(names: Iterable[str], kinds: dict[Key, set[str]]) -> dict[str, Score]:
    """By kind: labelled sentences in which it was found, other sentences in which it was found, and labelled ones in which it was not."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        for key, found in _found(name, kinds.__getitem__):
            for kind in KINDS:
                outcome = outcome_of(kind in kinds[key], kind in found, kind + ALSO in kinds[key])
                counts[kind][outcome] += 1
                counts["all"][outcome] += 1
    return {kind: Score(count["right"], count["wrong"], count["missed"]) for kind, count in counts.items()}


def scores_of_rare() -> dict[str, Score]:
    """By kind: how the sentences with a telling word were judged."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    rows = [(line + "\t").split("\t")[:4] for line in RARE.read_text(encoding="utf-8").splitlines()]
    labelled: dict[Key, set[str]] = defaultdict(set)
    for _, name, sentence, label in rows:
        labelled[name, sentence].add(label)
    found = dict(pair for name in {row[1] for row in rows} for pair in _found(name, labelled.__getitem__))
    for kind, name, sentence, label in rows:
        is_found = kind in found[name, sentence]
        counts[kind][outcome_of(label == kind, is_found, label == kind + ALSO)] += 1
    return {kind: Score(count["right"], count["wrong"], count["missed"]) for kind, count in counts.items()}


def _found(name: str, labelled: Callable[[Key], set[str]]) -> Iterator[tuple[Key, set[str]]]:
    """The sentences of a mail and the kinds found in each. What reaches over two counts where it is labelled, else where it begins."""
    read = passage(name)
    spans = [((name, hashed(read.text[start:end])), start, end) for start, end in sentences(read)]
    kinds: dict[Key, set[str]] = {key: set() for key, _, _ in spans}
    for each in find_all(read):
        over = [key for key, start, end in spans if start < each.end and each.start < end]
        kind = each.kind.value
        kinds[next((key for key in over if {kind, kind + ALSO} & labelled(key)), over[0])].add(kind)
    yield from kinds.items()


def main() -> None:
    """Print the table, or say why there is none."""
    if not ARCHIVE.exists():
        print(f"{ARCHIVE} is not there: nothing was found in real mails.")
        return
    names, kinds = labels()
    for title, by_kind in (
        (f"real mails (n={len(names)})", scores(names, kinds)),
        ("other real mails", scores_of_rare()),
    ):
        print(title)
        for kind, score in by_kind.items():
            print(f"  {kind:17} {score}  n={score.right + score.missed}, wrong {score.wrong}")


if __name__ == "__main__":
    main()
