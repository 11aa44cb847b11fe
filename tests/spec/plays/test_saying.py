"""What was promised or asked, said to the user in a colleague's voice."""

import pytest

from alongside.plays.errands import promised, promised_errand, update_errand, whole
from alongside.plays.saying import OURS_TO_USER, THEIRS_TO_THEM, THEIRS_TO_USER, clipped, first_name, matter, turned

JOE = "Joe Kowalski"


@pytest.mark.parametrize(
    ("what", "errand"),
    [
        ("send you the assay certificates", "Send Joe Kowalski the assay certificates."),
        ("look into the demurrage charge and come back to you", "Tell Joe Kowalski what came of the demurrage charge."),
        ("let you know where the demurrage comes from", "Tell Joe Kowalski where the demurrage comes from."),
        ("check with our port agent and get back to you", "Check with our port agent and get back to Joe Kowalski."),
        ("let them have the revised quote", "Let Joe Kowalski have the revised quote."),
        ("get you my best price", "Get Joe Kowalski your best price."),
        ("ask Ann for your rail schedule", "Ask Ann for their rail schedule, as you told Joe Kowalski you would."),
        ("demurrage charge", "Tell Joe Kowalski what came of the demurrage charge."),
        ("find out and tell you", "Tell Joe Kowalski where this demurrage comes from."),
        ("see to it", "Tell Joe Kowalski where this demurrage comes from."),
        ("send it", "Tell Joe Kowalski where this demurrage comes from."),
        ("let them have it", "Tell Joe Kowalski where this demurrage comes from."),
        ("find out where it is from and report", "Tell Joe Kowalski where it is from."),
        ("run the trace and have the count for you", "Run the trace and have the count for Joe Kowalski."),
    ],
)
def test_a_promise_becomes_an_errand(what: str, errand: str) -> None:
    """Joe had asked to know where this demurrage comes from."""
    assert promised_errand(what, "", JOE, ["find out", "know where this demurrage comes from"]) == errand


@pytest.mark.parametrize(
    ("asked", "errand"),
    [
        ("send us the dosing sheet", "Send Joe Kowalski the dosing sheet."),
        ("confirm the true weight", "Confirm the true weight, as you told Joe Kowalski you would."),
        ("answer “What do others do?”", "Answer Joe Kowalski: “What do others do?”"),
    ],
)
def test_a_promise_to_send_it_is_named_by_what_was_asked(asked: str, errand: str) -> None:
    """Joe asks for something; I write: I will send it by Wednesday."""
    assert promised_errand("send it", "I will send it by Wednesday.", JOE, [asked]) == errand


def test_a_bare_promise_without_a_known_question_is_quoted() -> None:
    """I wrote “Will do.”, and what was asked is not known."""
    assert (
        promised_errand("see to it", "Will do.", JOE) == "Come back to Joe Kowalski, as you said you would: “Will do.”"
    )


@pytest.mark.parametrize(
    ("what", "errand"),
    [
        ("send us the updated price list", "Send Joe Kowalski the updated price list, or say when it comes."),
        (
            "let me know whether the berth is free",
            "Tell Joe Kowalski whether the berth is free, or by when you will know.",
        ),
        (
            "confirm the laydays for our cargo",
            "Come back to Joe Kowalski, who asked you to confirm the laydays for their cargo.",
        ),
        (
            "credit note for our October cargo",
            "Tell Joe Kowalski how it stands with the credit note for their October cargo.",
        ),
        ("answer “Where does this come from?”", "Answer Joe Kowalski: “Where does this come from?”"),
        ("Could you hold the price?", "Tell Joe Kowalski where this stands: “Could you hold the price?”"),
    ],
)
def test_a_request_becomes_an_errand(what: str, errand: str) -> None:
    """What Joe asked, in the words that were found."""
    assert update_errand(what, "", JOE) == errand


def test_a_promise_is_reported_with_the_name_and_the_day() -> None:
    """I wrote to Joe: I will send you my figures by Friday."""
    assert (
        promised("send you my figures", "by Friday.", "", "Joe") == "You said you would send Joe your figures by Friday"
    )


def test_a_small_word_that_was_cut_is_given_back() -> None:
    """The words that were found end before "from"; the quote has it."""
    assert whole("know where it comes", "I need to know where\nit comes from.") == "know where it comes from"
    assert whole("send the list", "Please send the list today.") == "send the list"


def test_words_that_are_no_deed_are_quoted_as_they_stand() -> None:
    """A promise noted by hand as a thing."""
    assert (
        promised("demurrage charge", "", "On the demurrage you hear from me.", "Joe")
        == "You wrote “On the demurrage you hear from me.”"
    )


def test_i_and_you_are_turned_for_the_ear_that_hears_them() -> None:
    """The same words mean other things to the user, to them, and from them."""
    assert turned("your cargo and my report", OURS_TO_USER) == "their cargo and your report"
    assert turned("our cargo and your report", THEIRS_TO_USER) == "their cargo and your report"
    assert turned("our cargo and your report", THEIRS_TO_THEM) == "your cargo and our report"
    assert turned("the plan as you drew it for us", THEIRS_TO_THEM) == "the plan as we drew it for you"
    assert turned("what I asked you on Monday", THEIRS_TO_THEM) == "what you asked us on Monday"
    assert turned("whatever you need", OURS_TO_USER) == "whatever they need"


def test_a_sentence_is_no_thing() -> None:
    """Only a noun can stand after "how it stands with"."""
    assert matter("updated price list", THEIRS_TO_USER) == "the updated price list"
    assert matter("where it comes from", THEIRS_TO_USER) == ""
    assert matter("Send the invoice", THEIRS_TO_USER) == ""
    assert matter("and not the others", THEIRS_TO_USER) == ""
    assert matter("Certificates come after the boat", THEIRS_TO_USER) == ""
    assert matter("December cargo", THEIRS_TO_USER) == "the December cargo"
    assert matter("It is late. Where is it?", THEIRS_TO_USER) == ""


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Joe Kowalski", "Joe"),
        ("Kowalski, Joe", "Joe"),
        ("Dr. Ann Petrov", "Ann"),
        ("joe@example.org", "joe@example.org"),
        ("", ""),
    ],
)
def test_the_first_name_is_the_one_to_greet(name: str, first: str) -> None:
    """Names come in several orders."""
    assert first_name(name) == first


def test_long_words_are_cut_at_a_word() -> None:
    """A quote of three lines stands in the evidence, not in the sentence."""
    assert clipped("one two\n three four", 12) == "one two …"
