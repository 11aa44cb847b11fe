"""What a customer writes on their page is read and answered."""

from dataclasses import replace

from alongside.judgement.dossier import PageSaid
from alongside.plays.they_wrote import suggest
from alongside.vocabulary import PageWordKind
from tests.spec.plays.cast import JOE, MONDAY, mail_from, mail_to, nov, record, the_one

TICKED = PageSaid(5, PageWordKind.DONE, nov(20), JOE.id, JOE.name, about="Check the scale", interaction_id=70)
WROTE = PageSaid(6, PageWordKind.COMMENT, nov(22), JOE.id, JOE.name, "The scale is in.", "Check the scale", 71)


def test_what_one_of_them_wrote_is_one_item_with_all_of_it_as_evidence() -> None:
    """20 Nov: Joe ticks off a step. 22 Nov: he writes on it."""
    item = the_one(suggest(record(TICKED, WROTE), {}, as_of=MONDAY))
    assert item.say == "Answer what Joe Kowalski wrote on their page."
    assert (
        item.why
        == "Joe Kowalski wrote on “Check the scale”, yesterday: “The scale is in.” One more word of theirs is new."
    )
    assert [e.id for e in item.evidence] == [70, 71]
    assert (item.owed, item.key, item.reply_to_interaction_id) == (2, "they_wrote:6", 71)


def test_a_tick_alone_needs_no_answer_and_is_seen() -> None:
    """20 Nov: Joe ticks off a step and writes nothing."""
    item = the_one(suggest(record(TICKED), {}, as_of=MONDAY))
    assert (item.say, item.owed) == ("See what Joe Kowalski did on their page.", 1)
    assert item.why == "Joe Kowalski ticked off “Check the scale”, three days ago."


def test_our_mail_afterwards_settles_it() -> None:
    """22 Nov at ten: Joe writes on the page. At twelve I wrote to him."""
    came = mail_from(JOE, nov(22), id=71)
    assert not list(suggest(record(WROTE, came, mail_to(JOE, nov(22), hour=12)), {}, as_of=MONDAY))
    assert list(suggest(record(WROTE, came, mail_to(JOE, nov(22), hour=8)), {}, as_of=MONDAY))


def test_several_writers_are_several_items() -> None:
    """Somebody else used an address that several have."""
    other = replace(WROTE, id=9, person_id=None, name="")
    says = [item.say for item in suggest(record(WROTE, other), {}, as_of=MONDAY)]
    assert says == [
        "Answer what Joe Kowalski wrote on their page.",
        "Answer what somebody at National Steel wrote on their page.",
    ]
