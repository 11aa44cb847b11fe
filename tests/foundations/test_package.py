"""What is installed by `pip install .` holds everything that the program needs to run, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return zipfile.ZipFile(next(target.glob("*.whl"))).namelist()


def test_every_file_of_the_program_is_in_the_wheel(wheel: list[str]) -> None:
    kinds = {".py", ".html", ".css", ".js", ".woff2", ".svg", ".txt"}
    there = [path for path in (ROOT / "alongside").rglob("*") if path.is_file() and path.suffix in kinds]
    assert sorted({str(path.relative_to(ROOT)) for path in there} - set(wheel)) == []


def test_tests_and_tools_are_not_in_the_wheel(wheel: list[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"alongside"}


def test_the_licence_comes_along(wheel: list[str]) -> None:
    assert [name for name in wheel if name.endswith("licenses/LICENSE")]


def test_the_lock_names_every_requirement_with_its_hash_and_no_registry() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert pins and all("==" in pin for pin in pins)
        assert text.count("--hash=sha256:") >= len(pins)
        assert "http" not in text and "index" not in text
