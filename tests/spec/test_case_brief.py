"""A case for a professional: shortened, freed of names and contacts; prices and private matters only where somebody chooses them."""

from datetime import date

from alongside.judgement.case_brief import Material, Turn, case_lines, written

AS_OF = date(2026, 11, 23)
MATERIAL = Material(
    account="Keystone Bar",
    level="preferred vendor",
    what="Legal wants a moisture cap of 3.0 in the frame.",
    asked_on=date(2026, 11, 2),
    asker="Frank Doyle",
    asker_title="purchasing manager",
    times=2,
    sign="Frank Doyle came back four times in three weeks.",
    turns=[
        Turn(
            date(2026, 11, 2),
            False,
            "Frank here. Not per cargo. National Steel gets it per car, ask joe@nsteel.example.",
        ),
        Turn(date(2026, 11, 4), True, "We can do $ 84.50 a tonne with a cap of 3.4."),
        Turn(date(2026, 11, 6), False, "My daughter is ill, so in short: no."),
        Turn(date(2026, 11, 9), True, "Per train, then. " + "word " * 100),
    ],
    file=[("What happened that they ask for this now?", "A wet train in March.")],
    at_stake=["We are their preferred vendor."],
    names=["Frank Doyle", "Alex Lindgren"],
    others=["National Steel"],
)


def _lines() -> dict[str, object]:
    return {line.key: line for line in case_lines(MATERIAL, as_of=AS_OF)}


def _least() -> str:
    lines = case_lines(MATERIAL, as_of=AS_OF)
    return written(lines, {line.key for line in lines if line.is_chosen}, "How do I get this done?")


def test_nobody_and_no_other_customer_is_named_and_nobody_can_be_reached() -> None:
    told = written(case_lines(MATERIAL, as_of=AS_OF), set(_lines()) - {"who"}, "How?")
    for secret in ("Frank", "Doyle", "Keystone", "National Steel", "joe@nsteel.example"):
        assert secret not in told
    assert "another customer" in told and "A purchasing manager at a customer" in told


def test_prices_private_matters_and_who_it_is_are_told_only_where_somebody_chooses_them() -> None:
    assert "84.50" not in _least() and "daughter" not in _least()
    lines = {line.key: line for line in case_lines(MATERIAL, as_of=AS_OF)}
    assert [lines[k].why_not for k in ("turn-1", "turn-2", "who")] == [
        "names a price or a sum",
        "may be private",
        "names the customer",
    ]
    everything = written(tuple(lines.values()), set(lines), "How?")
    assert "84.50" in everything and "Frank Doyle, purchasing manager, Keystone Bar" in everything


def test_long_letters_are_shortened_and_the_question_stands_last() -> None:
    assert _least().endswith("My question\nHow do I get this done?")
    assert "…" in _least() and len(_least()) < 1500


def test_what_is_told_stands_part_by_part() -> None:
    told = _least()
    order = ["What it is about", "What they said", "What was tried", "What is known of its cause", "What is at stake"]
    places = [told.index(part) for part in order]
    assert places == sorted(places)
