"""Mails belong to one thread when they share a link; the order in which they came never matters."""

import random

from alongside.touches.threads import Linked, join_threads


def test_an_answer_joins_the_thread_of_its_question() -> None:
    threads = join_threads([Linked(1, ("a",)), Linked(2, ("b", "a"))], {})
    assert threads.of_interaction == {1: 1, 2: 1}


def test_two_mails_that_answer_one_that_is_missing_are_one_thread() -> None:
    threads = join_threads([Linked(1, ("b", "gone")), Linked(2, ("c", "gone"))], {})
    assert threads.of_interaction == {1: 1, 2: 1}


def test_a_late_parent_brings_two_threads_together() -> None:
    threads = join_threads([Linked(9, ("p", "a", "b"))], {"a": 1, "b": 4})
    assert threads.of_interaction[9] == 1
    assert threads.absorbed == {4: 1}


def test_mails_without_ids_stay_alone() -> None:
    assert join_threads([Linked(1, ()), Linked(2, ())], {}).of_interaction == {1: 1, 2: 2}


def test_any_order_and_any_split_gives_the_same_threads() -> None:
    dice = random.Random(7)
    mails = [
        Linked(n, (f"m{n}", *(f"m{dice.randint(1, 60)}" for _ in range(dice.choice([0, 1, 1, 2])))))
        for n in range(1, 61)
    ]
    whole = join_threads(mails, {}).of_interaction
    for _ in range(20):
        dice.shuffle(mails)
        known: dict[str, int] = {}
        placed: dict[int, int] = {}
        for start in range(0, len(mails), 7):
            part = join_threads(mails[start : start + 7], known)
            placed = {i: part.absorbed.get(t, t) for i, t in placed.items()} | part.of_interaction
            known = {m: part.absorbed.get(t, t) for m, t in known.items()} | part.of_link
        assert placed == whole
