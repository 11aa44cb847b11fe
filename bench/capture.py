"""Is a note that was kept on a telephone ever lost or there twice, whatever happens between the telephone and Alongside?

.venv/bin/python bench/capture.py [runs]    (200 if not said; see tests/browser/capture_faults.py)
"""

import json
import subprocess
import sys

import ground

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 200


def main() -> None:
    command = [sys.executable, "-m", "tests.browser.capture_faults", str(RUNS)]
    came = json.loads(subprocess.run(command, cwd=ground.ROOT, stdout=subprocess.PIPE, check=True).stdout)
    ground.tell("runs with a fault, in a real browser", f"{came['runs']:,}", f"{came['notes']:,} notes")
    for what, times in sorted(came["told"].items()):
        ground.tell(what, f"{times:,}", "")
    for what in ("lost", "doubled", "of somebody else"):
        ground.tell(what, f"{len(came[what]):,}", "0", is_met=not came[what])


main()
