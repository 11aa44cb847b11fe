"""`alongside search`: the same answer in the terminal, in lines or as JSON."""

import json
from pathlib import Path

import pytest

from tests.conftest import run_alongside

pytestmark = pytest.mark.sqlite_only

MAIL = """From joe@nsteel.example Mon Mar  2 09:00:00 2026
From: Joe Kowalski <joe@nsteel.example>
To: Olga <olga@example.com>
Subject: Demurrage
Message-ID: <1@nsteel.example>
Date: Mon, 2 Mar 2026 09:00:00 +0000

The demurrage is settled.
"""


def test_it_finds_and_says_what_was_understood(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_text(MAIL)
    data = tmp_path / "data"
    run_alongside(data, "user", "create", "olga", "--password-stdin", given="a long enough secret")
    assert run_alongside(data, "import", "--yes", str(tmp_path / "a.mbox")).returncode == 0
    lines = run_alongside(data, "search", "from:kowalsky", "demur").stdout
    assert "Everything from Joe Kowalski with “demur”: 1." in lines and "Showing Kowalski" in lines
    document = json.loads(run_alongside(data, "search", "demurrage", "--best", "--json").stdout)
    assert document["hits"][0]["sentence"] == "The demurrage is settled."
    assert document["hits"][0]["why"] == "in the subject, once in the text"
    assert json.loads(run_alongside(data, "search", "zeppelin", "--json").stdout)["hits"] == []
