"""The page that says how it judges quotes the rules' own figures."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "measures.md"

LINE = re.compile(r"^\| (?P<what>[^|]+) \| (?P<figure>[^|]+) \| `(?P<rule>[\w/]+)\.(?P<name>[A-Z_]+)` \|$", re.M)
QUOTED = [found.groupdict() for found in LINE.finditer(PAGE.read_text(encoding="utf-8"))]


def figures_in(text: str) -> list[float]:
    """The numbers of a cell; "25 %" is a quarter."""
    return [float(n) / (100 if sign else 1) for n, sign in re.findall(r"(\d*\.?\d+)( %)?", text)]


def figures_of(value: Any) -> Iterator[float]:
    values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
    return (float(each) for each in values)


@pytest.mark.parametrize("line", QUOTED, ids=lambda line: f"{line['rule']}.{line['name']}")
def test_every_figure_is_the_one_in_the_rule(line: dict[str, str]) -> None:
    rule = import_module(f"alongside.judgement.{line['rule'].replace('/', '.')}")
    assert figures_in(line["figure"]) == list(figures_of(getattr(rule, line["name"])))


def test_every_line_of_a_table_is_compared() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert len([row for row in rows if not row.startswith("| what |")]) == len(QUOTED) > 40
