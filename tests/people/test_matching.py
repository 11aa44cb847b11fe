"""Whether two records are one person: what agrees, how much it weighs, and what is never joined without a question."""

import csv
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from alongside.people.groups import Groups
from alongside.people.matching.blocking import pairs
from alongside.people.matching.compare import Level, given_level, surname_level
from alongside.people.matching.frequencies import Frequencies
from alongside.people.matching.nicknames import are_forms_of_one_name
from alongside.people.matching.records import Field, Record, record
from alongside.people.matching.say import grounds
from alongside.people.matching.spelling import fold, is_near, short_fold
from alongside.people.matching.weigh import EVEN_BITS, Outcome, Weighed, weigh, weighed

SPLINK_F1 = 0.935
WANTED_F1 = 0.94


def of(one: Record, other: Record, *around: Record) -> Weighed:
    return weigh(one, other, Frequencies([one, other, *around]))


def smiths(count: int) -> list[Record]:
    """Many people of one surname, each with another first name."""
    return [record(f"smith-{n}", given=f"given{n}", surname="Smith") for n in range(count)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Müller", "Mueller"), ("Müller", "Muller"), ("Łuczak", "Luczak"), ("José", "Jose"), ("O’Brien", "OBrien")],
)
def test_a_name_is_the_same_however_its_letters_are_written(one: str, other: str) -> None:
    assert short_fold(one) == short_fold(other)


def test_a_name_keeps_its_parts_when_folded() -> None:
    assert fold("Müller-Lüdenscheidt") == "mueller luedenscheidt"


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("kowalski", "kowalsky", True), ("ann", "amy", False), ("allen", "alen", True), ("smith", "scott", False)],
)
def test_one_slip_in_a_short_name_and_two_in_a_long_one_are_near(one: str, other: str, near: bool) -> None:
    assert is_near(one, other) is near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bob", "robert"),
        ("bill", "william"),
        ("peggy", "margaret"),
        ("hans", "johannes"),
        ("pepe", "jose"),
        ("bob", "robbie"),
        ("uli", "ulrich"),
    ],
)
def test_pet_forms_are_known(one: str, other: str) -> None:
    assert are_forms_of_one_name(one, other) and are_forms_of_one_name(other, one)


def test_two_formal_names_are_no_forms_of_each_other_for_sharing_a_short_one() -> None:
    assert given_level("ann", "robert") is Level.OTHER
    assert not are_forms_of_one_name("bill", "robert")


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("joe", "joe", Level.SAME),
        ("j", "joe", Level.INITIAL),
        ("joe martin", "joe", Level.FORM),
        ("joseph", "joe", Level.FORM),
        ("michael", "micheal", Level.NEAR),
        ("joe", "ann", Level.OTHER),
    ],
)
def test_first_names_agree_in_ways(one: str, other: str, level: Level) -> None:
    assert given_level(one, other) is level


def test_a_double_surname_holds_both_of_its_parts() -> None:
    assert surname_level("kowalski petrov", "petrov") is Level.FORM
    assert surname_level("kowalski petrov", "smith") is Level.OTHER


def test_a_rare_surname_says_more_than_a_common_one() -> None:
    crowd = smiths(300)
    rare = of(record("a", surname="Kowalski"), record("b", surname="Kowalski"), *crowd)
    common = of(record("a", surname="Smith"), record("b", surname="Smith"), *crowd)
    assert rare.bits > common.bits
    assert "uncommon here" in grounds(rare.pieces)[0].sentence
    assert "a common one here" in grounds(common.pieces)[0].sentence


def test_the_same_name_alone_is_never_sure() -> None:
    crowd = [record(str(n), given=f"g{n}", surname=f"s{n}") for n in range(2000)]
    same = of(record("a", given="Xaver", surname="Quellmalz"), record("b", given="Xaver", surname="Quellmalz"), *crowd)
    assert same.outcome is Outcome.ASK


def test_the_same_name_at_the_same_company_and_a_phone_that_nobody_else_has_is_sure() -> None:
    one = record("a", given="Joe", surname="Kowalski", company="7", phone="+1 555 0100")
    other = record("b", given="Joseph", surname="Kowalski", company="7", phone="1-555-0100")
    assert of(one, other).outcome is Outcome.SURE


