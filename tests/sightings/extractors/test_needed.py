"""Whether a pattern may be in a sentence is told by its words, and no match is ever hidden by that."""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from alongside.sightings import extractors
from alongside.sightings.contract import Passage
from alongside.sightings.extractors.needed import Gated, gated
from alongside.sightings.extractors.sentences import STEM_CHARS, Sentence, sentences

WRITTEN_AT = datetime(2025, 11, 19, 10, tzinfo=UTC)
SAMPLES = sorted(path for name in ("planted*.tsv", "*_own.tsv") for path in Path(__file__).parents[1].glob(name))


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:STEM_CHARS] for word in words.split())


def _all_gated() -> Iterator[Gated]:
    for module in iter_modules(extractors.__path__):
        for value in vars(import_module(f"{extractors.__name__}.{module.name}")).values():
            for each in value if isinstance(value, tuple) else (value,):
                words = getattr(each, "words", each)
                if isinstance(words, Gated):
                    yield words


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_no_match_is_hidden(sample: Path) -> None:
    patterns, said = set(_all_gated()), list(_sentences(sample))
    hidden = [
        (each.pattern.pattern[:40], sentence.plain)
        for each in patterns
        for sentence in said
        if not each.may_be_in(sentence.stems) and each.pattern.search(sentence.plain)
    ]
    assert len(patterns) > 50
    assert hidden == []


def _sentences(sample: Path) -> Iterator[Sentence]:
    for line in sample.read_text(encoding="utf-8").splitlines():
        text = max(line.split("\t"), key=len)
        yield from sentences(Passage(text, ((0, len(text)),), WRITTEN_AT, by_us=False))


@pytest.mark.parametrize("words", ["please send", "kindly sends", "plea send"])
def test_a_sentence_with_a_word_of_each_place_is_looked_through(words: str) -> None:
    assert gated("(please|kindly) (send|sends) (it|them)").may_be_in(_stems(words + " it"))


@pytest.mark.parametrize("words", ["please it", "send it", "please send you", ""])
def test_a_sentence_without_a_word_of_some_place_is_not(words: str) -> None:
    assert not gated("(please|kindly) (send|sends) (it|them)").may_be_in(_stems(words))


def test_what_may_be_left_out_is_not_asked_for() -> None:
    assert gated("send( also| please)? it").may_be_in(_stems("send it"))


def test_one_way_to_match_is_enough() -> None:
    either = gated("send it\nby when")
    assert either.may_be_in(_stems("by when")) and not either.may_be_in(_stems("send when"))


def test_short_words_are_compared_whole() -> None:
    assert not gated("in part").may_be_in(_stems("inside parts"))


@pytest.mark.parametrize("open_to_all", [r"\w+ing", r"\d+", "[a-z]+", "send|.+"])
def test_a_way_without_a_certain_word_is_always_looked_for(open_to_all: str) -> None:
    assert gated(open_to_all).may_be_in(frozenset())


def test_what_follows_inside_a_word_is_not_taken_for_its_beginning() -> None:
    assert gated(r"\w*form it").may_be_in(_stems("perform it"))
