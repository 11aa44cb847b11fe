"""What comes of a public order history, brought in under its own headings?

.venv/bin/python bench/orders.py [rows]    (without a number: all rows)
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import ground

HISTORY = ground.shared_data("orders/online_retail_until_2011-09-30.parquet")
MOST_ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else None


def as_csv(path: Path, target: Path) -> int:
    """Write the columns of a parquet file under their own headings; numbers of customers without a decimal point."""
    from pyarrow import parquet

    table = parquet.read_table(path)
    names = [name for name in table.column_names if not name.startswith("__")]
    columns = [table.column(name).to_pylist()[:MOST_ROWS] for name in names]
    with target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for row in zip(*columns, strict=True):
            writer.writerow(["" if cell is None else _cell(cell) for cell in row])
    return len(columns[0])


def _cell(cell: Any) -> Any:
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def bring_in(file: Path, data: Path) -> tuple[dict[str, Any], float]:
    """Run the ordinary command; give what it answers and the seconds that it took."""
    begun_at = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "alongside", "import", str(file), "--yes", "--json"],
        cwd=ground.ROOT,
        env=os.environ | {"ALONGSIDE_DATA": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return json.loads(done.stdout), time.perf_counter() - begun_at


def tell_refused(answer: dict[str, Any]) -> None:
    """Print how many rows each reason refused; figures inside a reason are left out to count alike ones together."""
    reasons = Counter(_alike(refusal["reason"]) for refusal in answer["refusals"])
    for reason, count in reasons.most_common():
        print(f"{count:>10,}  {reason}")


def _alike(reason: str) -> str:
    return "".join("#" if letter.isdigit() else letter for letter in reason)


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="alongside-bench-"))
    file = folder / "online_retail.csv"
    rows = as_csv(HISTORY, file)
    answer, seconds = bring_in(file, folder / "data")
    again, seconds_again = bring_in(file, folder / "data")

    ground.installation(folder / "data")
    from alongside.ledgers.awards.models import Award
    from alongside.ledgers.orders.models import Order, OrderLine
    from alongside.people.models import Account

    ground.tell("rows in the table", f"{rows:,}")
    ground.tell(
        "rows new / known already / refused", f"{answer['recorded']:,} / {answer['known']:,} / {answer['refused']:,}"
    )
    all_told = answer["recorded"] + answer["known"] + answer["refused"]
    ground.tell("every row told for", f"{all_told:,}", "all", is_met=all_told == rows)
    tell_refused(answer)
    ground.tell("accounts", f"{Account.objects.filter(merged_into__isnull=True).count():,}")
    ground.tell("orders, cancelled among them", f"{Order.objects.count():,}")
    ground.tell("order lines", f"{OrderLine.objects.count():,}")
    ground.tell("awards, their routes proposed", f"{Award.objects.count():,}")
    ground.tell("the whole way from file to Today, seconds", f"{seconds:,.1f}")
    ground.tell("rows a second", f"{rows / seconds:,.0f}")
    ground.tell("second import: new", f"{again['recorded']:,}", "0", is_met=again["recorded"] == 0)
    ground.tell("second import, seconds", f"{seconds_again:,.1f}")


main()
