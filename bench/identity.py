"""Who is who: how well does the matching that the program uses find duplicate persons in public sets with known truth?

For each set: the pairs that are joined without a question and how many of them are true; what comes of joining all that is
likelier than not; and what comes of it when every question is answered truly. Pairwise over clusters (protocol: shared/data/README.md).
"""

import csv
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import ground

from alongside.people.groups import Groups
from alongside.people.matching.records import Record, record
from alongside.people.matching.weigh import EVEN_BITS, Outcome, Weighed, weighed

FOLDER = ground.shared_data("people")

Truth = Mapping[str, str]


def main() -> None:
    """Print a line for each set, and for the halves of the one that is small enough to be fitted by accident."""
    print(
        f"{'set':26}{'records':>8}{'pairs':>8}{'sure':>7}{'of them':>9}{'F1, none':>10}{'F1, asked':>11}{'asked':>7}{'CPU':>8}"
    )
    print(f"{'':26}{'':8}{'weighed':>8}{'joins':>7}{'true':>9}{'asked':>10}{'truly':>11}")
    fake, truth = fake_1000()
    report("fake_1000", fake, truth)
    for half in (0, 1):
        own = {key: cluster for key, cluster in truth.items() if int(cluster) % 2 == half}
        report(f"  its {'even' if not half else 'odd'} clusters alone", [r for r in fake if r.key in own], own)
    report("febrl_dataset4a + b", *febrl4())
    for name, read in (("abt_buy", abt_buy), ("amazon_google", amazon_google)):
        report(f"{name} (products)", *read())


def report(name: str, records: Sequence[Record], truth: Truth) -> None:
    """Weigh one set and print what comes of it."""
    began = time.process_time()
    found = list(weighed(records))
    seconds = time.process_time() - began
    sure = [w for w in found if w.outcome is Outcome.SURE]
    asked = [w for w in found if w.outcome is Outcome.ASK]
    joined = clusters(truth, sure)
    precision = scores(truth, joined)[0]
    alone = scores(truth, clusters(truth, (w for w in found if w.bits >= EVEN_BITS)))[2]
    answered = scores(truth, clusters(truth, [*sure, *(w for w in asked if truth[w.one] == truth[w.other])]))[2]
    print(
        f"{name:26}{len(records):8,}{len(found):8,}{len(sure):7,}{precision:9.4f}{alone:10.4f}{answered:11.4f}"
        f"{questions(joined, asked):7,}{seconds:6.1f} s"
    )


def clusters(truth: Truth, joins: Iterable[Weighed]) -> Groups:
    """Join pairs into clusters, with all that follows from two joins that meet."""
    groups = Groups(truth)
    for pair in joins:
        groups.join(pair.one, pair.other)
    return groups


def questions(joined: Groups, asked: Iterable[Weighed]) -> int:
    """Count the questions that remain once the sure ones are joined: one between two groups."""
    between = (sorted((joined.root(w.one), joined.root(w.other))) for w in asked)
    return len({(one, other) for one, other in between if one != other})


def scores(truth: Truth, groups: Groups) -> tuple[float, float, float]:
    """Give precision, recall and F1 over pairs; precision is 1 where nothing is joined."""
    together = pairs_within(Counter((groups.root(key), cluster) for key, cluster in truth.items()).values())
    said = pairs_within(Counter(groups.root(key) for key in truth).values())
    true = pairs_within(Counter(truth.values()).values())
    return together / said if said else 1.0, together / true, 2 * together / (said + true)


def pairs_within(sizes: Iterable[int]) -> int:
    """Count the pairs within groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in sizes)


def fake_1000() -> tuple[list[Record], Truth]:
    """Read the thousand made-up persons with slips."""
    with (FOLDER / "fake_1000.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [
        record(
            row["unique_id"],
            given=row["first_name"],
            surname=row["surname"],
            birth=row["dob"],
            city=row["city"],
            email=row["email"],
        )
        for row in rows
    ], {row["unique_id"]: row["cluster"] for row in rows}


def febrl4() -> tuple[list[Record], Truth]:
    """Read the two lists of five thousand, each person once in either."""
    found, truth = [], {}
    for name in ("febrl_dataset4a.csv", "febrl_dataset4b.csv"):
        with (FOLDER / name).open(encoding="utf-8") as file:
            for raw in csv.DictReader(file, skipinitialspace=True):
                row = {key.strip(): (value or "").strip() for key, value in raw.items()}
                found.append(
                    record(
                        row["rec_id"],
                        given=row["given_name"],
                        surname=row["surname"],
                        birth=row["date_of_birth"],
                        city=row["suburb"],
                        street=f"{row['street_number']} {row['address_1']}",
                        postcode=row["postcode"],
                        number=row["soc_sec_id"],
                    )
                )
                truth[row["rec_id"]] = row["rec_id"].split("-")[1]
    return found, truth


def abt_buy() -> tuple[list[Record], Truth]:
    """Read two catalogues of goods as if each name were a surname: nothing here may be joined as a person."""
    return _catalogues("abt_buy", ("abt.csv", "buy.csv"), "|", "name")


def amazon_google() -> tuple[list[Record], Truth]:
    """Read two catalogues of programs as if each title were a surname: nothing here may be joined as a person."""
    return _catalogues("amazon_google", ("amazon.csv", "gp.csv"), "#", "title")


def _catalogues(folder: str, files: tuple[str, str], separator: str, name: str) -> tuple[list[Record], Truth]:
    found: list[Record] = []
    for side, file_name in enumerate(files):
        with (FOLDER / folder / file_name).open(encoding="utf-8", errors="replace") as file:
            rows = csv.DictReader(file, delimiter=separator)
            found += [record(f"{side}:{row['id']}", surname=row[name] or "") for row in rows]
    groups = Groups(each.key for each in found)
    with (FOLDER / folder / "gt.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=separator):
            groups.join(f"0:{row['D1']}", f"1:{row['D2']}")
    return found, {each.key: groups.root(each.key) for each in found}


if __name__ == "__main__":
    main()
