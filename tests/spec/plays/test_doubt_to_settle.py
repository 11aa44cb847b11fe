"""Doubts are asked, one at a time."""

from alongside.judgement.dossier import Doubt
from alongside.plays.doubt_to_settle import suggest
from tests.spec.plays.cast import MONDAY, nov, record, the_one

FIRST = Doubt(90, "Is J. Kowalski the same person as Joe Kowalski?", nov(2))
SECOND = Doubt(91, "Is natsteel.example a part of National Steel?", nov(5))


def test_the_oldest_doubt_is_asked_and_the_others_are_counted() -> None:
    """2 Nov: a second Kowalski turns up. 5 Nov: a second domain."""
    item = the_one(suggest(record(doubts=(SECOND, FIRST)), {}, as_of=MONDAY))
    assert item.say == "Is J. Kowalski the same person as Joe Kowalski?"
    assert (
        item.why
        == "Open since Monday 2 November; until you say, they are counted apart. One more question waits behind it."
    )
    assert (item.action, item.subject_id, item.owed) == ("settle_doubt", 90, 0)


def test_it_settles_itself_with_the_answer() -> None:
    """The user says yes to the first; the second takes its place, then none is left."""
    assert the_one(suggest(record(doubts=(SECOND,)), {}, as_of=MONDAY)).subject_id == 91
    assert not list(suggest(record(), {}, as_of=MONDAY))


def test_a_doubt_of_a_later_day_was_not_there_yet() -> None:
    """On 3 Nov only the first doubt was known."""
    item = the_one(suggest(record(doubts=(FIRST, SECOND)), {}, as_of=nov(3)))
    assert "behind it" not in item.why
