"""How long does a search take at a million mails, on SQLite and on PostgreSQL? Prints a table for each, newest first and best first.

.venv/bin/python bench/search.py [mails] [folder]    (SQLite's file stays in the folder and is measured again, not filled)

Measured is `search()`: the query read, names looked up, one page of hits with their sentences. Waited is what somebody waits for; CPU,
that of the server process included, says more where the machine has other things to do. The mails are written straight into the tables;
what the index costs when mail comes in is part of what `archive.py` measures.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

import ground

sys.path.insert(0, str(ground.ROOT))

MAILS = 1_000_000
STEP = timedelta(minutes=3)
"""Between one mail and the next: a million take six years."""

UNTIL = datetime(2026, 11, 1, tzinfo=UTC)
WANTED_MS = {False: 30.0, True: 250.0}
"""Of 100 searches 95 take less, newest first and best first. Unit: milliseconds."""

ACCOUNTS, PEOPLE = 2_000, 5
"""Companies, and people of each."""

VOCABULARY, SENTENCES = 60_000, 80_000
"""Words are drawn by Zipf's law, sentences of words, mails of sentences."""

BATCH = 5_000
REPEATS = 7
"""Each query is asked so often, by turns with all others."""

SOUNDS, VOWELS = "b c d f g h k l m n p r s t v w st tr pl gr".split(), "a e i o u ai ou".split()
ENDS = ["", "", "n", "s", "r", "l", "ing", "ed", "er", "tion"]
SURNAMES = "Kowalski Petrov Lindqvist Okafor Marchetti Brandt Nakamura Delacroix Fitzgerald Andersen".split()


@dataclass(frozen=True)
class Language:
    """A few very common words, many rare ones, and sentences of them."""

    words: list[str]
    sentences: list[str]


