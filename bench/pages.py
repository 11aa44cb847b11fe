"""How long does the server take for a page at 100,000 interactions, and how many queries? Prints a table.

.venv/bin/python bench/pages.py [interactions] [requests]
"""

import random
import sys
import time
from itertools import chain

import ground

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
REQUESTS = int(sys.argv[2]) if len(sys.argv) > 2 else 200

ground.installation()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from alongside.people.models import Account, Person  # noqa: E402
from alongside.pipeline import bring_up_to_date  # noqa: E402

settings.ALLOWED_HOSTS.append("testserver")


def prepare(client: Client) -> None:
    """Fill the installation and say how long each part took."""
    at, as_of = ground.clock()
    owner = ground.user()
    started = time.perf_counter()
    made = ground.fill(owner, chain(ground.letters(COUNT, until=at), ground.orders(until=as_of)), at=at)
    recorded = time.perf_counter()
    bring_up_to_date(owner, as_of=as_of)
    derived = time.perf_counter()
    print(f"{made:,} interactions recorded in {recorded - started:.1f} s ({made / (recorded - started):,.0f}/s),")
    print(f"derived and judged in {derived - recorded:.1f} s ({made / (derived - recorded):,.0f}/s)\n")
    client.force_login(owner)


def pages() -> dict[str, list[str]]:
    """Name the pages to measure, several addresses of each kind."""
    dice = random.Random(3)
    accounts = list(Account.objects.filter(merged_into__isnull=True).order_by("pk").values_list("pk", flat=True))
    people = list(Person.objects.filter(is_ours=False).order_by("pk").values_list("pk", flat=True))
    words = ["berth", "assay", "moisture friday", "laydays", "certificate", '"rail cars"', "company00017", "stock"]
    return {
        "today": ["/"],
        "account, busiest": [f"/accounts/{accounts[0]}/"],
        "account, any": [f"/accounts/{pk}/" for pk in dice.sample(accounts, min(60, len(accounts)))],
        "accounts": ["/accounts/"],
        "people": ["/people/"],
        "person, any": [f"/people/{pk}/" for pk in dice.sample(people, min(60, len(people)))],
        "search": [f"/search/?q={w}" for w in words],
    }


def measure(client: Client, addresses: list[str]) -> tuple[float, float, int, int]:
    """Ask for the addresses in turn; give p50 and p95 in milliseconds, the most queries, and the largest page in bytes."""
    times, most, largest = [], 0, 0
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        most, largest = max(most, len(queries)), max(largest, len(answer.content))
    for n in range(REQUESTS):
        started = time.perf_counter()
        client.get(addresses[n % len(addresses)])
        times.append(1000 * (time.perf_counter() - started))
    return ground.percentile(times, 0.5), ground.percentile(times, 0.95), most, largest


def main() -> None:
    client = Client()
    prepare(client)
    print(f"{'page':<20}{'p50 ms':>9}{'p95 ms':>9}{'queries':>9}{'bytes':>10}")
    for name, addresses in pages().items():
        p50, p95, most, largest = measure(client, addresses)
        print(f"{name:<20}{p50:>9.1f}{p95:>9.1f}{most:>9}{largest:>10,}")


main()
