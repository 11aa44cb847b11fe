"""All that is found together: which kinds stand beside each other, exact places, and text of any kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.sightings.extractors import EXTRACTORS, find_all
from alongside.vocabulary import SightingKind
from tests.sightings.extractors.writing import passage

HOSTILE = {
    "no end": "please " * 40_000,
    "marks": "!" * 200_000 + "x",
    "quotes": '"' * 200_000,
    "line breaks": "\n" * 200_000,
    "white space": " \t" * 100_000,
    "bullets": "- " * 100_000,
    "stops": ". " * 100_000,
    "figures": "1," * 100_000,
    "questions": "can we meet? please? " * 8_000,
    "promises": "I will send it by Friday. " * 4_000,
    "commas": "if you, " * 25_000,
    "capitals": "Aa " * 60_000,
    "goods": "please quote for the " * 8_000,
    "one word": "a" * 200_000,
    "dates": "by the end of " * 12_000,
}


def kinds(text: str, *, by_us: bool = False) -> set[SightingKind]:
    return {found.kind for found in find_all(passage(text, by_us=by_us))}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I'll check and let you know by Friday.", {SightingKind.PROMISE}),
        ("I'll check the price, and could you send the drawing?", {SightingKind.REQUEST}),
        ("Please send the drawing and I'll get you a price by Friday.", {SightingKind.PROMISE, SightingKind.REQUEST}),
        ("Could you send us your best price for 500 t of lump ore?", {SightingKind.SOLICITATION}),
        ("Could we have a call on Tuesday?", {SightingKind.MEETING_PROPOSAL}),
        (
            "Could we have a call on Tuesday, and please bring the figures?",
            {SightingKind.MEETING_PROPOSAL, SightingKind.REQUEST},
        ),
        ("Which grade would you recommend?", {SightingKind.ADVICE_SOUGHT}),
        ("Please find attached our PO 4500123 for 8,200 t.", {SightingKind.ORDER}),
        ("Your bid was not accepted, the price was too high.", {SightingKind.AWARD}),
        ("The weather in Duluth has been awful.", set()),
    ],
)
def test_the_more_telling_kind_stays(sentence: str, expected: set[SightingKind]) -> None:
    assert kinds(sentence) == expected


def test_every_kind_has_an_extractor() -> None:
    assert len(EXTRACTORS) == 15  # two of them read German


def test_the_same_kind_is_found_once_in_a_sentence() -> None:
    found = find_all(passage("Please send it, please call me, and could you please confirm?"))
    assert [each.kind for each in found] == [SightingKind.REQUEST]


def test_what_is_found_stands_in_the_order_of_the_text() -> None:
    starts = [found.start for found in find_all(passage("Thanks for all your help. I will call you. Please confirm."))]
    assert starts == sorted(starts) and len(starts) == 3


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.timeout(20)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    for found in find_all(passage(text, by_us=True)):
        assert text[found.start : found.end] == found.quote


WORDS = [
    *"I will you please send by Friday could we meet ? . ! , order 500 t for your best price thanks attached is not if the".split(),
    *'Joe Miller has been promoted to Director > e.g. let me know let\'s İstanbul what do think 31.12. next week "quoted" "'.split(),
    *"wrong again".split(),
    "\n",
    "\n\n-",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.booleans())
def test_a_quote_is_the_text_in_its_place(words: list[str], by_us: bool) -> None:
    text = " ".join(words)
    for found in find_all(passage(text, by_us=by_us)):
        assert text[found.start : found.end] == found.quote
        assert found.because.endswith(".") and "\n" not in found.because
        assert all(isinstance(value, str) and value for value in found.detail.values())


@given(st.text(max_size=400), st.booleans())
def test_no_text_makes_it_fail(text: str, by_us: bool) -> None:
    for found in find_all(passage(text, by_us=by_us)):
        assert text[found.start : found.end] == found.quote
