"""How well are requests and the other kinds found in sentences? Prints F1, precision and recall, and the mails a second.

Reads the shared data folder text/ (ALONGSIDE_SHARED_DATA, else ../shared/data beside the repository) and the planted sentences
of tests/sightings. A third of the labelled sentences, chosen by a hash of the sentence, is held out: nobody read it for the rules.
"""

import hashlib
import os
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alongside.sightings.contract import Passage
from alongside.sightings.extractors import find_all
from alongside.vocabulary import Side, SightingKind

ROOT = Path(__file__).resolve().parents[1]
HELD_OUT_ONE_IN = 3
WRITTEN_AT = datetime(2025, 11, 19, 10, 0, tzinfo=UTC)
MAIL_WORDS = (60, 140)
"""Words of a mail that counts as typical for the speed."""

ASKS_OR_PROPOSES = {
    SightingKind.REQUEST,
    SightingKind.MEETING_PROPOSAL,
    SightingKind.SOLICITATION,
    SightingKind.ADVICE_SOUGHT,
}
"""Kinds that answer the labels' question: does the sentence ask for or propose something?"""

PLANTED = ROOT / "tests" / "sightings" / "planted.tsv"
PLANTED_HELD_OUT = ROOT / "tests" / "sightings" / "planted_held_out.tsv"


class Score(NamedTuple):
    """Counts of right, wrong and missed finds."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f}  precision {self.precision:.3f}  recall {self.recall:.3f}"


class Planted(NamedTuple):
    """One planted sentence: the kind that is in it ("none" for no kind), whose mail it stands in, and the sentence."""

    kind: str
    side: str
    sentence: str


def text_folder() -> Path:
    """The folder of labelled text, whether or not it is there."""
    beside = ROOT.parent / "shared" / "data"
    return Path(os.environ.get("ALONGSIDE_SHARED_DATA", beside)) / "text"


def labelled() -> list[tuple[bool, str]]:
    """The labelled sentences: whether it asks for or proposes something, and the sentence."""
    rows = (text_folder() / "requests_train.txt").read_text(encoding="utf-8", errors="replace").splitlines()
    return [(label == "Yes", sentence) for label, tab, sentence in (row.partition("\t") for row in rows) if tab]


def is_held_out(sentence: str) -> bool:
    """One in three, fixed by the sentence alone."""
    return hashlib.sha256(sentence.encode()).digest()[0] % HELD_OUT_ONE_IN == 0


def planted(path: Path) -> list[Planted]:
    """The planted sentences of a file."""
    return [Planted(*line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines()]


def kinds_in(sentence: str, *, by_us: bool = False) -> set[SightingKind]:
    """The kinds found in one sentence."""
    return {found.kind for found in find_all(Passage(sentence, ((0, len(sentence)),), WRITTEN_AT, by_us))}


def score_of_labels(rows: Iterable[tuple[bool, str]], kinds: set[SightingKind]) -> Score:
    """Score the labelled sentences: found when any of the kinds is found."""
    counts = Counter((asks, bool(kinds_in(sentence) & kinds)) for asks, sentence in rows)
    return Score(counts[True, True], counts[False, True], counts[True, False])


def score_of_planted(rows: Iterable[Planted], kind: str = "") -> Score:
    """Score planted sentences, every kind that was not planted counting as wrong; of one kind alone when it is named."""
    right = wrong = missed = 0
    for row in rows:
        found = {each.value for each in kinds_in(row.sentence, by_us=row.side == Side.OURS)}
        wanted = {row.kind} - {"none"}
        if kind:
            found, wanted = found & {kind}, wanted & {kind}
        right, wrong, missed = right + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
    return Score(right, wrong, missed)


def typical_mails() -> Iterator[str]:
    """The real mails of about a hundred words, without what they quote."""
    with tarfile.open(text_folder() / "enron_categories.tar.gz") as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.name.endswith(".txt") else None
            if stream is None:
                continue
            body = stream.read().decode("latin-1").partition("\n\n")[2]
            said = re.split(r"-----Original|-{10,} Forwarded", body)[0].strip()
            if MAIL_WORDS[0] <= len(said.split()) <= MAIL_WORDS[1]:
                yield said


def mails_per_second(mails: list[str]) -> float:
    """How many mails are read in a second of this processor's time (both as ours and as theirs, the best of three)."""
    passages = [Passage(mail, ((0, len(mail)),), WRITTEN_AT, by_us) for mail in mails for by_us in (True, False)]
    best = min(_seconds(passages) for _ in range(3))
    return len(passages) / best


def _seconds(passages: list[Passage]) -> float:
    start = time.process_time()
    for passage in passages:
        find_all(passage)
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    _print_planted()
    if not (text_folder() / "requests_train.txt").exists():
        print(f"The labelled sentences are not there ({text_folder()}): only the planted ones were measured.")
        return
    rows = labelled()
    held_out = [row for row in rows if is_held_out(row[1])]
    for name, part in (("all labelled sentences", rows), ("the held-out third", held_out)):
        print(f"{name} (n={len(part)})")
        print(f"  asks or proposes   {score_of_labels(part, ASKS_OR_PROPOSES)}")
        print(f"  kind request only  {score_of_labels(part, {SightingKind.REQUEST})}")
    mails = list(typical_mails())
    words = sum(len(mail.split()) for mail in mails) / max(1, len(mails))
    print(
        f"{mails_per_second(mails):,.0f} mails a second of processor time ({len(mails)} mails of {words:.0f} words on average)"
    )


def _print_planted() -> None:
    for name, path in (("planted, known to the rules", PLANTED), ("planted, held out", PLANTED_HELD_OUT)):
        rows = planted(path)
        print(f"{name} (n={len(rows)})  {score_of_planted(rows)}")
        for kind in SightingKind:
            print(f"  {kind.value:17} {score_of_planted(rows, kind.value)}")


if __name__ == "__main__":
    main()
