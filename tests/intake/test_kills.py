"""An import that is killed at any moment and started again ends as one clean run: what is known, counted and refused."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS = 6
"""Moments tried here. Unit: kills; `python -m bench kills` tries 200."""


@pytest.mark.sqlite_only
def test_killed_and_started_again_it_ends_as_one_clean_run() -> None:
    command = [sys.executable, "-m", "tests.intake.kills", str(KILLS)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
    tried = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert tried.returncode == 0, tried.stderr
    came = json.loads(tried.stdout)
    assert came["cut_off"] > 0
    assert came["differing"] == []
