"""`python -m bench` (make bench): run every measurement, each in a process of its own, and print its figures."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NO_MEASUREMENTS = {"__init__", "__main__", "ground", "train_requests", "scores", "kinds", "real"}
FIRST = ("start", "pages")


def main() -> None:
    """Run what is asked for by name, else everything; end with 1 when one of them could not be measured."""
    there = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NO_MEASUREMENTS)
    in_order = [name for name in FIRST if name in there] + [name for name in there if name not in FIRST]
    failed = []
    for name in sys.argv[1:] or in_order:
        print(f"\n{name}\n{'-' * len(name)}", flush=True)
        if subprocess.run([sys.executable, str(HERE / f"{name}.py")], cwd=HERE.parent).returncode:
            failed.append(name)
    if failed:
        raise SystemExit(f"Not measured: {', '.join(failed)}.")


if __name__ == "__main__":
    main()
