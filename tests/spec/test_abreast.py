"""Kept abreast: how long did who asked wait for a word at most, against what was meant, and when is the next one due?"""

from datetime import date

from alongside.judgement.abreast import Abreast, Told, in_short, longest_silence, next_update_on

ASKED = date(2026, 3, 2)


def asked(*told: Told, **more: object) -> Abreast:
    return Abreast(40, ASKED, told, **more)  # type: ignore[arg-type]


def march(day: int) -> date:
    return date(2026, 3, day)


def test_nobody_told_them_anything() -> None:
    """2 March: Joe asks. Nothing since; it is the 14th."""
    found = longest_silence(asked(), as_of=march(14))
    assert found.value == 12
    assert found.reason == "They asked twelve days ago and have heard nothing since; a word every seven days was meant."
    assert found.would_change == "A word today would end the silence."
    assert in_short(found) == "longest silence twelve days, seven days meant"


def test_a_word_every_week_keeps_what_was_meant() -> None:
    """2 March: Joe asks. We write on the 6th and on the 12th; it is the 14th."""
    found = longest_silence(asked(Told(march(6), 1), Told(march(12), 2)), as_of=march(14))
    assert found.value == 6
    assert found.reason == "They never waited longer than six days for a word; every seven days was meant."
    assert in_short(found) == ""
    assert [step.met for step in found.reckoning] == [True, True, True]


def test_the_longest_silence_is_shown_with_the_mails_at_its_ends() -> None:
    """2 March: Joe asks. We write on the 4th and on the 20th; it is the 22nd."""
    found = longest_silence(asked(Told(march(4), 1), Told(march(20), 2)), as_of=march(22))
    assert found.reason == "The longest silence was 16 days, from 4 Mar to 20 Mar; a word every seven days was meant."
    assert [(e.kind, e.id) for e in found.evidence] == [("request", 40), ("interaction", 1), ("interaction", 2)]


def test_what_was_said_by_mouth_counts_and_has_no_mail() -> None:
    """2 March: Joe asks. On the 8th we call him; it is the 14th."""
    found = longest_silence(asked(Told(march(8))), as_of=march(14))
    assert (found.value, found.n) == (6, 1)
    assert [e.kind for e in found.evidence] == ["request"]


def test_after_the_answer_no_silence_counts() -> None:
    """2 March: Joe asks; on the 5th he has his answer. It is the 30th."""
    found = longest_silence(asked(Told(march(5), 1), settled_on=march(5)), as_of=march(30))
    assert (found.value, found.would_change) == (3, "")


def test_what_was_meant_may_be_another_interval() -> None:
    """This customer hears from us every two weeks. 2 March: Joe asks; it is the 14th."""
    found = longest_silence(asked(promised_days=14), as_of=march(14))
    assert found.reason == "They never waited longer than twelve days for a word; every 14 days was meant."


def test_the_next_word_is_due_an_interval_after_the_last() -> None:
    """2 March: Joe asks. On the 6th we write."""
    assert next_update_on(asked(), as_of=march(3)) == march(9)
    assert next_update_on(asked(Told(march(6), 1)), as_of=march(7)) == march(13)


def test_a_day_that_was_named_goes_before_the_interval_until_it_was_kept() -> None:
    """2 March: Joe asks, and is told that he hears from us on the 20th."""
    planned = {"planned_on": march(20)}
    assert next_update_on(asked(**planned), as_of=march(12)) == march(20)
    assert next_update_on(asked(Told(march(12), 1), **planned), as_of=march(12)) == march(20)
    assert next_update_on(asked(Told(march(20), 1), **planned), as_of=march(21)) == march(27)
