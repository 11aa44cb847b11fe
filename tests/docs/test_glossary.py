"""The glossary holds the words of the code: every noun that is a table has its line."""

from pathlib import Path

import pytest
from django.apps import apps

GLOSSARY = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"
NOUNS = sorted(model.__name__ for model in apps.get_app_config("alongside").get_models())


@pytest.mark.parametrize("noun", NOUNS)
def test_every_model_has_a_line(noun: str) -> None:
    assert f"`{noun}`" in GLOSSARY.read_text(), f"{noun} is a table: say in docs/glossary.md what it means."


def test_every_line_of_a_table_says_word_name_and_meaning() -> None:
    rows = [line for line in GLOSSARY.read_text().splitlines() if line.startswith("|")]
    assert [row for row in rows if row.count("|") != 4 or not row.split("|")[3].strip()] == []