def language(dice: random.Random) -> Language:
    """Make up words and sentences; the same for every run."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = dice.choices((1, 2, 3, 4), (8, 40, 40, 12))[0]
        words["".join(dice.choice(SOUNDS) + dice.choice(VOWELS) for _ in range(syllables)) + dice.choice(ENDS)] = None
    each, weights = list(words), list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    said = (" ".join(dice.choices(each, cum_weights=weights, k=dice.randint(6, 14))) for _ in range(SENTENCES))
    return Language(each, [sentence.capitalize() + "." for sentence in said])


# Filling


def cast(owner: Any) -> list[tuple[int, int, int]]:
    """Make companies and people as identifying them would; give the address, person and company of each, ourselves last."""
    from alongside.interactions.models import Address
    from alongside.people.models import Account, Handle, Person
    from alongside.search.index_names import index_names

    names = random.Random(7)
    companies = Account.objects.bulk_create(
        Account(owner=owner, anchor=f"domain:c{n}", name=f"{names.choice(SURNAMES)} Works {n}", domain=f"c{n}.example")
        for n in range(ACCOUNTS)
    )
    known = [(f"p{k}@{company.domain}", company) for company in companies for k in range(PEOPLE)]
    persons = Person.objects.bulk_create(
        [
            Person(owner=owner, anchor=a, name=f"Given{n} {names.choice(SURNAMES)}", account=c)
            for n, (a, c) in enumerate(known)
        ]
        + [Person(owner=owner, anchor="me@ours.example", name="Mia Own", is_ours=True)]
    )
    addresses = Address.objects.bulk_create(
        Address(owner=owner, value=p.anchor, domain=p.anchor.partition("@")[2]) for p in persons
    )
    Handle.objects.bulk_create(
        [Handle(owner=owner, kind="email", value=p.anchor, person=p) for p in persons]
        + [Handle(owner=owner, kind="domain", value=c.domain, account=c) for c in companies]
    )
    index_names(owner)
    return [(a.pk, p.pk, p.account_id or 0) for a, p in zip(addresses, persons, strict=True)]


TABLES = {
    "interaction": "id owner_id kind identity_key message_id in_reply_to references occurred_at utc_offset_minutes "
    "is_date_stated headers labels cancelled where recorded_at",
    "participant": "interaction_id address_id role name",
    "attachment": "interaction_id name media_type size_bytes sha256",
    "touch": "owner_id interaction_id account_id person_id at kind direction thread_id others counts is_main",
    "interactionbody": "interaction_id owner_id subject text html location",
}
"""What is written, in this order: with the body a mail enters the index."""


def mails(count: int, owner_id: int, people: list[tuple[int, int, int]]) -> Iterator[dict[str, list[tuple[Any, ...]]]]:
    """Make mails in order of time, as rows for each table."""
    dice = random.Random(20)
    said = language(dice)
    *theirs, (ours, _, _) = people
    busy = list(accumulate(1 / (1 + n / 20) for n in range(len(theirs))))
    for n in range(1, count + 1):
        address, person, account = dice.choices(theirs, cum_weights=busy)[0]
        at = UNTIL - (count - n) * STEP
        is_theirs = dice.random() < 0.5
        sender, receiver, way = (address, ours, "inbound") if is_theirs else (ours, address, "outbound")
        words = " ".join([*dice.choices(said.sentences, k=dice.randint(4, 12)), *dice.choices(said.words, k=3)])
        attached = f"{dice.choice(said.words)}_{n}.pdf"
        yield {
            "interaction": [(n, owner_id, "mail", f"k{n}", "", "", "[]", at, 0, True, "{}", "[]", False, "", at)],
            "participant": [(n, sender, "sender", ""), (n, receiver, "to", "")],
            "attachment": [(n, attached, "application/pdf", 1, "0")] if n % 8 == 0 else [],
            "touch": [(owner_id, n, account, person, at, "mail", way, n, 0, True, True)],
            "interactionbody": [(n, owner_id, dice.choice(said.sentences)[:40], words, "", "")],
        }


def fill(count: int, owner: Any) -> None:
    """Write the mails, and bring the index in line as the migration does it."""
    from django.db import connection, transaction

    search_by_time = import_module("alongside.migrations.0012_search_by_time")
    on_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if on_postgresql:  # a row at a time the index would take twice as long
            cursor.execute("ALTER TABLE alongside_interactionbody DISABLE TRIGGER words_follow")
            cursor.execute("DROP INDEX alongside_words_found")
        else:
            cursor.execute("PRAGMA synchronous = OFF")
    items = mails(count, owner.pk, cast(owner))
    while chunk := list(islice(items, BATCH)):
        with transaction.atomic(), connection.cursor() as cursor:
            for table, columns in TABLES.items():
                rows = [row for item in chunk for row in item[table]]
                (_copy if on_postgresql else _insert)(cursor, table, columns.split(), rows)
    with connection.cursor() as cursor:
        for sentence in search_by_time.POSTGRESQL_FILL if on_postgresql else ():
            cursor.execute(sentence, None)
        if on_postgresql:
            cursor.execute("ALTER TABLE alongside_interactionbody ENABLE TRIGGER words_follow")
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")


def _insert(cursor: Any, table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    sql = f"INSERT INTO alongside_{table} ({named}) VALUES ({', '.join(['%s'] * len(columns))})"
    cursor.executemany(sql, [[f"{v:%Y-%m-%d %H:%M:%S}" if isinstance(v, datetime) else v for v in row] for row in rows])


def _copy(cursor: Any, table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    with cursor.copy(f"COPY alongside_{table} ({named}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


# Measuring


def queries() -> dict[str, list[str]]:
    """Name the kinds of queries, several of each kind."""
    said = language(random.Random(20))
    word = said.words
    phrases = [" ".join(said.sentences[n].strip(".").split()[2:5]) for n in (11, 222, 3333, 44444)]
    return {
        "a rare word": [word[n] for n in (20_000, 31_000, 45_000, 59_000)],
        "a common word": [word[n] for n in (0, 5, 12, 30)],
        "two common words": [f"{word[a]} {word[b]}" for a, b in ((0, 3), (8, 20), (40, 60), (90, 150))],
        "a common and a rare word": [f"{word[a]} {word[b]}" for a, b in ((0, 20_000), (5, 9_000), (30, 4_000))],
        "a beginning of 3, 4, 5 letters": [word[n][:k] for n, k in ((15, 3), (700, 4), (1_100, 5), (2_000, 4))],
        "a phrase": [f'"{phrase}"' for phrase in phrases],
        "without a common word": [f"{word[300]} -{word[0]}", f"{word[5]} -{word[9]}"],
        "from: and a word": [
            f"from:p1@c3.example {word[5]}",
            f'from:"given7 kowalski" {word[80]}',
            f"from:petrov {word[30]}",
        ],
        "account: and a word": [f'account:"works 17" {word[12]}', f"account:c3.example {word[400]}"],
        "before: and a word": [f"before:2023 {word[12]}", f"before:2022-06 {word[900]}", f"in:2024-02 {word[5]}"],
        "has:attachment and a word": [f"has:attachment {word[5]}", f"has:attachment {word[2_000]}"],
        "file:": [f"file:{word[50]}", f"file:pdf {word[100]}"],
        "a name typed wrongly": ["kowalsky", f"from:lindquist {word[40]}", "andresen"],
        "nothing has it": ["zzyzzx", f"{word[50_000]} {word[58_000]}"],
    }


@dataclass
class Took:
    """What searches took. Unit: milliseconds, waited and of CPU."""

    waited: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def measure(owner: Any) -> None:
    """Ask all queries by turns, and print what each kind took."""
    from alongside.search.find import search

    kinds, as_of, cpu = queries(), UNTIL.date(), _cpu_clock()
    took = {(kind, best): Took() for kind in kinds for best in WANTED_MS}
    for turn in range(REPEATS + 1):
        for (kind, best), each in took.items():
            for text in kinds[kind]:
                begun, cpu_begun = time.perf_counter(), cpu()
                search(owner, text, as_of=as_of, best=best)
                if turn:  # the first turn warms up
                    each.cpu.append(1000 * (cpu() - cpu_begun))
                    each.waited.append(1000 * (time.perf_counter() - begun))
    _print(kinds, took)


def _print(kinds: dict[str, list[str]], took: dict[tuple[str, bool], Took]) -> None:
    print(f"{'milliseconds':<32}{'newest first: waited':>24}{'CPU':>8}{'best first: waited':>24}{'CPU':>8}")
    print(f"{'':<32}" + f"{'p50':>16}{'p95':>8}{'p95':>8}" * 2)
    for kind in kinds:
        newest, best = took[kind, False], took[kind, True]
        columns = [
            f"{_at(t.waited, 0.5):>16.1f}{_at(t.waited, 0.95):>8.1f}{_at(t.cpu, 0.95):>8.1f}" for t in (newest, best)
        ]
        print(f"{kind:<32}" + "".join(columns))
    for best, wanted in WANTED_MS.items():
        name = "best first" if best else "newest first"
        of_order = [each for (_, is_best), each in took.items() if is_best == best]
        for what in ("waited", "cpu"):
            p95 = _at([ms for each in of_order for ms in getattr(each, what)], 0.95)
            ground.tell(
                f"all of them, {name}, p95, {what}", f"{p95:.1f} ms", f"below {wanted:.0f} ms", is_met=p95 < wanted
            )


def _cpu_clock() -> Callable[[], float]:
    """Give a clock of the CPU that this process and, on PostgreSQL, the server's process for it have used. Unit: seconds."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return time.process_time
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    return lambda: time.process_time() + int(server.read_text().split()[0]) / 1e9


