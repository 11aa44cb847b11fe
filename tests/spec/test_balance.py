"""Gives and gets: a concession brings something home, favours are counted apart, and too few are too few to say."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from alongside.judgement.balance import Given, balance, bilateral_rate
from alongside.judgement.currency import main_currency
from alongside.vocabulary import ExchangeKind, ExchangeSide

TODAY = date(2025, 12, 1)


def conceded(
    value: int | None, *, returned: bool = False, days_ago: int = 30, what: str = "ninety days to pay"
) -> Given:
    on = TODAY - timedelta(days=days_ago)
    amount = Decimal(value) if value is not None else None
    return Given(days_ago, ExchangeSide.GIVE, ExchangeKind.CONCESSION, what, on, amount, TODAY if returned else None)


def got(value: int, kind: ExchangeKind, days_ago: int = 30) -> Given:
    return Given(days_ago, ExchangeSide.GET, kind, "a forecast", TODAY - timedelta(days=days_ago), Decimal(value))


def gave(value: int, kind: ExchangeKind, days_ago: int = 30) -> Given:
    return Given(days_ago, ExchangeSide.GIVE, kind, "a sample", TODAY - timedelta(days=days_ago), Decimal(value))


def test_the_rate_is_the_share_by_value_for_which_something_was_delivered() -> None:
    found = bilateral_rate([conceded(8_000, returned=True), conceded(2_000)], as_of=TODAY)
    assert found.value == 0.8 and found.reckoning[0].met
    assert found.reason == "Something was delivered in return for one of the two concessions, .80 of their value."


def test_what_is_only_agreed_in_return_does_not_count_before_it_comes() -> None:
    found = bilateral_rate([conceded(8_000, returned=True)], as_of=TODAY - timedelta(days=1))
    assert found.value == 0.0
    assert found.reason == "Nothing was delivered yet in return for the only concession."


def test_a_concession_without_a_value_is_named_and_not_taken_for_nothing() -> None:
    found = bilateral_rate([conceded(8_000, returned=True), conceded(None, what="a rush order")], as_of=TODAY)
    assert found.value == 1.0
    assert found.unknown == ("The value of “a rush order” is not known.",)
    assert (found.known, found.needed) == (1, 2)


def test_where_nothing_was_conceded_there_is_no_rate() -> None:
    assert bilateral_rate([], as_of=TODAY).value is None
    assert bilateral_rate([gave(500, ExchangeKind.FAVOUR)], as_of=TODAY).value is None


def test_a_balance_is_told_from_six_entries_on() -> None:
    five = [gave(100, ExchangeKind.FAVOUR, days) for days in range(1, 6)]
    assert balance(five, ExchangeKind.FAVOUR, as_of=TODAY).value is None
    assert balance([*five, got(100, ExchangeKind.FAVOUR)], ExchangeKind.FAVOUR, as_of=TODAY).value is not None


def test_what_is_a_year_old_weighs_half() -> None:
    old = [gave(100, ExchangeKind.FAVOUR, 365) for _ in range(3)]
    new = [got(50, ExchangeKind.FAVOUR, 0) for _ in range(3)]
    assert balance([*old, *new], ExchangeKind.FAVOUR, as_of=TODAY).value == 0.0
    assert balance([*old, *new], ExchangeKind.FAVOUR, as_of=TODAY).reason == "What passed in favours is even."


def test_money_of_another_currency_is_named_and_not_added_up() -> None:
    """The account orders in USD; one rush order was worth 500 EUR to them, and nobody wrote down the currency of another."""
    in_usd = replace(conceded(8_000, returned=True), currency="USD")
    in_eur = replace(conceded(500, what="a rush order"), currency="EUR")
    unsaid = replace(conceded(70, what="a pallet more", days_ago=12))
    found = bilateral_rate([in_usd, in_eur, unsaid], as_of=TODAY, currency="USD")
    assert found.value == 1.0
    assert found.unknown == (
        "“a rush order” is 500 EUR: another currency, and not counted.",
        "“a pallet more” has no currency, so its 70 is not counted.",
    )


def test_a_balance_adds_up_one_currency_alone() -> None:
    gave_usd = [replace(gave(100, ExchangeKind.FAVOUR, days), currency="USD") for days in range(6)]
    got_eur = [replace(got(900, ExchangeKind.FAVOUR, days), currency="EUR") for days in range(6)]
    found = balance([*gave_usd, *got_eur], ExchangeKind.FAVOUR, as_of=TODAY, currency="USD")
    assert found.value == -1.0
    assert (found.n, len(found.unknown)) == (6, 6)


def test_an_account_counts_in_the_currency_of_most_orders_then_of_most_entries() -> None:
    assert main_currency(["USD", "USD", "EUR"], ["EUR", "EUR", "EUR"]) == "USD"
    assert main_currency([""], ["EUR", "", "EUR", "USD"]) == "EUR"
    assert main_currency([], []) == ""


def test_favours_and_concessions_are_counted_apart() -> None:
    favours = [got(100, ExchangeKind.FAVOUR, days) for days in range(6)]
    concessions = [conceded(1_000, days_ago=days) for days in range(6)]
    assert balance([*favours, *concessions], ExchangeKind.FAVOUR, as_of=TODAY).value == 1.0
    assert balance([*favours, *concessions], ExchangeKind.CONCESSION, as_of=TODAY).value == -1.0
