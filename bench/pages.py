"""How long does the server take for a page at 100,000 interactions, and how many queries? Prints a table.

.venv/bin/python bench/pages.py [interactions] [requests] [folder]    (a folder that an earlier run filled is measured again)

Wall is what somebody waits for; CPU is what the page costs, and says more where the machine has other things to do.
"""

import gc
import random
import sys
import time
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import ground

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
REQUESTS = int(sys.argv[2]) if len(sys.argv) > 2 else 200
KEPT = Path(sys.argv[3]) if len(sys.argv) > 3 else None

ground.installation(KEPT)

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from alongside.intake.statistics import refresh_statistics  # noqa: E402
from alongside.interactions.models import Interaction  # noqa: E402
from alongside.people.models import Account, Person  # noqa: E402
from alongside.pipeline import bring_up_to_date  # noqa: E402
from alongside.today.models import TodayItem  # noqa: E402

settings.ALLOWED_HOSTS.append("testserver")

P95_WANTED_MS = 30.0
"""Server time of a page on one core, 95 of 100 requests. Unit: milliseconds."""

QUERIES_WANTED = 12
"""Queries of a page at most, the session and the user included."""

SAMPLE = 60
"""Different addresses of one kind of page."""

AIMED = ("today", "account", "accounts", "search")
"""The pages for which the time is promised; it is printed for all."""


@dataclass(frozen=True)
class Measured:
    """What a kind of page took. Unit: milliseconds, queries, bytes."""

    wall: list[float]
    cpu: list[float]
    queries: int
    size: int

    def line(self, name: str) -> str:
        figures = [ground.percentile(values, share) for values in (self.wall, self.cpu) for share in (0.5, 0.95)]
        times = "".join(f"{figure:>10.1f}" for figure in figures)
        return f"{name:<22}{times}{self.queries:>9}{self.size:>10,}  {self.remark()}".rstrip()

    def remark(self) -> str:
        wall, cpu = ground.percentile(self.wall, 0.95), ground.percentile(self.cpu, 0.95)
        found = []
        if wall >= P95_WANTED_MS:
            found.append("SLOW" if cpu >= P95_WANTED_MS else "slow, though its CPU is within")
        if self.queries > QUERIES_WANTED:
            found.append("TOO MANY QUERIES")
        return ", ".join(found)


def prepare() -> None:
    """Fill the installation and say how long each part took."""
    at, as_of = ground.clock()
    owner = ground.user()
    started = time.perf_counter()
    made = ground.fill(owner, chain(ground.letters(COUNT, until=at), ground.orders(until=as_of)), at=at)
    recorded = time.perf_counter()
    refresh_statistics(after=made)
    bring_up_to_date(owner, as_of=as_of)
    refresh_statistics(after=made)
    derived = time.perf_counter()
    print(f"{made:,} interactions recorded in {recorded - started:.1f} s ({made / (recorded - started):,.0f}/s),")
    print(f"derived and judged in {derived - recorded:.1f} s ({made / (derived - recorded):,.0f}/s)\n")


def pages() -> dict[str, list[str]]:
    """Name the pages to measure, several addresses of each kind."""
    dice = random.Random(3)

    def some(template: str, ids: list[int]) -> list[str]:
        return [template.format(pk) for pk in dice.sample(ids, min(SAMPLE, len(ids)))]

    accounts = list(Account.objects.filter(merged_into__isnull=True).order_by("pk").values_list("pk", flat=True))
    people = list(Person.objects.filter(is_ours=False).order_by("pk").values_list("pk", flat=True))
    letters = list(Interaction.objects.order_by("pk").values_list("pk", flat=True)[:: max(1, COUNT // 1000)])
    items = list(TodayItem.objects.order_by("position").values_list("pk", flat=True)[:SAMPLE])
    words = ["berth", "assay", "moisture friday", "laydays", "certificate", '"rail cars"', "company00017", "stock"]
    return {
        "today": ["/"],
        "account, busiest": [f"/accounts/{accounts[0]}/"],
        "account, any": some("/accounts/{}/", accounts),
        "accounts": ["/accounts/"],
        "search": [f"/search/?q={w}" for w in words],
        "why, rule": some("/why/account/{}/rule:be_there/", accounts),
        "why, level": some("/why/account/{}/level/", accounts),
        "why, today's item": some("/why/item/{}/", items),
        "people": ["/people/"],
        "person, any": some("/people/{}/", people),
        "brief, any": some("/people/{}/brief", people),
        "mail, any": some("/interactions/{}/", letters),
        "requests": ["/requests/"],
        "book": ["/book/"],
        "doubts": ["/doubts/"],
        "imports": ["/imports/"],
        "settings": ["/settings/"],
    }


def measure(client: Client, addresses: list[str]) -> Measured | int:
    """Ask for the addresses in turn, once to count and to warm up; a page that cannot be had gives its status."""
    most, largest = 0, 0
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        if answer.status_code != 200:
            return answer.status_code
        most, largest = max(most, len(queries)), max(largest, len(answer.content))
    gc.collect()
    gc.freeze()  # as the program does once it has started
    wall, cpu = [], []
    for n in range(REQUESTS):
        begun_wall, begun_cpu = time.perf_counter(), time.process_time()
        client.get(addresses[n % len(addresses)])
        cpu.append(1000 * (time.process_time() - begun_cpu))
        wall.append(1000 * (time.perf_counter() - begun_wall))
    return Measured(wall, cpu, most, largest)


def main() -> None:
    if not Interaction.objects.exists():
        prepare()
    client = Client(headers={"accept-encoding": "identity"})
    client.force_login(ground.user())
    headings = "".join(f"{name:>10}" for name in ("wall p50", "wall p95", "CPU p50", "CPU p95"))
    print(
        f"{Interaction.objects.count():,} interactions; milliseconds; wanted: p95 below {P95_WANTED_MS:.0f}, ", end=""
    )
    print(f"at most {QUERIES_WANTED} queries; promised for {', '.join(AIMED)}")
    print(f"{'page':<22}{headings}{'queries':>9}{'bytes':>10}")
    for name, addresses in pages().items():
        measured = measure(client, addresses) if addresses else 0
        print(
            measured.line(name) if isinstance(measured, Measured) else f"{name:<22}  not there ({measured})", flush=True
        )


main()
