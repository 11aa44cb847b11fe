"""Who is who after 5,000 random programs: does the book end as a plain model says, whatever came in and was said in whatever order?

`python bench/programs.py [PROGRAMS [FIRST_SEED [CPU_SECONDS]]]`. Each program runs in a transaction that is rolled back. It ends
early when the CPU time is used up, and says how many programs ran.
"""

import sys
import time

import ground

PROGRAMS = 5000
CPU_SECONDS = 3600
STEPS = 14
MOST_SHOWN = 10


def main() -> None:
    """Run the programs and print how many there were, their steps, and what differed; end with 1 where anything did."""
    asked = [int(word) for word in sys.argv[1:4]]
    most, first, seconds_given = asked + [PROGRAMS, 0, CPU_SECONDS][len(asked) :]
    ground.installation()
    owner = ground.user(address="olga@example.com")
    began, compared, programs = time.process_time(), 0, 0
    differences: list[str] = []
    for seed in range(first, first + most):
        if time.process_time() - began > seconds_given:
            break
        found, times = _run(owner, seed)
        programs += 1
        if found:
            print(f"seed {seed} differs", flush=True)
        compared += times
        differences += [found] if found else []
    seconds = time.process_time() - began
    ground.tell("programs", f"{programs:,}")
    ground.tell("steps", f"{programs * STEPS:,}")
    ground.tell("times that everything was derived and compared", f"{compared:,}")
    ground.tell("programs that differ from the model", f"{len(differences):,}", "none", is_met=not differences)
    ground.tell("CPU", f"{seconds:,.0f} s")
    for found in differences[:MOST_SHOWN]:
        print(found)
    raise SystemExit(1 if differences else 0)


def _run(owner: object, seed: int) -> tuple[str, int]:
    """Run one program and roll it back; give what differs and how often it was compared."""
    from django.db import transaction

    from tests.people.programs import Program

    program = Program(seed, owner)
    with transaction.atomic():
        found = program.run(STEPS)
        transaction.set_rollback(True)
    return found, program.compared


if __name__ == "__main__":
    main()
