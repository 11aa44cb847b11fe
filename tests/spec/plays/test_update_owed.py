"""Who asked for something is kept abreast until it is done."""

from dataclasses import replace

from alongside.plays.update_owed import suggest
from tests.spec.plays.cast import (
    DEMURRAGE,
    JOE,
    MONDAY,
    answered,
    mail_from,
    mail_to,
    nov,
    record,
    request,
    the_one,
    we_promised,
)


def test_after_a_week_of_silence_an_update_is_owed() -> None:
    """11 Nov: Joe asks for the updated price list. Nobody has answered by the 23rd."""
    asked = request("send us the updated price list", nov(11), id=40)
    item = the_one(suggest(record(asked), {}, as_of=MONDAY))
    assert item.say == "Send Joe Kowalski the updated price list, or say when it comes."
    assert item.why == "Joe asked on Wednesday 11 November, twelve days ago, and nobody has answered yet."
    assert (item.owed, item.days_late, item.key) == (2, 5, "update_owed:request:40")


def test_in_the_first_week_nobody_is_hurried() -> None:
    """16 Nov: Joe asks for the price list. On the 23rd it is seven days."""
    assert not list(suggest(record(request("send us the price list", nov(16))), {}, as_of=MONDAY))


def test_who_asks_again_is_owed_a_word_at_once() -> None:
    """18 Nov: Joe asks for the price list. 20 Nov: he asks again."""
    asked = request("send us the price list", nov(18))
    again = mail_from(JOE, nov(20), thread=DEMURRAGE, asks=True, id=52)
    item = the_one(suggest(record(asked, again), {}, as_of=MONDAY))
    assert item.why.endswith("and Joe has asked once more since.")
    assert (item.owed, item.reply_to_interaction_id) == (3, 52)
    assert ("interaction", 52) in [(e.kind, e.id) for e in item.evidence]


def test_the_day_named_for_the_next_update_is_kept() -> None:
    """18 Nov: Joe asks; I note that he hears from me on the 20th."""
    asked = replace(request("look into 90-day terms", nov(18)), next_update_on=nov(20))
    item = the_one(suggest(record(asked), {}, as_of=MONDAY))
    assert item.why.endswith("the next word was to come on Friday 20 November.")
    assert item.days_late == 3
    assert not list(suggest(record(asked), {}, as_of=nov(19)))


def test_a_word_of_ours_settles_it_for_a_week() -> None:
    """2 Nov: Joe asks. 18 Nov: I write how it stands."""
    asked, wrote = request("send us the price list", nov(2)), mail_to(JOE, nov(18), thread=DEMURRAGE)
    assert not list(suggest(record(asked, wrote), {}, as_of=MONDAY))
    item = the_one(suggest(record(asked, wrote), {}, as_of=nov(26)))
    assert "our last word was eight days ago" in item.why


def test_it_settles_itself_when_the_request_is_answered() -> None:
    """2 Nov: Joe asks. 16 Nov: it is answered."""
    asked = answered(request("send us the price list", nov(2)), nov(16))
    assert not list(suggest(record(asked), {}, as_of=MONDAY))
    assert the_one(suggest(record(asked), {}, as_of=nov(12))), "on the 12th it was still open"


def test_a_day_promised_for_later_holds_until_then() -> None:
    """9 Nov: Joe asks; we promise an answer by 30 Nov."""
    asked = request("send us the price list", nov(9))
    promise = we_promised("send you the price list", nov(9), nov(30))
    assert not list(suggest(record(asked, promise), {}, as_of=MONDAY))


def test_several_requests_of_one_mail_are_one_item() -> None:
    """11 Nov: in one mail Joe asks for the price list and for the laydays."""
    asked = [
        request("send us the price list", nov(11), interaction_id=50),
        request("confirm the laydays", nov(11), interaction_id=50),
    ]
    item = the_one(suggest(record(asked), {}, as_of=MONDAY))
    assert "(and one more thing in the same mail)" in item.why
    assert item.draft_text.count("\n> ") == 2, "the draft quotes both"


def test_what_has_been_quiet_for_four_months_is_left_to_the_older_matters() -> None:
    """11 Nov 2025: Joe asks for 90-day terms; a year later nobody has answered."""
    asked = request("look into 90-day terms", nov(11).replace(year=2025))
    assert not list(suggest(record(asked), {}, as_of=MONDAY))


def test_nobody_writes_to_somebody_who_left() -> None:
    """2 Nov: Joe asks. 10 Nov: he leaves."""
    gone = replace(JOE, left_on=nov(10))
    assert not list(suggest(record(gone, request("send us the price list", nov(2))), {}, as_of=MONDAY))


def test_the_draft_turns_their_words_to_our_side() -> None:
    """11 Nov: Joe asks how it stands with "our credit note"."""
    asked = request("credit note for our October cargo", nov(11), quote="How is the credit note for our October cargo?")
    item = the_one(suggest(record(asked), {}, as_of=MONDAY))
    assert item.say == "Tell Joe Kowalski how it stands with the credit note for their October cargo."
    assert "You asked me on Wednesday 11 November about the credit note for your October cargo." in item.draft_text
    assert "> How is the credit note for our October cargo?" in item.draft_text
