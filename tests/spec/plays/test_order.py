"""The order of Today: what is owed first, then what moves a customer up."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from alongside.plays.contract import Suggested
from alongside.plays.order import FIRST_SHOWN, in_order, why_this_order
from alongside.vocabulary import PlayName

_keys = count(1)


def an_item(
    *,
    owed: int = 0,
    gain: int = 0,
    late: int = 0,
    account: int | None = None,
    person: int | None = None,
    key: str = "",
    play: PlayName = PlayName.UPDATE_OWED,
) -> Suggested:
    name = key or f"{play}:{next(_keys):04}"
    return Suggested(play, name, "Say.", "Why.", (), "open", "Open", "", owed, gain, late, person, account_id=account)


def keys(items: list[Suggested]) -> list[str]:
    return [item.key for item in items]


def test_what_is_owed_comes_before_what_gains() -> None:
    """A promise to keep stands above an award that would show partner."""
    assert keys(in_order([an_item(gain=3, key="award"), an_item(owed=1, key="promise")])) == ["promise", "award"]


def test_of_what_is_owed_alike_the_greater_gain_then_the_later_comes_first() -> None:
    """Three promises: one matters more, one is later than the other."""
    items = [an_item(owed=2, late=3, key="c"), an_item(owed=2, late=9, key="b"), an_item(owed=2, gain=1, key="a")]
    assert keys(in_order(items)) == ["a", "b", "c"]


def test_equals_keep_one_order_whatever_order_they_come_in() -> None:
    """The list does not jump from one day to the next."""
    items = [an_item(owed=1, key=name) for name in "cab"]
    assert keys(in_order(items)) == keys(in_order(items[::-1])) == ["a", "b", "c"]


def test_one_customer_does_not_fill_the_first_seven() -> None:
    """Nine promises are owed to one customer, and each of five others waits for a word."""
    crowd = [an_item(owed=3, account=1, person=n) for n in range(9)]
    others = [an_item(owed=1, account=n) for n in range(2, 7)]
    first = in_order(crowd + others)[:FIRST_SHOWN]
    assert [item.account_id for item in first] == [1, 1, 2, 3, 4, 5, 6]


def test_one_person_stands_at_most_twice_among_the_first_seven() -> None:
    """Joe is known to two accounts, and waits for four things."""
    joe = [an_item(owed=3, account=n, person=1) for n in range(4)]
    others = [an_item(account=10 + n, person=10 + n) for n in range(6)]
    assert sum(item.person_id == 1 for item in in_order(joe + others)[:FIRST_SHOWN]) == 2


def test_with_nothing_else_there_one_customer_may_fill_the_list() -> None:
    """Nine promises to one customer, and nothing else."""
    crowd = [an_item(owed=3, account=1) for _ in range(9)]
    assert len(in_order(crowd)) == 9


def test_the_brief_for_a_meeting_does_not_wait_below_the_first_seven() -> None:
    """Ten promises are late, and tomorrow there is a meeting."""
    late = [an_item(owed=3, account=n) for n in range(10)]
    meeting = an_item(owed=2, account=20, play=PlayName.MEETING_TOMORROW)
    first = in_order([*late, meeting])[:FIRST_SHOWN]
    assert meeting in first
    assert first[0].owed == 3


def test_of_many_meetings_two_are_lifted() -> None:
    """Five meetings tomorrow do not push the promises away."""
    late = [an_item(owed=3, account=n) for n in range(10)]
    meetings = [an_item(owed=2, account=20 + n, play=PlayName.MEETING_TOMORROW) for n in range(5)]
    first = in_order(late + meetings)[:FIRST_SHOWN]
    assert sum(item.play is PlayName.MEETING_TOMORROW for item in first) == 2


@given(
    st.lists(
        st.builds(
            an_item,
            owed=st.integers(0, 3),
            gain=st.integers(0, 3),
            late=st.integers(0, 30),
            account=st.integers(1, 3) | st.none(),
            person=st.integers(1, 4) | st.none(),
            play=st.sampled_from(PlayName),
        ),
        max_size=25,
    )
)
def test_nothing_is_lost_and_nothing_is_doubled(items: list[Suggested]) -> None:
    """Whatever comes in comes out once."""
    assert sorted(keys(in_order(items))) == sorted(keys(items))


def test_the_order_is_explained_in_a_sentence() -> None:
    """Today says why it is sorted as it is."""
    assert why_this_order().startswith("Sorted by what is owed first, then by what moves a customer up")
