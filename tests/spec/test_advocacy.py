"""Going to bat: how the case stands, what is still to be answered, and whether they know what came of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from alongside.judgement.advocacy import Case, Said, advocacy, decides_on, told_on
from alongside.judgement.dossier import AdvocacyCase, Dossier, Exchange, Member, Request
from alongside.judgement.fought_for import inside
from alongside.vocabulary import CasePart, CaseState, ExchangeKind, ExchangeSide, RequestState

TODAY = date(2026, 11, 23)


def wrote(part: CasePart, text: str, day: int, **more: object) -> Said:
    return Said(part, text, datetime.combine(date(2026, 11, day), time(16), UTC), **more)  # type: ignore[arg-type]


def case(*said: Said, wrote_on: tuple[int, ...] = ()) -> Case:
    return Case(40, "Ann", said, [datetime(2026, 11, day, 10, tzinfo=UTC) for day in wrote_on])


def test_a_case_that_has_just_begun_is_being_prepared_and_names_what_it_still_needs() -> None:
    """12 Nov: we write down what Ann needs."""
    found = advocacy(case(wrote(CasePart.NEED, "90 days", 12)), as_of=TODAY)
    assert found.value == CaseState.PREPARING
    assert found.reason == "It is being prepared; who decides is not written down."
    assert (found.known, found.needed, len(found.unknown)) == (1, 6, 5)
    assert found.would_change == "Five questions of the case are still open."


def test_who_decides_and_by_when_is_said_as_long_as_it_is_not_decided() -> None:
    said = wrote(CasePart.DECIDES, "Karen", 12, on=date(2026, 11, 26))
    asked = wrote(CasePart.STATE, "", 13, state=CaseState.BEFORE_THOSE_WHO_DECIDE, on=date(2026, 11, 13))
    found = advocacy(case(said, asked), as_of=TODAY)
    assert found.reason == "It is before those who decide; Karen decides by Thursday 26 November."
    late = advocacy(case(said, asked), as_of=date(2026, 11, 28))
    assert late.reason == "It is before those who decide; Karen was to decide by Thursday 26 November, two days ago."


def test_of_each_part_the_newest_entry_holds() -> None:
    """12 Nov: Karen decides by the 26th. 20 Nov: no, by 4 December."""
    first = wrote(CasePart.DECIDES, "Karen", 12, on=date(2026, 11, 26))
    then = wrote(CasePart.DECIDES, "Karen", 20, on=date(2026, 12, 4))
    assert decides_on(case(first, then)) == date(2026, 12, 4)


def test_an_outcome_says_whether_they_know_it() -> None:
    won = wrote(CasePart.STATE, "", 20, state=CaseState.WON, on=date(2026, 11, 20))
    assert advocacy(case(won), as_of=TODAY).reason == "Won on 20 Nov; Ann was not told yet."
    assert advocacy(case(won, wrote_on=(21,)), as_of=TODAY).reason == "Won on 20 Nov; Ann was told two days ago."


def test_a_letter_from_before_the_outcome_has_not_told_it() -> None:
    won = wrote(CasePart.STATE, "", 20, state=CaseState.WON, on=date(2026, 11, 20))
    assert told_on(case(won, wrote_on=(12, 20))) is None


def test_a_new_outcome_is_to_be_told_anew() -> None:
    """20 Nov: lost. 21 Nov: told by phone. 22 Nov: won after all."""
    lost = wrote(CasePart.STATE, "", 20, state=CaseState.LOST, on=date(2026, 11, 20))
    told = wrote(CasePart.TOLD, "by phone", 21, on=date(2026, 11, 21))
    won = wrote(CasePart.STATE, "", 22, state=CaseState.WON, on=date(2026, 11, 22))
    assert told_on(case(lost, told)) == date(2026, 11, 21)
    assert told_on(case(lost, told, won)) is None


def test_what_is_decided_asks_no_more_questions() -> None:
    lost = wrote(CasePart.STATE, "", 20, state=CaseState.LOST, on=date(2026, 11, 20))
    assert advocacy(case(lost), as_of=TODAY).unknown == ()


# What is open inside, of one account

ANN = Member(2, "Ann Petrov")
TERMS = Request(40, "extend the terms to 90 days", date(2026, 11, 10), RequestState.OPEN, 2, thread_id=80)
FORECAST = Exchange(
    61,
    ExchangeSide.GET,
    ExchangeKind.CONCESSION,
    "a yearly forecast",
    date(2026, 11, 2),
    "Ann",
    date(2026, 11, 16),
    for_what="60 days to pay",
)


def record(*said: Said) -> Dossier:
    cases = (AdvocacyCase(40, said),)
    return Dossier(7, "National Steel", members=(ANN,), requests=(TERMS,), cases=cases, exchanges=(FORECAST,))


def test_a_case_is_open_inside_until_they_know_what_came_of_it() -> None:
    won = wrote(CasePart.STATE, "", 20, state=CaseState.WON, on=date(2026, 11, 20))
    told = wrote(CasePart.TOLD, "by phone", 21, on=date(2026, 11, 21))
    assert [f.subject for f in inside(record(won), as_of=TODAY)] == ["request:40", "exchange:61"]
    assert [f.subject for f in inside(record(won, told), as_of=TODAY)] == ["exchange:61"]


def test_what_was_written_later_is_not_known_on_an_earlier_day() -> None:
    """12 Nov: we write down the need. 20 Nov: it is won. On the 15th it was being prepared, on the 11th there was no case."""
    need = wrote(CasePart.NEED, "90 days", 12)
    won = wrote(CasePart.STATE, "", 20, state=CaseState.WON, on=date(2026, 11, 20))
    assert inside(record(need, won), as_of=date(2026, 11, 15))[0].value == CaseState.PREPARING
    assert [f.subject for f in inside(record(need, won), as_of=date(2026, 11, 11))] == ["exchange:61"]


def test_a_return_is_open_inside_until_it_comes() -> None:
    came = replace(record(), exchanges=(replace(FORECAST, delivered_on=date(2026, 11, 18)),))
    assert inside(came, as_of=TODAY) == ()
    assert inside(came, as_of=date(2026, 11, 17))[0].reason == "Agreed with Ann in return for 60 days to pay."
