"""A new person is followed up within the week."""

from dataclasses import replace

from alongside.judgement.dossier import Member
from alongside.plays.new_contact import suggest
from alongside.vocabulary import SightingKind
from tests.spec.plays.cast import JOE, MONDAY, mail_from, mail_to, met, nov, record, seen, the_one

LEE = Member(3, "Lee Okafor", "Stockyard Manager", address="lee@nationalsteel.example")


def test_who_wrote_first_and_heard_nothing_is_written_to() -> None:
    """12 Nov: Lee writes to us for the first time. By the 23rd none of us has written back."""
    item = the_one(
        suggest(record(LEE, mail_from(LEE, nov(12), thread=78, id=62, subject="Stockyard")), {}, as_of=MONDAY)
    )
    assert item.say == "Write to Lee Okafor, who wrote to us for the first time on Thursday 12 November."
    assert (
        item.why == "Lee Okafor, Stockyard Manager, wrote to us eleven days ago, and none of us has written back since."
    )
    assert (item.reply_to_interaction_id, item.draft_subject) == (62, "Re: Stockyard")


def test_five_working_days_are_time_enough() -> None:
    """Monday 16 Nov: Lee writes. On Monday 23 it is five working days."""
    assert not list(suggest(record(LEE, mail_from(LEE, nov(16))), {}, as_of=MONDAY))


def test_the_first_mail_of_any_of_us_settles_it() -> None:
    """12 Nov: Lee writes. 18 Nov: a colleague answers."""
    wrote = replace(mail_to(LEE, nov(18)), our_person_id=901)
    assert not list(suggest(record(LEE, mail_from(LEE, nov(12)), wrote), {}, as_of=MONDAY))


def test_who_was_met_once_is_written_to() -> None:
    """12 Nov: Lee sits in a meeting with us, and that was all."""
    item = the_one(suggest(record(LEE, met(LEE, nov(12))), {}, as_of=MONDAY))
    assert item.say == "Write to Lee Okafor, who met us for the first time on Thursday 12 November."
    assert item.reply_to_interaction_id is None


def test_who_sat_in_a_large_meeting_is_no_new_contact() -> None:
    """12 Nov: Lee was one of twelve."""
    assert not list(suggest(record(LEE, met(LEE, nov(12), others=11)), {}, as_of=MONDAY))


def test_who_was_named_to_us_is_written_to() -> None:
    """12 Nov: Joe writes that we should talk to Dana Wu, whom we do not know."""
    named = seen(
        SightingKind.REFERRAL, JOE, nov(12), "You should talk to Dana Wu in logistics.", referred_name="Dana Wu"
    )
    item = the_one(suggest(record(named), {}, as_of=MONDAY))
    assert item.say == "Write to Dana Wu: Joe Kowalski pointed you there."
    assert item.why == (
        "Joe wrote “You should talk to Dana Wu in logistics.” eleven days ago; no mail of ours to Dana Wu is on record."
    )
    assert item.draft_subject == "Joe Kowalski suggested that I write to you"


def test_an_introduction_settles_itself_with_the_first_mail() -> None:
    """12 Nov: Joe names Lee. 16 Nov: we write to Lee."""
    named = seen(SightingKind.REFERRAL, JOE, nov(12), "Talk to Lee Okafor.", referred_name="Lee Okafor")
    assert the_one(suggest(record(JOE, LEE, named), {}, as_of=MONDAY)).person_id == LEE.id
    assert not list(suggest(record(JOE, LEE, named, mail_to(LEE, nov(16))), {}, as_of=MONDAY))


def test_an_old_first_mail_is_left_alone() -> None:
    """12 Nov 2025: Lee wrote once."""
    assert not list(suggest(record(LEE, mail_from(LEE, nov(12).replace(year=2025))), {}, as_of=MONDAY))


def test_a_machine_is_no_contact() -> None:
    """12 Nov: a mail from an address behind which nobody reads."""
    machine = replace(LEE, address="noreply@nationalsteel.example")
    assert not list(suggest(record(machine, mail_from(LEE, nov(12))), {}, as_of=MONDAY))
