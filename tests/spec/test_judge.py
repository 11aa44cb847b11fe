"""Everything judged of one account on one day: only what was known then, and every finding can be kept and read back."""

import json
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import as_json, from_json
from alongside.judgement.judge import judge
from tests.spec.diary import Diary, read

A_YEAR = """
    Joe: VP raw materials
    Ann: procurement, buyer
    Bob: Furnace operator
    monthly from 2025-01-05 to 2025-12-05: exchange Joe (asks)
    quarterly from 2025-01-10 to 2025-12-10: visit Joe and Ann (benefit)
    2025-11-10 mail from Ann about demurrage (asks)
    2025-12-01 mail to Bob (asks)
    2024-12-01 award pellets won direct relationship by Joe 100000 recommended
    2025-04-01 award pellets won direct relationship by Joe 100000 specified heard need
    2025-06-01 award pellets won suggested direct no 4471
    2025-06-01 award lump lost bid 20000
    2025-09-01 rfq lump
    2025-10-01 on the list lump
    2025-06-01 fact transport by rail (confirmed)
    2025-07-01 fact personnel four shifts
    2025-06-01 explicit need of Joe less dust, costs 40000, rank 1
    2025-11-01 complaint Joe dust
    2025-06-01 suggestion covered wagons accepted (before they raised it)
    2025-06-01 we promise Joe certificates by 2025-06-10, kept 2025-06-09
    2025-06-01 we promise Joe rates by 2025-06-10, moved to 2025-06-20 on 2025-06-09, kept 2025-06-19
    2025-12-01 Joe promises the schedule by 2025-12-10
"""

DAYS = ("at", "asked_on", "decided_on", "from_on", "promised_on", "ordered_on", "as_of", "heard_on", "made_on")


def test_it_answers_by_the_name_of_the_measure(diary: Diary) -> None:
    """
    Joe: VP raw materials
    Ann: buyer
    2025-11-10 lunch Joe
    as of 2025-11-23
    """
    found = judge(diary.dossier, as_of=diary.as_of)
    assert list(found) == [
        "level",
        "rule:build_rapport",
        "rule:learn_their_business",
        "rule:know_their_needs",
        "rule:offer_suggestions",
        "rule:be_there",
        "tie",
        "presence",
        "responsiveness",
        "promises:ours",
        "promises:theirs",
        "off_track",
        "coverage",
        "inside",
    ]
    assert [f.subject for f in found["tie"]] == [f.subject for f in found["presence"]] == ["person:1", "person:2"]


def test_every_finding_gives_a_reason_in_a_sentence_and_says_what_would_change_it() -> None:
    """
    (a year with an account: see A_YEAR in the test)
    """
    diary = read(A_YEAR)
    for finding in (f for group in judge(diary.dossier, as_of=diary.as_of).values() for f in group):
        assert finding.reason[0].isupper() and finding.reason.endswith("."), finding
        assert finding.would_change.endswith("."), finding
        assert finding.known <= finding.needed, finding
        assert all(said.endswith(".") for said in finding.unknown), finding


def test_an_empty_account_is_judged_without_a_word_of_nought() -> None:
    """
    (an account of which nothing is on record)
    """
    found = judge(Dossier(1, "Empty"), as_of=date(2025, 11, 23))
    values = {f.measure: f.value for group in found.values() for f in group}
    assert values.pop("level") == "prospect"
    assert set(values.values()) == {None}


@pytest.mark.parametrize("back_days", [0, 20, 90, 200, 380])
def test_what_lies_after_the_day_changes_nothing(back_days: int) -> None:
    """
    (the same year, judged on earlier days: with the later rows and without them the findings are the same)
    """
    diary = read(A_YEAR)
    as_of = diary.as_of - timedelta(days=back_days)
    assert judge(diary.dossier, as_of=as_of) == judge(cut_off(diary.dossier, as_of), as_of=as_of)


def cut_off(dossier: Dossier, as_of: date) -> Dossier:
    """The dossier as it would have been loaded on that day: rows that happened later are not in it."""

    def happened(row: object) -> bool:
        on = next((getattr(row, name) for name in DAYS if hasattr(row, name)), date.min)
        return (on.date() if hasattr(on, "date") else on) <= as_of

    rows = {f.name: getattr(dossier, f.name) for f in fields(dossier)}
    kept = {name: tuple(filter(happened, those)) for name, those in rows.items() if isinstance(those, tuple)}
    return replace(dossier, **kept)


def test_every_finding_can_be_stored_as_json_and_read_back() -> None:
    """
    (the same year)
    """
    diary = read(A_YEAR)
    for finding in (f for group in judge(diary.dossier, as_of=diary.as_of).values() for f in group):
        assert from_json(json.loads(json.dumps(as_json(finding)))) == finding