def test_a_changed_surname_with_the_same_phone_is_asked_and_not_joined() -> None:
    one = record("a", given="Ann", surname="Petrov", phone="15550100", company="7")
    other = record("b", given="Ann", surname="Walker", phone="15550100", company="7")
    assert of(one, other).outcome is Outcome.ASK


def test_a_number_that_many_share_says_little() -> None:
    desk = [record(str(n), given=f"g{n}", surname=f"s{n}", phone="15550100") for n in range(40)]
    one = record("a", given="Ann", surname="Petrov", phone="15550100")
    other = record("b", given="Tom", surname="Walker", phone="15550100")
    assert of(one, other, *desk).outcome is Outcome.APART


def test_first_name_and_surname_changed_about_are_recognised() -> None:
    one = record("a", given="Gabriel", surname="Thomas", birth="1977-09-13")
    other = record("b", given="Thomas", surname="Gabriel", birth="1977-09-13")
    assert Level.CHANGED_ABOUT in {piece.level for piece in of(one, other).pieces}


def test_an_address_that_spells_the_surname_speaks_for_who_has_no_name() -> None:
    one = record("a", given="Joe", surname="Kowalski", email="joe@nsteel.example")
    other = record("b", email="jkowalski@mail.example")
    assert Level.SPELLED in {piece.level for piece in of(one, other).pieces}


def test_what_one_does_not_know_is_no_evidence_either_way() -> None:
    one = record("a", given="Joe", surname="Kowalski", birth="1970-01-01")
    other = record("b", given="Joe", surname="Kowalski", phone="15550100")
    assert {piece.field for piece in of(one, other).pieces} == {Field.GIVEN, Field.SURNAME}


def test_every_piece_can_say_itself_and_the_weightiest_comes_first() -> None:
    one = record("a", given="Ann", surname="Petrov", phone="15550100", birth="1970-01-01", city="Duluth")
    other = record("b", given="Anne", surname="Petrov", phone="15550100", birth="1980-12-31", city="Duluth")
    said = grounds(of(one, other).pieces)
    assert said[0].sentence == "They share a phone number that nobody else has." and said[0].weight == "decisive"
    assert {ground.speaks_for for ground in said if "birth" in ground.sentence} == {False}


def test_weighing_does_not_depend_on_which_is_named_first() -> None:
    crowd = [*_crowd()]
    common = Frequencies(crowd)
    assert all(weigh(a, b, common).bits == weigh(b, a, common).bits for a, b in combinations(crowd, 2))


def test_pairs_with_nothing_rare_in_common_are_not_compared() -> None:
    crowd = smiths(200)
    assert not list(pairs(crowd))


def _crowd() -> Iterator[Record]:
    yield record("a", given="Gabriel", surname="Thomas", email="gabriel.t@nichols.info")
    yield record("b", given="Thomas", surname="Gabriel", email="gabriel.t@nnichls.info", city="London")
    yield record("c", surname="Thomas", city="Loodon", birth="19770913")
    yield record("d", given="Tom", birth="1977-09-14", email=["tom@x.example", "gabriel.t@y.example"])


def test_duplicates_in_a_public_set_are_found_better_than_the_best_peer_and_none_is_joined_wrongly(
    shared_data: Path,
) -> None:
    with (shared_data / "people" / "fake_1000.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    truth = {row["unique_id"]: row["cluster"] for row in rows}
    names = {"given": "first_name", "surname": "surname", "birth": "dob", "city": "city", "email": "email"}
    found = list(
        weighed([record(row["unique_id"], **{ours: row[theirs] for ours, theirs in names.items()}) for row in rows])
    )
    assert all(truth[w.one] == truth[w.other] for w in found if w.outcome is Outcome.SURE)
    groups = Groups(truth)
    for pair in found:
        if pair.bits >= EVEN_BITS:
            groups.join(pair.one, pair.other)
    said = {(a, b) for a, b in combinations(sorted(truth), 2) if groups.root(a) == groups.root(b)}
    true = {(a, b) for a, b in combinations(sorted(truth), 2) if truth[a] == truth[b]}
    assert 2 * len(said & true) / (len(said) + len(true)) >= WANTED_F1 > SPLINK_F1
