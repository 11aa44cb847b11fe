"""Where one sentence ends and the next begins: abbreviations, bullets, wrapped lines, greetings; places stay exact."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.sightings.contract import Passage
from alongside.sightings.extractors.sentences import LONGEST_CHARS, sentences
from tests.sightings.extractors.writing import WEDNESDAY, passage


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(passage(text))]


def test_a_full_stop_a_question_mark_and_an_exclamation_mark_end_a_sentence() -> None:
    assert split("It came. Did it fit? No! Send another.") == ["It came.", "Did it fit?", "No!", "Send another."]


def test_an_abbreviation_does_not() -> None:
    assert split("Mr. Smith of Steel Co. called, e.g. about No. 4711 of 14. November.") == [
        "Mr. Smith of Steel Co. called, e.g. about No. 4711 of 14. November."
    ]


def test_an_abbreviation_that_may_end_a_sentence_does_before_a_word_that_opens_one() -> None:
    assert split("We met at 3 p.m. Please confirm the goods, tools etc. We wait.") == [
        "We met at 3 p.m.",
        "Please confirm the goods, tools etc.",
        "We wait.",
    ]


def test_a_greeting_and_a_sign_off_stand_alone() -> None:
    assert split("Hi Joe,\ncould you call?\nBest regards,\nPat") == [
        "Hi Joe,",
        "could you call?",
        "Best regards,",
        "Pat",
    ]


def test_a_wrapped_line_goes_on() -> None:
    text = "I will find out where the demurrage charge on the Gudrun\ncomes from and tell you by Friday."
    assert split(text) == [
        "I will find out where the demurrage charge on the Gudrun comes from and tell you by Friday."
    ]


def test_a_bullet_begins_a_sentence_and_is_no_part_of_it() -> None:
    assert split("Could you send:\n- the bill of lading\n* the invoice\n1. the draft survey\n") == [
        "Could you send:",
        "the bill of lading",
        "the invoice",
        "the draft survey",
    ]


def test_a_blank_line_ends_a_sentence() -> None:
    assert split("no stop at the end of this rather long first paragraph here\n\nand then more") == [
        "no stop at the end of this rather long first paragraph here",
        "and then more",
    ]


def test_a_question_is_known_by_its_mark() -> None:
    assert [sentence.is_question for sentence in sentences(passage("Is it in? It is.”"))] == [True, False]


def test_only_what_was_said_is_read() -> None:
    text = "I agree. > Please send it. Thanks."
    said = Passage(text, ((0, 8), (27, 34)), WEDNESDAY, False)
    assert [sentence.text for sentence in sentences(said)] == ["I agree.", "Thanks."]


def test_a_sentence_without_end_is_cut() -> None:
    assert max(len(sentence) for sentence in split("word " * 3_000)) <= LONGEST_CHARS


@given(st.text(alphabet=st.sampled_from("aZ İß.!?…\n\r\t \"'’”)-*1.,:é"), max_size=300))
def test_every_sentence_keeps_its_place(text: str) -> None:
    for sentence in sentences(passage(text)):
        assert len(sentence.text) == len(sentence.plain) == sentence.end - sentence.start
        assert sentence.text.split() == text[sentence.start : sentence.end].split()


@given(st.text(max_size=300))
def test_nothing_but_white_space_and_bullets_is_lost(text: str) -> None:
    kept = sum(len("".join(sentence.text.split())) for sentence in sentences(passage(text)))
    bullets = sum(2 + line.count(".") for line in text.splitlines() if line.strip()) * 2
    assert len("".join(text.split())) - kept <= bullets
