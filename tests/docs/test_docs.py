"""The documents name only what is there: commands and their options, files, links, pages, columns and settings."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from alongside.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PICTURES = ROOT / "docs" / "pictures"

LINK = re.compile(r"(?:\]\(|src=\")(?!https?:|#)([^)#\s\"]+)(?:#[^)\s]*)?[)\"]")
WRITTEN = re.compile(r"`(alongside [^`]+)`|^ {4}(alongside [^#\n]+)", re.M)
MADE = re.compile(r"`make ([a-z]+)`|^ {4}make ([a-z]+)", re.M)
OWN_FILE = re.compile(r"`((?:alongside|bench|tests|docs|setup)/[\w./-]+\.\w+)`")
MODULE_RUN = re.compile(r"python (?:-m (bench|tests[\w.]+|alongside[\w.]+)|(bench/\w+\.py))")


def documents() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", DOCS, ids=lambda page: str(page.relative_to(ROOT)))


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@documents()
def test_every_link_leads_to_a_file(page: Path) -> None:
    missing = [link for link in LINK.findall(text_of(page)) if not (page.parent / link).exists()]
    assert [link for link in missing if not is_a_picture(page, link)] == []


def is_a_picture(page: Path, link: str) -> bool:
    """The browser test writes the pictures, so that a fresh copy may not have them yet."""
    return (page.parent / link).resolve().parent == PICTURES and link.endswith(".png")


@documents()
def test_every_file_that_is_named_is_there(page: Path) -> None:
    assert [name for name in OWN_FILE.findall(text_of(page)) if not (ROOT / name).exists()] == []


def commands_in(page: Path) -> Iterator[list[str]]:
    """Every command of the program that the page writes, in words; what stands for something of the reader's is kept."""
    for quoted, indented in WRITTEN.findall(text_of(page)):
        yield shlex.split((quoted or indented).replace("...", ""))[1:]


@documents()
def test_every_command_is_one_of_the_program_with_its_options(page: Path) -> None:
    assert [words for words in commands_in(page) if not is_known(words)] == []


def is_known(words: list[str]) -> bool:
    """Walk down the commands by name; what is left must fit the last one's options, and be no unknown command."""
    command, rest = get_command(app), list(words)
    while rest and rest[0] in getattr(command, "commands", {}):
        command = command.commands[rest.pop(0)]  # type: ignore[attr-defined]
    options = {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {"--help", "-h"}
    names_nothing = bool(getattr(command, "commands", {})) and bool(rest) and not rest[0].startswith("-")
    return not names_nothing and {word.partition("=")[0] for word in rest if word.startswith("-")} <= options


@documents()
def test_every_make_target_is_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.M))
    assert {one or other for one, other in MADE.findall(text_of(page))} <= targets


@documents()
def test_every_module_that_is_run_is_there(page: Path) -> None:
    for module, script in MODULE_RUN.findall(text_of(page)):
        path = ROOT / (script or module.replace(".", "/"))
        assert path.exists() or path.with_suffix(".py").exists(), module or script


def test_every_command_of_the_program_is_in_the_readme() -> None:
    named = {words[0] for words in commands_in(ROOT / "README.md") if words}
    shown = {name for name, command in get_command(app).commands.items() if not command.hidden}  # type: ignore[attr-defined]
    assert shown <= named


def test_every_key_of_the_program_is_in_the_guide() -> None:
    """The list under `?` and the guide's table say the same."""
    shown = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", text_of(ROOT / "alongside/web/templates/_ui/keys_list.html"))
    wanted = {(" ".join(re.findall(r">([^<]+)</kbd>", keys)), says) for keys, says in shown}
    keys_of_the_guide = text_of(ROOT / "docs/guide/every-day.md").partition("## The keyboard")[2]
    rows = re.findall(r"^\| ((?:`[^`]+` ?)+) \| ([^|]+) \|$", keys_of_the_guide, re.M)
    assert {(" ".join(re.findall(r"`([^`]+)`", keys)), says) for keys, says in rows} == wanted


def test_every_setting_is_listed() -> None:
    """What the settings read from the environment, and what the page of settings names, is the same."""
    page = set(re.findall(r"`(ALONGSIDE_[A-Z_]+)`", text_of(ROOT / "docs/operations/settings.md")))
    code = "".join(text_of(path) for path in (ROOT / "alongside" / "config").glob("*.py"))
    assert set(re.findall(r'"(ALONGSIDE_[A-Z_]+)"', code)) == page


@documents()
def test_a_table_has_as_many_cells_in_every_row(page: Path) -> None:
    widths: list[int] = []
    for line in [*text_of(page).splitlines(), ""]:
        if not line.startswith("|"):
            assert len(set(widths)) <= 1, f"{page.name}: {line}"
            widths = []
            continue
        widths.append(line.replace(r"\|", "").count("|"))


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "adr").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


@documents()
def test_the_project_speaks_of_itself_only(page: Path) -> None:
    """No place of one machine, and nobody's working notes."""
    assert not re.search(r"/(?:work|tmp|home|root)/|\bprompt\b|\bTODO\b|\bissue #?\d", text_of(page))


def test_every_scope_of_a_token_is_in_the_guide() -> None:
    from alongside.vocabulary import TokenScope

    guide = text_of(ROOT / "docs/guide/programs.md")
    assert re.findall(r"^\| `([a-z_]+)` \|", guide, re.M) == [scope.value for scope in TokenScope]
