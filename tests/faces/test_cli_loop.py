"""From a mailbox to where we stand, on the command line: import, today, why, brief, rebuild."""

import json
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import run_alongside, served

DAYS_AGO = 12

MAILBOX = """\
From joe@nationalsteel.example {day:%a %b %d} 14:02:00 {day:%Y}
From: Joe Kowalski <joe@nationalsteel.example>
To: Olga Owner <olga@mesaba.example>
Subject: Demurrage on the Copper Reach
Date: {day:%a, %d %b %Y} 14:02:00 -0600
Message-ID: <one@nationalsteel.example>

Olga,

Could you find out where this demurrage charge comes from?

Joe

From olga@mesaba.example {day:%a %b %d} 15:10:00 {day:%Y}
From: Olga Owner <olga@mesaba.example>
To: Joe Kowalski <joe@nationalsteel.example>
Subject: Re: Demurrage on the Copper Reach
Date: {day:%a, %d %b %Y} 15:10:00 -0600
Message-ID: <two@mesaba.example>
In-Reply-To: <one@nationalsteel.example>

Joe,

I will find out and tell you by Friday.

Olga
""".format(day=datetime.now(UTC) - timedelta(days=DAYS_AGO))


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation of Olga's that has read her mailbox."""
    data = tmp_path_factory.mktemp("data") / "alongside"
    made = run_alongside(
        data,
        "user",
        "create",
        "olga",
        "--address",
        "olga@mesaba.example",
        "--password-stdin",
        given="long enough for us",
    )
    assert made.returncode == 0, made.stderr
    assert _import(data, data.parent)["recorded"] == 2
    return data


def _import(data: Path, folder: Path) -> dict[str, Any]:
    mailbox = folder / "mail.mbox"
    mailbox.write_text(MAILBOX)
    said = run_alongside(data, "import", str(mailbox), "--yes", "--json")
    assert said.returncode == 0, said.stderr
    document: dict[str, Any] = json.loads(said.stdout)
    return document


def test_a_second_import_of_the_same_files_changes_nothing(installation: Path, tmp_path: Path) -> None:
    again = _import(installation, tmp_path)
    assert (again["recorded"], again["known"], again["refused"]) == (0, 2, 0)


def test_what_is_refused_is_named_with_its_reason_and_the_rest_is_kept(installation: Path, tmp_path: Path) -> None:
    (tmp_path / "drawing.bin").write_bytes(bytes(range(256)))
    (tmp_path / "mail.mbox").write_text(MAILBOX)
    said = json.loads(run_alongside(installation, "import", str(tmp_path), "--yes", "--json").stdout)
    assert (said["known"], said["refused"]) == (2, 1)
    (refusal,) = said["refusals"]
    assert "drawing.bin" in refusal["where"] and refusal["reason"]


def test_an_import_begins_an_installation_that_nobody_has_set_up(tmp_path: Path) -> None:
    assert _import(tmp_path / "data", tmp_path)["recorded"] == 2
    (user,) = json.loads(run_alongside(tmp_path / "data", "user", "list", "--json").stdout)["users"]
    assert user["can_sign_in"] is False


def test_after_such_an_import_the_first_page_still_asks_who_you_are(tmp_path: Path) -> None:
    _import(tmp_path / "data", tmp_path)
    with served(tmp_path / "data") as running, urllib.request.urlopen(running.address) as page:
        assert page.url.endswith("/welcome/")


def test_a_path_that_is_not_there_ends_with_2(installation: Path) -> None:
    said = run_alongside(installation, "import", "/no/such/mailbox", "--yes")
    assert said.returncode == 2
    assert "/no/such/mailbox" in said.stderr


def test_without_yes_and_without_anybody_to_ask_nothing_begins(installation: Path, tmp_path: Path) -> None:
    (tmp_path / "mail.mbox").write_text(MAILBOX)
    said = run_alongside(installation, "import", str(tmp_path / "mail.mbox"))
    assert said.returncode == 2
    assert "--yes" in said.stderr


def test_today_says_what_to_do_why_and_in_which_order(installation: Path) -> None:
    document = json.loads(run_alongside(installation, "today", "--json").stdout)
    assert document["items"] and document["why_this_order"]
    assert all(item["say"] and item["why"] and item["evidence"] for item in document["items"])
    first = document["items"][0]
    assert first["play"] == "promise_due" and "Joe" in first["say"]
    lines = run_alongside(installation, "today").stdout
    assert f"1. {first['say']}"[:60] in lines


def test_why_gives_every_finding_with_its_reason(installation: Path) -> None:
    document = json.loads(run_alongside(installation, "why", "nationalsteel.example", "--json").stdout)
    assert document["level"] == "prospect"
    assert {"level", "tie", "rule:be_there", "promises:ours"} <= set(document["findings"])
    assert all(finding["reason"] for found in document["findings"].values() for finding in found)
    said = run_alongside(installation, "why", "national")
    assert "tie · Joe Kowalski" in said.stdout


def test_an_account_that_is_not_there_ends_with_3(installation: Path) -> None:
    said = run_alongside(installation, "why", "Acme")
    assert said.returncode == 3
    assert "'Acme'" in said.stderr


def test_a_brief_names_what_is_open_and_three_questions(installation: Path) -> None:
    document = json.loads(run_alongside(installation, "brief", "Joe", "--json").stdout)
    assert document["name"] == "Joe Kowalski"
    assert any("demurrage" in line["text"] for line in document["open"])
    assert len(document["questions"]) == 3


def test_nobody_of_that_name_ends_with_3(installation: Path) -> None:
    assert run_alongside(installation, "brief", "Zebulon").returncode == 3


def test_a_rebuild_leaves_today_as_it_was(installation: Path) -> None:
    before = run_alongside(installation, "today", "--all", "--json").stdout
    assert run_alongside(installation, "rebuild", "--json").returncode == 0
    assert run_alongside(installation, "today", "--all", "--json").stdout == before
