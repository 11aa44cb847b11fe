"""The demo world: how much there is, that it is the same twice, and that the files say what the world says."""

import csv
import filecmp
import mailbox
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from email import policy
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path

from alongside.demo.days import MONTHS_TOLD, is_working_day, months_before
from alongside.demo.ledgers import COLUMNS
from alongside.demo.letters import full_text
from alongside.demo.people import THEIR_PEOPLE
from alongside.demo.world import World, write_world


def letters_in(folder: Path) -> list[bytes]:
    """Read every letter of the world back from its mbox, Maildir and .eml files."""
    boxes = [mailbox.mbox(folder / name) for name in ("inbox.mbox", "sent.mbox")]
    found = [box.get_bytes(key).replace(b"\n>From ", b"\nFrom ") for box in boxes for key in box.keys()]  # noqa: SIM118
    return found + [
        path.read_bytes() for path in sorted((*folder.glob("old-laptop/cur/*"), *folder.glob("handover/*.eml")))
    ]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_same_day_gives_the_same_bytes(world: World, tmp_path: Path) -> None:
    again = write_world(tmp_path / "again", as_of=world.as_of)
    here = sorted(path.relative_to(world.folder) for path in world.folder.rglob("*") if path.is_file())
    there = sorted(path.relative_to(again.folder) for path in again.folder.rglob("*") if path.is_file())
    same, different, broken = filecmp.cmpfiles(world.folder, again.folder, map(str, here), shallow=False)
    assert here == there
    assert (len(same), different, broken) == (len(here), [], [])


def test_there_are_fourteen_accounts_sixty_people_and_about_three_thousand_letters(world: World) -> None:
    assert len(world.accounts) == 14
    assert len(world.people) == 60
    assert 2800 <= len(world.mails) <= 3400


def test_whatever_the_day_the_world_is_as_full_and_nothing_lies_ahead_of_it(any_world: World) -> None:
    as_of = any_world.as_of
    assert 2800 <= len(any_world.mails) <= 3400
    assert max(mail.at for mail in any_world.mails) < datetime(as_of.year, as_of.month, as_of.day, 12, tzinfo=UTC)
    assert min(mail.at.date() for mail in any_world.mails) >= months_before(as_of, MONTHS_TOLD)


def test_everybody_of_theirs_with_a_pace_has_written(world: World) -> None:
    writers = {mail.sender.key for mail in world.mails}
    silent = {each.key for each in THEIR_PEOPLE} - writers
    assert silent == {"trent"}


def test_every_message_id_is_there_once(folder: Path) -> None:
    ids = [
        BytesParser(policy=policy.compat32).parsebytes(raw, headersonly=True)["Message-ID"]
        for raw in letters_in(folder)
    ]
    assert [each for each, times in Counter(ids).items() if times > 1 or not each] == []


def test_the_files_hold_every_letter_and_every_reply_finds_what_it_answers(world: World) -> None:
    read = [BytesParser(policy=policy.compat32).parsebytes(raw, headersonly=True) for raw in letters_in(world.folder)]
    ids = {message["Message-ID"].strip() for message in read}
    assert ids == {f"<{mail.message_id}>" for mail in world.mails}
    answered = {each for message in read for each in (message["In-Reply-To"] or "").split()}
    referred = {each for message in read for each in (message["References"] or "").split()}
    assert answered <= ids
    assert referred <= ids


def test_a_letter_reads_back_with_its_date_its_people_and_its_words(world: World) -> None:
    by_id = {f"<{mail.message_id}>": mail for mail in world.mails}
    for raw in letters_in(world.folder)[::37]:
        message = BytesParser(policy=policy.default).parsebytes(raw)
        mail = by_id[str(message["Message-ID"]).strip()]
        body = message.get_body(preferencelist=("plain",))
        assert body is not None
        assert parsedate_to_datetime(str(message["Date"])) == mail.at
        assert [address for _, address in getaddresses([str(message["To"])])] == [who.address for who in mail.to]
        assert _words(body.get_content()) == _words(full_text(mail))


def _words(text: str) -> list[str]:
    return [word for word in text.split() if not word.startswith(">")]


def test_dates_increase_within_every_thread(world: World) -> None:
    assert [mail.subject for mail in world.mails if mail.answers and mail.at <= mail.answers.at] == []


def test_people_write_on_working_days_and_in_working_hours(world: World) -> None:
    by_people = [mail for mail in world.mails if not mail.headers]
    assert [mail for mail in by_people if not is_working_day(mail.at.date())] == []
    hours = Counter(mail.at.hour for mail in by_people)
    assert sum(times for hour, times in hours.items() if not 7 <= hour <= 18) < 10


def test_dates_are_stated_in_the_writers_own_zone(world: World) -> None:
    offsets = {mail.at.strftime("%z") for mail in world.mails if mail.sender.key == "alex"}
    assert offsets == {"-0500", "-0600"}
    assert {mail.at.strftime("%z") for mail in world.mails if mail.sender.key == "tina"} == {"-0400", "-0500"}


def test_letters_hardly_ever_read_alike(world: World) -> None:
    """Of letters with more than twenty words, signature and greeting apart, fewer than three in a hundred have a twin."""
    bodies = Counter(mail.words for mail in world.mails if not mail.headers)
    long = [body for body in bodies.elements() if len(body.split()) > 20]
    assert sum(1 for body in long if bodies[body] > 1) < 0.03 * len(long)


def test_the_tables_have_the_columns_that_bind_the_reader(folder: Path) -> None:
    for name, columns in COLUMNS.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            assert next(csv.reader(lines)) == columns.split()


def test_every_row_speaks_of_accounts_people_and_orders_that_exist(world: World) -> None:
    people = {each.name for each in THEIR_PEOPLE}
    numbers = {row["number"] for row in table(world.folder, "orders")}
    for name in COLUMNS:
        for row in table(world.folder, name):
            assert row.get("account", world.accounts[0]) in world.accounts, (name, row)
            assert row.get("parent", "") in ("", *world.accounts), (name, row)
            named = (row.get(column, "") for column in ("person", "contact", "awarded_by", "reports_to"))
            assert {each for each in named if each} <= people, (name, row)
            assert row.get("order_number", "") in ("", *numbers), (name, row)


def test_every_order_has_an_award_but_the_three_whose_route_is_to_be_confirmed(world: World) -> None:
    ordered = {row["number"] for row in table(world.folder, "orders")}
    awarded = {row["order_number"] for row in table(world.folder, "awards")}
    assert ordered - awarded == set(world.planted["routes_to_confirm"].orders)
    assert len(ordered - awarded) == 3


def test_no_row_is_dated_ahead_of_the_day(world: World) -> None:
    for name, column in (
        ("orders", "ordered_on"),
        ("awards", "decided_on"),
        ("facts", "as_of"),
        ("suggestions", "made_on"),
    ):
        assert max(date.fromisoformat(row[column]) for row in table(world.folder, name)) <= world.as_of


def test_threads_that_are_no_scene_end_without_a_question_or_a_promise(world: World) -> None:
    answered = {mail.answers.message_id for mail in world.mails if mail.answers}
    last = [mail for mail in world.mails if mail.message_id not in answered and not mail.headers]
    told = [mail for mail in last if not mail.script.startswith("scene") and mail.account]
    asking = [mail.said for mail in told if "?" in mail.words or "I will" in mail.words]
    assert asking == []


def test_the_newest_letters_reach_the_last_days(world: World) -> None:
    people = [mail for mail in world.mails if not mail.headers]
    assert max(mail.at.date() for mail in people) >= world.as_of - timedelta(days=3)
