"""Is a letter ever sent twice, or lost without a word, when the line is cut, the server stalls or says no, or the program is killed?

.venv/bin/python bench/sending.py [runs]    (200 if not said; a real server on loopback that goes wrong: tests/outbox/faulty.py)

Each run sends one letter through the outbox as the worker does, with its tries, against a server that goes wrong once and then
works. What the server took is counted by Message-ID and held against what the outbox says.
"""

import json
import subprocess
import sys

import ground

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 200


def main() -> None:
    command = [sys.executable, "-m", "tests.outbox.many", str(RUNS)]
    came = json.loads(subprocess.run(command, cwd=ground.ROOT, stdout=subprocess.PIPE, check=True).stdout)
    ground.tell("letters sent under faults", f"{came['runs']:,}", f"of them {came['killed']:,} with the program killed")
    ground.tell("taken twice by the server", f"{came['twice']:,}", "0", is_met=not came["twice"])
    ground.tell("lost without a word", f"{came['lost']:,}", "0", is_met=not came["lost"])
    ground.tell("said to be sent, and not taken", f"{came['false']:,}", "0", is_met=not came["false"])
    for state, count in sorted(came["states"].items()):
        ground.tell(f"outcome: {state}", f"{count:,}", "")


main()
