"""Somebody has a new post."""

from dataclasses import replace

from alongside.plays.role_changed import suggest
from alongside.vocabulary import SightingKind
from tests.spec.plays.cast import (
    ANN,
    JOE,
    MONDAY,
    mail_from,
    mail_to,
    met,
    nov,
    record,
    request,
    seen,
    the_one,
    we_promised,
)

PROMOTED = replace(ANN, title="Director of Operations", former_title="Procurement", title_since=nov(19))


def test_a_new_title_in_the_signature_is_congratulated() -> None:
    """19 Nov: Ann signs as Director of Operations. Two of our promises and one request were with her old post."""
    carried = [
        we_promised("send you the certificates", nov(9), nov(30), to=ANN),
        we_promised("send you the sample report", nov(9), nov(27), to=ANN),
        request("send me the stock plan", nov(12), by=ANN),
    ]
    item = the_one(suggest(record(PROMOTED, carried), {}, as_of=MONDAY))
    assert item.say == "Congratulate Ann Petrov, who signs as Director of Operations since Thursday 19 November."
    assert (
        item.why
        == "Two of our promises and one open request were with the old post (Procurement); ask who takes them over."
    )
    assert item.evidence[0].label == "signature, 19 Nov"
    assert (item.gain, len(item.evidence)) == (3, 4)
    assert "Still open between us:\n- send you the certificates\n" in item.draft_text
    assert "\n- send you the stock plan\n" in item.draft_text, "her words, turned to her"


def test_what_they_told_us_counts_as_well() -> None:
    """18 Nov: Ann writes that she takes over operations."""
    told = seen(
        SightingKind.ROLE_CHANGE, ANN, nov(18), "From December I take over operations.", title="Head of Operations"
    )
    item = the_one(suggest(record(told), {}, as_of=MONDAY))
    assert item.say == "Congratulate Ann Petrov on the new post: Head of Operations."


def test_a_new_mail_of_ours_settles_it() -> None:
    """19 Nov: the new title. 20 Nov: I write to Ann anew."""
    assert not list(suggest(record(PROMOTED, mail_to(ANN, nov(20), thread=75)), {}, as_of=MONDAY))


def test_an_answer_in_an_old_thread_does_not_settle_it() -> None:
    """12 Nov: Ann asks for something. 19 Nov: the new title. 20 Nov: I answer the old mail."""
    mails = [mail_from(ANN, nov(12), thread=75), mail_to(ANN, nov(20), thread=75)]
    assert the_one(suggest(record(PROMOTED, mails), {}, as_of=MONDAY))


def test_an_answer_to_the_mail_that_told_us_settles_it() -> None:
    """18 Nov: Ann writes of her new post; the same day I answer."""
    told = seen(SightingKind.ROLE_CHANGE, ANN, nov(18), "From December I take over operations.", thread=76)
    mails = [mail_from(ANN, nov(18), thread=76), mail_to(ANN, nov(18), thread=76, hour=15)]
    assert not list(suggest(record(told, mails), {}, as_of=MONDAY))


def test_a_meeting_since_settles_it() -> None:
    """19 Nov: the new title. 20 Nov: we meet."""
    assert not list(suggest(record(PROMOTED, met(ANN, nov(20))), {}, as_of=MONDAY))


def test_the_same_post_in_other_words_is_no_change() -> None:
    """Joe signed as VP Raw Materials and now as Vice President, Raw Materials."""
    same = replace(JOE, title="Vice President, Raw Materials", former_title="VP Raw Materials", title_since=nov(19))
    assert not list(suggest(record(same), {}, as_of=MONDAY))


def test_a_title_that_only_became_known_is_no_change() -> None:
    """19 Nov: Ann signs with a title for the first time."""
    assert not list(suggest(record(replace(ANN, title_since=nov(19))), {}, as_of=MONDAY))


def test_after_two_months_it_is_too_late_to_congratulate() -> None:
    """19 Nov: the new title. At the end of January nobody brings it up any more."""
    assert not list(suggest(record(PROMOTED), {}, as_of=nov(30).replace(year=2027, month=1)))


def test_before_the_change_there_is_nothing_to_say() -> None:
    """On 18 Nov Ann was still in procurement."""
    assert not list(suggest(record(PROMOTED), {}, as_of=nov(18)))


def test_who_left_is_not_congratulated() -> None:
    """19 Nov: the new title. 20 Nov: Ann leaves."""
    assert not list(suggest(record(replace(PROMOTED, left_on=nov(20))), {}, as_of=MONDAY))
