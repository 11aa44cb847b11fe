"""Does an import that is killed with SIGKILL at a random moment, and started again, end as one clean run?

.venv/bin/python bench/kills.py [kills]    (200 if not said; see tests/intake/kills.py)
"""

import json
import subprocess
import sys

import ground

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 200


def main() -> None:
    command = [sys.executable, "-m", "tests.intake.kills", str(KILLS)]
    came = json.loads(subprocess.run(command, cwd=ground.ROOT, stdout=subprocess.PIPE, check=True).stdout)
    ground.tell("imports killed", f"{KILLS:,}", f"{came['cut_off']:,} of them before their end")
    differing = came["differing"]
    ground.tell("started again: other than one clean run", f"{len(differing):,}", "0", is_met=not differing)
    for each in differing:
        print(f"            {each}")


main()
