"""A request's three ways out and the gives and gets on the command line: the same words as the pages, and one document for scripts."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import run_alongside

LETTERS = {
    "asked.eml": (
        "Ann Petrov <ann@nationalsteel.example>",
        "olga@mesaba.example",
        "Please extend our payment terms to 90 days.",
    ),
    "gave.eml": (
        "Olga Owner <olga@mesaba.example>",
        "ann@nationalsteel.example",
        "We will hold the October price until the end of March.",
    ),
}


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation that has read Ann's request and a letter in which we hold a price."""
    data = tmp_path_factory.mktemp("data") / "alongside"
    who = ("olga", "--address", "olga@mesaba.example", "--password-stdin")
    assert run_alongside(data, "user", "create", *who, given="long enough for us").returncode == 0
    folder = tmp_path_factory.mktemp("letters")
    for number, (name, (sender, to, words)) in enumerate(LETTERS.items()):
        head = f"From: {sender}\nTo: {to}\nSubject: Terms {number}\nMessage-ID: <{name}@x.example>\n"
        (folder / name).write_text(f"{head}Date: Mon, 0{number + 2} Nov 2026 10:00:00 -0600\n\n{words}\n")
    made = run_alongside(data, "import", str(folder), "--json")
    assert made.returncode == 0, made.stderr
    return data


def _json(data: Path, *words: str) -> Any:
    made = run_alongside(data, *words, "--json")
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


def test_a_request_is_found_by_its_words_and_says_which_way_was_taken(installation: Path) -> None:
    found = _json(installation, "case", "payment terms")
    assert found["quote"] == "Please extend our payment terms to 90 days."
    assert (found["case"], found["said"], found["concessions"]) == (None, [], [])
    assert found["fixing"]["value"] == "asked"


def test_it_speaks_in_lines_as_the_page_does(installation: Path) -> None:
    said = run_alongside(installation, "case", "payment terms").stdout
    assert "Go to bat: nobody has taken it up yet." in said and "Concede: nothing was conceded." in said


def test_a_request_that_is_none_is_told(installation: Path) -> None:
    made = run_alongside(installation, "case", "free lunch")
    assert made.returncode == 3 and "No request has the number or the words 'free lunch'." in made.stderr


def test_gives_and_gets_say_what_was_conceded_and_what_the_mail_proposes(installation: Path) -> None:
    found = _json(installation, "gives-and-gets", "nationalsteel")
    assert found["rate"]["reason"] == "Nothing was conceded."
    [proposed] = found["found_in_the_mail"]
    assert (proposed["side"], proposed["sort"]) == ("give", "a price held")
    said = run_alongside(installation, "gives-and-gets", "nationalsteel").stdout
    assert "we gave a price held: “We will hold the October price until the end of March.”" in said
