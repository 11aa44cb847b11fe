"""`alongside quarantine`: what could not be taken is listed, shown without harm to the terminal, tried again and let go."""

import json
from pathlib import Path

from tests.conftest import run_alongside


def test_what_could_not_be_taken_is_listed_shown_tried_and_let_go(tmp_path: Path) -> None:
    data, files = tmp_path / "alongside", tmp_path / "files"
    files.mkdir()
    (files / "odd.eml").write_text("No mail \x1b[2J at all.\n\nNothing.\n")
    assert run_alongside(data, "import", "--yes", str(files)).returncode == 0
    (item,) = json.loads(run_alongside(data, "quarantine", "list", "--json").stdout)["items"]
    assert (item["where"], item["tries"]) == ("odd.eml", 1)
    shown = run_alongside(data, "quarantine", "show", str(item["number"]))
    assert "No mail ·[2J at all." in shown.stdout
    assert "\x1b" not in shown.stdout
    tried = run_alongside(data, "quarantine", "retry")
    assert "0 taken, 1 still refused." in tried.stdout
    assert run_alongside(data, "quarantine", "show", "77").returncode != 0
    assert run_alongside(data, "quarantine", "let-go", str(item["number"])).returncode == 0
    assert "Everything was taken." in run_alongside(data, "quarantine", "list").stdout
