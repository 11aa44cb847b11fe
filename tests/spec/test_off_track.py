"""Off track: we go in circles, give without getting, put off, slip, or are met with silence after a complaint."""

from dataclasses import replace
from datetime import date

from alongside.judgement.dossier import Exchange
from alongside.judgement.finding import Finding
from alongside.judgement.off_track import off_track
from alongside.vocabulary import ExchangeKind, ExchangeSide, OffTrackSign
from tests.spec.diary import Diary


def _signs(diary: Diary) -> tuple[Finding, ...]:
    return off_track(diary.dossier, as_of=diary.as_of)


def test_three_weeks_of_back_and_forth_over_one_thing_is_a_sign(diary: Diary) -> None:
    """
    Frank: procurement
    2025-11-03 mail from Frank about the moisture clause (asks)
    2025-11-04 mail to Frank about the moisture clause
    2025-11-06 mail from Frank about the moisture clause (asks)
    2025-11-10 mail to Frank about the moisture clause
    2025-11-12 mail from Frank about the moisture clause
    2025-11-17 mail to Frank about the moisture clause
    2025-11-21 mail from Frank about the moisture clause (asks)
    as of 2025-11-24
    """
    [sign] = _signs(diary)
    assert sign.value is OffTrackSign.BACK_AND_FORTH
    assert sign.reason.startswith("Frank came back three times in two weeks") or "three times" in sign.reason
    assert len(sign.evidence) == 7 and sign.would_change


def test_the_same_within_a_week_is_a_lively_talk(diary: Diary) -> None:
    """
    Frank: procurement
    2025-11-17 mail from Frank about the moisture clause (asks)
    2025-11-18 mail to Frank about the moisture clause
    2025-11-19 mail from Frank about the moisture clause (asks)
    2025-11-19 mail to Frank about the moisture clause
    2025-11-20 mail from Frank about the moisture clause
    2025-11-20 mail to Frank about the moisture clause
    2025-11-21 mail from Frank about the moisture clause
    as of 2025-11-24
    """
    assert _signs(diary) == ()


def test_where_we_had_the_last_word_or_it_ended_long_ago_there_is_none(diary: Diary) -> None:
    """
    Frank: procurement
    2025-06-03 mail from Frank about the moisture clause (asks)
    2025-06-04 mail to Frank about the moisture clause
    2025-06-06 mail from Frank about the moisture clause (asks)
    2025-06-10 mail to Frank about the moisture clause
    2025-06-12 mail from Frank about the moisture clause
    2025-06-17 mail to Frank about the moisture clause
    2025-06-21 mail from Frank about the moisture clause
    as of 2025-11-24
    """
    assert _signs(diary) == ()


def test_three_concessions_without_a_return_are_a_sign_and_one_return_that_came_takes_it_away(diary: Diary) -> None:
    """
    Ann: procurement
    as of 2025-11-24
    """
    given = [
        Exchange(n, ExchangeSide.GIVE, ExchangeKind.CONCESSION, f"discount {n}", date(2025, 8 + n, 1)) for n in range(3)
    ]
    back = Exchange(
        9, ExchangeSide.GET, ExchangeKind.CONCESSION, "a forecast", date(2025, 8, 1), delivered_on=date(2025, 9, 1),
        for_what="discount 0",
    )  # fmt: skip
    dossier = replace(diary.dossier, exchanges=tuple(given))
    [sign] = off_track(dossier, as_of=diary.as_of)
    assert sign.value is OffTrackSign.CONCESSIONS and sign.reason.startswith("Three concessions in six months")
    assert off_track(replace(dossier, exchanges=(*given, back)), as_of=diary.as_of) == ()


def test_a_promise_that_was_put_off_twice_is_a_sign(diary: Diary) -> None:
    """
    Ann: procurement
    2025-10-01 we promise Ann the index formula by 2025-10-10
    2025-10-12 we promise Ann the index formula by 2025-10-24
    2025-10-27 we promise Ann the index formula by 2025-11-14
    as of 2025-11-20
    """
    [sign] = _signs(diary)
    assert sign.value is OffTrackSign.PROMISE_MOVED
    assert "put it off twice" in sign.reason and len(sign.evidence) == 3


def test_put_off_once_or_kept_in_the_end_is_none(diary: Diary) -> None:
    """
    Ann: procurement
    Joe: operations
    2025-10-01 we promise Ann the index formula by 2025-10-10
    2025-10-12 we promise Ann the index formula by 2025-10-24
    2025-10-01 we promise Joe the berth plan by 2025-10-10
    2025-10-12 we promise Joe the berth plan by 2025-10-24
    2025-10-27 we promise Joe the berth plan by 2025-11-14, kept 2025-11-13
    as of 2025-11-20
    """
    assert _signs(diary) == ()


def test_who_complained_and_does_not_write_any_more_is_a_sign(diary: Diary) -> None:
    """
    Joe: operations
    weekly from 2025-06-02 to 2025-09-29: exchange Joe
    2025-10-01 mail from Joe about dust
    2025-10-01 complaint Joe the cars are full of dust
    2025-10-02 mail to Joe about dust
    as of 2025-11-20
    """
    [sign] = _signs(diary)
    assert sign.value is OffTrackSign.SILENT_AFTER_COMPLAINT
    assert sign.reason.startswith("Joe complained on Wednesday 1 October and has not written since")


def test_who_writes_again_or_never_wrote_often_is_not_silent(diary: Diary) -> None:
    """
    Joe: operations
    Eva: quality
    weekly from 2025-06-02 to 2025-09-29: exchange Joe
    2025-10-01 complaint Joe the cars are full of dust
    2025-10-20 mail from Joe about berths
    2025-10-01 mail from Eva about a torn bag
    2025-10-01 complaint Eva a bag was torn
    as of 2025-11-20
    """
    assert _signs(diary) == ()
