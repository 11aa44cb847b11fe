"""`python -m bench` (make bench): run every measurement, each in a process of its own, and print its figures.

`python -m bench NAME ...` runs those that are named; what is no name of a measurement (a FILE) is handed to the one before it.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NO_MEASUREMENTS = {
    "__init__",
    "__main__",
    "drawn",
    "ground",
    "kinds",
    "mailbox_made",
    "real",
    "scores",
    "train_requests",
}
FIRST = ("start", "pages")


def main() -> None:
    """Run what is asked for by name, else everything; end with 1 when one of them could not be measured."""
    there = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NO_MEASUREMENTS)
    in_order = [name for name in FIRST if name in there] + [name for name in there if name not in FIRST]
    failed = []
    for name, *files in _asked_for(sys.argv[1:], there) or [[name] for name in in_order]:
        print(f"\n{name}\n{'-' * len(name)}", flush=True)
        if subprocess.run([sys.executable, str(HERE / f"{name}.py"), *files], cwd=HERE.parent).returncode:
            failed.append(name)
    if failed:
        raise SystemExit(f"Not measured: {', '.join(failed)}.")


def _asked_for(words: list[str], there: list[str]) -> list[list[str]]:
    """Put each file to the measurement named before it. Raises SystemExit when the first word names none."""
    asked: list[list[str]] = []
    for word in words:
        if word in there:
            asked.append([word])
        elif asked:
            asked[-1].append(str(Path(word).resolve()))
        else:
            raise SystemExit(f"There is no measurement {word}; there are {', '.join(there)}.")
    return asked


if __name__ == "__main__":
    main()
