"""How an order probably came, proposed from what was asked in the sixty days before it; a person confirms."""

from datetime import date

from alongside.judgement.route import propose_route
from alongside.vocabulary import AwardRoute
from tests.spec.diary import Diary

ORDERED_ON = date(2025, 11, 19)


def proposed(diary: Diary, category: str = "pellets") -> tuple[AwardRoute, str]:
    return propose_route(ORDERED_ON, category, diary.dossier.solicitations, orders=diary.dossier.orders)


def test_no_solicitation_in_sixty_days_proposes_a_direct_award(diary: Diary) -> None:
    """
    2025-09-19 rfq pellets
    2025-11-19 order pellets
    """
    assert proposed(diary) == (
        AwardRoute.DIRECT_AWARD,
        "No request for quotation and no tender for pellets was found in the 60 days before,"
        " from Saturday 20 September on.",
    )


def test_a_request_for_quotation_proposes_an_invited_quote(diary: Diary) -> None:
    """
    2025-09-20 rfq pellets
    2025-11-19 order pellets
    """
    assert proposed(diary) == (
        AwardRoute.INVITED_QUOTE,
        "They sent a request for quotation for pellets on Saturday 20 September, 60 days before the order.",
    )


def test_a_tender_proposes_an_open_bid_even_when_a_request_followed(diary: Diary) -> None:
    """
    2025-10-01 tender pellets
    2025-11-01 rfq pellets
    2025-11-19 order pellets
    """
    route, because = proposed(diary)
    assert route is AwardRoute.OPEN_BID
    assert because.startswith("They sent a tender for pellets on Wednesday 1 October")


def test_a_request_for_other_goods_is_named_and_decides_nothing(diary: Diary) -> None:
    """
    2025-11-01 rfq lump
    2025-11-19 order pellets
    """
    route, because = proposed(diary)
    assert route is AwardRoute.DIRECT_AWARD
    assert because.endswith("one request in that time named other goods.")


def test_a_request_after_the_order_is_not_looked_at(diary: Diary) -> None:
    """
    2025-11-19 order pellets
    2025-11-20 rfq pellets
    """
    assert proposed(diary)[0] is AwardRoute.DIRECT_AWARD


def test_an_order_in_between_is_said_because_the_request_may_have_been_for_it(diary: Diary) -> None:
    """
    2025-10-01 rfq pellets
    2025-10-20 order pellets
    2025-11-19 order pellets
    """
    route, because = proposed(diary)
    assert route is AwardRoute.INVITED_QUOTE
    assert because.endswith("An order of Monday 20 October came in between and may be what it was for.")


def test_an_order_that_names_no_goods_may_belong_to_any_request(diary: Diary) -> None:
    """
    2025-11-01 rfq lump
    (an order without a category on 2025-11-19)
    """
    assert proposed(diary, category="")[0] is AwardRoute.INVITED_QUOTE
    assert proposed(diary, category="All business")[0] is AwardRoute.INVITED_QUOTE
