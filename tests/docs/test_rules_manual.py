"""The manual of the rules is the specification: docs/rules says what tests/spec runs."""

import pytest

from tests.docs.generate_rules import JUDGEMENT, MANUAL, PAGES, SPEC, pages

TO_RENEW = "docs/rules is out of date: run `python -m tests.docs.generate_rules`"

NOT_A_RULE = {"brief", "words"}
"""What judgement has a specification of, and the manual no page."""


@pytest.mark.parametrize("name", sorted(pages()))
def test_every_page_is_what_the_specification_says(name: str) -> None:
    assert (MANUAL / name).is_file(), TO_RENEW
    assert (MANUAL / name).read_text(encoding="utf-8") == pages()[name], TO_RENEW


def test_every_specification_of_a_rule_has_a_page() -> None:
    specified = {path.stem.removeprefix("test_") for path in SPEC.glob("test_*.py")}
    judged = {path.stem for path in JUDGEMENT.rglob("*.py")}
    assert (specified & judged) - NOT_A_RULE <= set(PAGES) <= specified


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    assert {path.name for path in MANUAL.glob("*.md")} == set(pages())
