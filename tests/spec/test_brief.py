"""The brief: one page before a meeting, with what is open first, and never a guess in place of what is not known."""

import pytest

from alongside.judgement.brief import SUCCESS_QUESTION, Brief, brief
from alongside.judgement.judge import judge
from tests.spec.diary import Diary


def _about(diary: Diary, name: str) -> Brief:
    findings = judge(diary.dossier, as_of=diary.as_of)
    return brief(diary.dossier, findings, person_id=diary.person(name), as_of=diary.as_of)


def test_what_joe_waits_for_comes_before_what_others_wait_for(diary: Diary) -> None:
    """
    Joe: VP raw materials
    Ann: procurement
    2025-11-03 Ann asks for new certificates
    2025-11-11 Joe asks where the demurrage comes from
    as of 2025-11-20
    """
    first, second = _about(diary, "Joe").open
    assert "demurrage" in first.text and "asked nine days ago" in first.text
    assert second.text.startswith("Ann: ")
    assert first.evidence[0].kind == "request"


def test_what_we_promised_says_how_late_it_is(diary: Diary) -> None:
    """
    Joe: VP raw materials
    2025-11-11 we promise Joe the cause of the demurrage by 2025-11-14
    2025-11-12 Joe promises us a forecast by 2025-11-28
    as of 2025-11-20
    """
    ours, theirs = _about(diary, "Joe").promised
    assert ours.text == "We promised: the cause of the demurrage (was due six days ago)"
    assert theirs.text == "Joe promised: a forecast (due Friday 28 November)"


def test_what_was_kept_or_answered_is_no_longer_open(diary: Diary) -> None:
    """
    Joe: VP raw materials
    2025-11-01 we promise Joe certificates by 2025-11-10, kept 2025-11-09
    2025-11-01 Joe asks where the demurrage comes from, answered 2025-11-09
    as of 2025-11-20
    """
    page = _about(diary, "Joe")
    assert page.promised == () and page.open == ()


def test_of_very_many_open_requests_the_first_are_named_and_the_rest_counted(diary: Diary) -> None:
    """
    Joe: VP raw materials
    monthly from 2024-09-05 to 2025-09-05: Joe asks for the certificates of that month
    as of 2025-11-20
    """
    page = _about(diary, "Joe")
    assert len(page.open) == 11
    assert page.open[-1].text == "And three more."


def test_a_need_without_a_figure_becomes_the_first_question(diary: Diary) -> None:
    """
    Joe: VP raw materials
    2025-10-01 implied need of Joe the bag house clogs in winter
    as of 2025-11-20
    """
    page = _about(diary, "Joe")
    assert page.questions[0] == "What does it cost you that the bag house clogs in winter?"
    assert page.questions[1] == SUCCESS_QUESTION
    assert len(page.questions) == 3
    assert any("bag house" in line.text for line in page.told)


def test_we_do_not_ask_what_they_told_us_this_year(diary: Diary) -> None:
    """
    Joe: VP raw materials
    2025-06-01 fact products_and_markets plate for ships (confirmed)
    2024-06-01 fact goals_and_kpis cost a tonne (confirmed)
    as of 2025-11-20
    """
    questions = _about(diary, "Joe").questions
    assert not any("sell most" in question for question in questions)
    assert any("Which figure" in question for question in questions)


def test_the_next_meeting_is_named_and_the_latest_contacts(diary: Diary) -> None:
    """
    Joe: VP raw materials
    2025-11-10 visit Joe
    2025-11-19 mail from Joe about demurrage
    2025-11-25 planned visit Joe
    as of 2025-11-20
    """
    page = _about(diary, "Joe")
    assert page.meeting is not None and "Tuesday 25 November" in page.meeting.text
    assert [line.text.split(":")[0] for line in page.lately] == ["Mail yesterday", "Visit ten days ago"]
    assert all(line.evidence for line in page.lately)


def test_where_the_record_is_silent_the_brief_is_silent_and_says_what_is_unknown(diary: Diary) -> None:
    """
    Joe: VP raw materials
    as of 2025-11-20
    """
    page = _about(diary, "Joe")
    assert page.meeting is None
    assert page.open == page.promised == page.told == page.lately == ()
    assert page.unknown


def test_nobody_there_has_no_brief(diary: Diary) -> None:
    """
    Joe: VP raw materials
    as of 2025-11-20
    """
    with pytest.raises(LookupError):
        brief(diary.dossier, {}, person_id=404, as_of=diary.as_of)
