"""The hit in its sentence: which one is shown, and what is marked in it. Pure."""

from alongside.search.query import Term, term_of
from alongside.search.sentence import LONGEST, in_sentence, marked


def terms(*words: str) -> list[Term]:
    return [term for word in words if (term := term_of(word.strip('"'), is_phrase=word.startswith('"')))]


def shown(text: str, *words: str) -> str:
    """The sentence with [brackets] around what is marked."""
    return "".join(f"[{said}]" if is_hit else said for said, is_hit in in_sentence(text, terms(*words)))


def test_the_sentence_with_most_of_the_words_is_shown_all_of_them_marked() -> None:
    text = "The cargo is late. Moisture of the cargo is 9%, and moisture matters. Bye."
    assert shown(text, "cargo", "moist") == "[Moisture] of the [cargo] is 9%, and [moisture] matters."


def test_what_the_writer_said_comes_before_what_was_quoted() -> None:
    text = "The assay is fine.\n\nOn Mon, 2 Mar 2026 Joe Kowalski wrote:\n> Is the assay there?\n> The assay matters."
    assert shown(text, "assay") == "The [assay] is fine."


def test_the_quotation_is_shown_where_only_it_holds_the_words_without_its_marks() -> None:
    text = "Yes.\n\nOn Mon, 2 Mar 2026 Joe Kowalski wrote:\n> Is the assay\n> of May there?"
    assert shown(text, "assay") == "Is the [assay] of May there?"


def test_accents_are_kept_and_make_no_difference() -> None:
    assert shown("Die Größe in München.", "munch", "große") == "Die [Größe] in [München]."


def test_a_phrase_is_marked_as_a_whole_over_the_end_of_a_line() -> None:
    assert shown("We need rail\ncars now.", '"rail cars"') == "We need [rail cars] now."


def test_a_long_sentence_is_cut_around_the_hit() -> None:
    text = "word " * 200 + "needle " + "word " * 200
    said = shown(text, "needle")
    assert said.startswith("… word") and "[needle]" in said and said.endswith("word …")
    assert len(said) <= LONGEST + 8


def test_without_a_hit_the_mail_begins() -> None:
    assert shown("Good morning.\nAll is well.", "gasket") == "Good morning. All is well."


def test_a_subject_is_marked_too() -> None:
    assert marked("Re: Demurrage  of May", terms("demur")) == [("Re: ", False), ("Demurrage", True), (" of May", False)]
