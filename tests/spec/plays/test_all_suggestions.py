"""All plays together: one matter, one item."""

from dataclasses import replace
from datetime import date

from alongside.judgement.dossier import Dossier, Doubt
from alongside.judgement.judge import judge
from alongside.plays import PLAYS, all_suggestions
from alongside.plays.contract import Suggested
from alongside.vocabulary import PlayName
from tests.spec.plays.cast import DEMURRAGE, JOE, MONDAY, mail_from, mail_to, nov, record, request, the_one, we_promised


def suggested(dossier: Dossier, as_of: date = MONDAY) -> tuple[Suggested, ...]:
    return all_suggestions(dossier, judge(dossier, as_of=as_of), as_of=as_of)


def the_demurrage() -> Dossier:
    """11 Nov: Joe asks where the demurrage comes from; I promise to tell him by Friday. 18 Nov: he asks again."""
    return record(
        mail_from(JOE, nov(11), thread=DEMURRAGE, asks=True, id=50, subject="Demurrage"),
        mail_to(JOE, nov(11), thread=DEMURRAGE, hour=11, id=51),
        mail_from(JOE, nov(18), thread=DEMURRAGE, asks=True, id=52),
        request("know where this demurrage comes from", nov(11), interaction_id=50),
        we_promised("find out and tell you", nov(11), nov(13), due_words="by Friday", interaction_id=51, id=41),
    )


def test_a_promise_an_update_and_a_question_about_one_matter_are_one_item() -> None:
    """Three plays see the demurrage; Today shows the promise, which says that he asked again."""
    item = the_one(i for i in suggested(the_demurrage()) if i.person_id == JOE.id and i.owed)
    assert item.play is PlayName.PROMISE_DUE
    assert item.why.endswith("and Joe has asked once more since.")
    assert ("interaction", 52) in [(e.kind, e.id) for e in item.evidence]


def test_two_promises_in_one_thread_stay_two() -> None:
    """11 Nov: I also promise the berth plan by Friday."""
    second = we_promised("send you the berth plan", nov(11), nov(13), interaction_id=51, id=42)
    dossier = the_demurrage()
    both = replace(dossier, commitments=(*dossier.commitments, second))
    assert [i.subject_id for i in suggested(both) if i.owed] == [41, 42]


def test_another_thread_with_the_same_person_is_another_matter() -> None:
    """17 Nov: Joe asks about the laydays as well."""
    asking = mail_from(JOE, nov(17), thread=90, asks=True, id=55, subject="Laydays")
    dossier = the_demurrage()
    both = replace(dossier, touches=(*dossier.touches[:2], asking, dossier.touches[2]))
    assert {i.play for i in suggested(both) if i.owed} == {PlayName.PROMISE_DUE, PlayName.QUESTION_UNANSWERED}


def test_every_item_names_its_account_has_evidence_and_says_what_settles_it() -> None:
    """The demurrage, and a doubt."""
    dossier = replace(the_demurrage(), doubts=(Doubt(90, "Is J. Kowalski Joe Kowalski?", nov(2)),))
    items = suggested(dossier)
    assert {item.account_id for item in items} == {7}
    assert all(item.evidence and item.say and item.why and item.settles_on and item.action_label for item in items)
    assert len({item.key for item in items}) == len(items)


def test_an_empty_record_suggests_nothing() -> None:
    """An account of which nothing is known but its name."""
    assert not suggested(Dossier(1, "Harbor Blast"))


def test_on_an_earlier_day_nothing_of_the_later_is_known() -> None:
    """On 10 Nov Joe had not asked yet; on 12 Nov the promise is not yet late and nobody has asked again."""
    assert not suggested(the_demurrage(), as_of=nov(10))
    item = the_one(i for i in suggested(the_demurrage(), as_of=nov(12)) if i.owed)
    assert (item.days_late, "since" in item.why) == (0, False)


def test_every_play_of_the_vocabulary_is_asked() -> None:
    """A play that nobody asks would never say anything."""
    assert {play.NAME for play in PLAYS} == set(PlayName)
