"""Which sentences of real mails, drawn at random and not by key words, ask for or propose something?

The mails (shared data folder, text/enron_categories.tar.gz) are not ours to ship: tests/sightings/real_requests.tsv holds Yes or No, the
draw, and a hash of the sentence; the sentences are looked up here. Two of every mail of at most 350 words were drawn first, later up to
three more; each was read by hand, and left out where it could be said either way.
"""

import hashlib
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from alongside.sightings.extractors.sentences import sentences
from alongside.sightings.passage import passage_of
from bench.train_requests import ROOT, Row

LABELS = ROOT / "tests" / "sightings" / "real_requests.tsv"
HASH_CHARS = 16
"""Characters of the hash that are kept."""

DRAWS = {
    "first": "sentences of real mails, drawn at random, looked at while the signs were made",
    "later": "sentences of real mails, drawn and read after the signs were made",
}


def drawn_rows(archive: Path, draw: str) -> list[Row]:
    """Give the sentences of a draw with what was said of them; those that are no longer cut the same way are left out."""
    found = _sentences(archive)
    lines = (line.split("\t") for line in LABELS.read_text(encoding="utf-8").splitlines())
    return [Row(label == "Yes", found[key]) for label, named, key in lines if named == draw and key in found]


def key_of(sentence: str) -> str:
    """Name a sentence without telling it."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:HASH_CHARS]


@cache
def _sentences(archive: Path) -> dict[str, str]:
    return {key_of(sentence): sentence for body in _bodies(archive) for sentence in _said(body)}


def _bodies(archive: Path) -> Iterator[str]:
    with tarfile.open(archive) as mails:
        for member in mails:
            stream = mails.extractfile(member) if member.name.endswith(".txt") else None
            if stream:
                yield stream.read().decode("latin-1").partition("\n\n")[2]


def _said(body: str) -> Iterator[str]:
    passage = passage_of(
        body, subject="", occurred_at=datetime(2001, 1, 1, tzinfo=UTC), utc_offset_minutes=0, by_us=False
    )
    for sentence in sentences(passage):
        yield " ".join(sentence.text.split())
