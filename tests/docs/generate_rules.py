"""Writes the manual of the rules, docs/rules/, from the specification: run `python -m tests.docs.generate_rules`.

A page has what the rule is about, each sentence of its specification with the diary that shows it, and the thresholds
with their units and sources. Nothing is written by hand, so nothing on these pages can be out of date.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "tests" / "spec"
JUDGEMENT = ROOT / "alongside" / "judgement"
MANUAL = ROOT / "docs" / "rules"

PAGES: dict[str, tuple[str, ...]] = {
    "level": ("level", "ladder", "award"),
    "route": ("route",),
    "history": ("history",),
    "five_rules": ("rules/__init__",),
    "build_rapport": ("rules/build_rapport",),
    "learn_their_business": ("rules/learn_their_business",),
    "know_their_needs": ("rules/know_their_needs",),
    "offer_suggestions": ("rules/offer_suggestions",),
    "be_there": ("rules/be_there",),
    "tie": ("tie", "exchange"),
    "presence": ("presence",),
    "responsiveness": ("responsiveness", "waits"),
    "unanswered": ("unanswered",),
    "promises": ("promises",),
    "settling": ("settling",),
    "handover": ("handover",),
    "off_track": ("off_track",),
    "case_brief": ("case_brief",),
    "fixing": ("fixing",),
    "abreast": ("abreast",),
    "questions": ("questions",),
    "plan": ("plan",),
    "published": ("published",),
    "alike": ("alike",),
    "balance": ("balance", "currency"),
    "advocacy": ("advocacy", "fought_for"),
    "coverage": ("coverage",),
    "roles": ("roles",),
    "proportion": ("proportion",),
    "check_values": (),
    "judge": ("judge",),
}
"""The pages in reading order: a specification tests/spec/test_<page>.py, and the files that hold the rule."""

HEADER = "<!-- Written by tests/docs/generate_rules.py from the specification; changes here are lost. -->\n"


@dataclass(frozen=True)
class Sentence:
    """What one test says, and the diary that shows it."""

    text: str
    diary: str


@dataclass(frozen=True)
class Threshold:
    """A named constant of a rule with its value as written and its docstring."""

    name: str
    value: str
    meaning: str


def pages() -> dict[str, str]:
    """Write every page: file name and text."""
    written = {f"{page}.md": _page(page, sources) for page, sources in PAGES.items()}
    return {"README.md": _index(), **written}


def _page(page: str, sources: tuple[str, ...]) -> str:
    spec = ast.parse((SPEC / f"test_{page}.py").read_text(encoding="utf-8"))
    parts = [HEADER, f"# {_title(page)}\n", cleandoc(ast.get_docstring(spec) or "") + "\n"]
    for source in sources:
        about = cleandoc(ast.get_docstring(_module(source)) or "")
        parts.append(f"*In `alongside/judgement/{source}.py`:* {about}\n")
    parts.append("## What it does\n")
    parts += [_sentence(sentence) for sentence in _sentences(spec)]
    thresholds = [t for source in sources for t in _thresholds(_module(source))]
    if thresholds:
        parts.append("## What it reckons with\n")
        parts += ["| name | value | meaning |", "|---|---|---|"]
        parts += [f"| `{t.name}` | {t.value} | {t.meaning} |" for t in thresholds]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _index() -> str:
    parts = [
        HEADER,
        "# The rules\n",
        "How Alongside judges: each page is the specification of one rule, as the test suite runs it.\n",
    ]
    for page in PAGES:
        doc = ast.get_docstring(ast.parse((SPEC / f"test_{page}.py").read_text(encoding="utf-8"))) or ""
        parts.append(f"- [{_title(page)}]({page}.md): {doc.splitlines()[0]}")
    return "\n".join(parts) + "\n"


def _title(page: str) -> str:
    return page.replace("_", " ").capitalize()


def _module(source: str) -> ast.Module:
    return ast.parse((JUDGEMENT / f"{source}.py").read_text(encoding="utf-8"))


def _sentences(spec: ast.Module) -> Iterator[Sentence]:
    for node in spec.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            text = node.name.removeprefix("test_").replace("_", " ")
            yield Sentence(text[0].upper() + text[1:] + ".", cleandoc(ast.get_docstring(node) or ""))


def _sentence(sentence: Sentence) -> str:
    if not sentence.diary:
        return f"**{sentence.text}**\n"
    return f"**{sentence.text}**\n\n```text\n{sentence.diary}\n```\n"


def _thresholds(module: ast.Module) -> Iterator[Threshold]:
    for node, after in zip(module.body, module.body[1:], strict=False):
        doc = after.value if isinstance(after, ast.Expr) else None
        if (
            isinstance(doc, ast.Constant)
            and isinstance(doc.value, str)
            and isinstance(node, ast.Assign | ast.AnnAssign)
        ):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            name = ast.unparse(target).strip("()")
            if name.replace(",", "").replace(" ", "").replace("_", "").isupper() and node.value is not None:
                yield Threshold(name, _value(node.value), " ".join(doc.value.split()))


def _value(value: ast.expr) -> str:
    written = re.sub(r"\b(?:[A-Z][A-Za-z]+)\.([A-Z_]+)\b", lambda m: m[1].lower().replace("_", " "), ast.unparse(value))
    return written.strip("{}()").replace("|", "\\|") if len(written) < 400 else "see the file"


def main() -> int:
    """Write the pages to docs/rules, and take away those whose rule is gone."""
    MANUAL.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in MANUAL.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (MANUAL / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