_at = ground.percentile


def one_engine(count: int, folder: Path, url: str) -> None:
    """Fill a database, unless an earlier run did, and measure it."""
    ground.installation(folder, url=url)
    from alongside.interactions.models import Interaction

    owner = ground.user()
    if not Interaction.objects.exists():
        begun, cpu = time.perf_counter(), time.process_time()
        fill(count, owner)
        print(
            f"{count:,} mails written and indexed in {time.perf_counter() - begun:.0f} s (CPU here {time.process_time() - cpu:.0f} s), ",
            end="",
        )
    print(f"{_size():,.0f} MB", flush=True)
    measure(owner)


def _size() -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return float(cursor.fetchone()[0]) / 1e6


def both(count: int, folder: Path) -> None:
    """Measure SQLite, then PostgreSQL if it is on this machine; each in a process of its own."""
    print("SQLite", flush=True)
    subprocess.run([sys.executable, __file__, str(count), str(folder / "sqlite"), ""], check=True)
    from tests.parts import Postgres, server_programs

    programs = server_programs()
    if not programs:
        print("PostgreSQL: not measured, it is not on this machine.")
        return
    print("\nPostgreSQL", flush=True)
    server = Postgres(programs)
    try:
        subprocess.run([sys.executable, __file__, str(count), str(folder / "postgresql"), server.url], check=True)
    finally:
        server.stop()


def main() -> None:
    """Measure one engine if it is named by its address, else both."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MAILS
    if len(sys.argv) > 3:
        one_engine(count, Path(sys.argv[2]), sys.argv[3])
    elif len(sys.argv) > 2:
        both(count, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
            both(count, Path(folder))


if __name__ == "__main__":
    main()
