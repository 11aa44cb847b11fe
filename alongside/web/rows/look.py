"""What does the page before an import show of each table, and what do a person's choices there say of how it is read?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.intake.look import in_all
from alongside.judgement.words import count, joined
from alongside.sources.columns import TABLES
from alongside.sources.columns.called import called
from alongside.sources.readings import OUT, OWN, Reading, Readings
from alongside.web.templatetags.words import figure, sentence

OUTCOMES = {
    "new": "new",
    "changed": "changed",
    "known": "known already",
    "doubtful": "doubtful",
    "refused": "refused",
}
"""What would become of rows, in the order and words of the page; what is doubtful is new or changed, too."""

EXPLAINED = {
    "changed": "Something that is known, said otherwise. The newer word holds; the older stays as history.",
    "doubtful": "They come in as they are. Nothing is joined by a guess: you are asked afterwards.",
    "refused": "Everything else comes in. You can download these rows to mend them.",
}
"""What is said above examples of an outcome."""

KINDS_OF_FILE = {
    "mbox": ("mailbox", "mailboxes", "mail"),
    "maildir": ("mail folder", "mail folders", "mail"),
    "eml": ("single mail", "single mails", ""),
    "msg": ("single mail of Outlook", "single mails of Outlook", ""),
    "ics": ("calendar", "calendars", "meeting"),
    "vcard": ("file of contact cards", "files of contact cards", "contact card"),
}
"""What is said of files that are no tables: one, many, and what they hold."""


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ColumnShown:
    name: str
    heading: str
    samples: Sequence[str]
    options: Sequence[Option]
    is_left_out: bool


@dataclass(frozen=True, slots=True)
class Examples:
    outcome: str
    label: str
    explained: str
    rows: Sequence[Mapping[str, Any]]
    beyond: int


@dataclass(frozen=True, slots=True)
class TableShown:
    """A table on the page. `prefix` begins the names of its fields in the form."""

    prefix: str
    table: Mapping[str, Any]
    kinds: Sequence[Option]
    columns: Sequence[ColumnShown]
    counts: Sequence[tuple[str, str, int]]
    examples: Sequence[Examples]
    either: Sequence[Option]
    missing: str
    left_out: int


def tables_shown(seen: Mapping[str, Any], readings: Readings) -> list[TableShown]:
    """Give every table of a look as the page shows it."""
    return [_table(f"t{n}", table, readings) for n, table in enumerate(seen.get("tables", []))]


def _table(prefix: str, table: Mapping[str, Any], readings: Readings) -> TableShown:
    kinds = [Option("", "choose which", not table["table"])] if not table["table"] else []
    kinds += [Option(each.name, each.name, each.name == table["table"]) for each in TABLES]
    columns = [_column(f"{prefix}-c{n}", column, table["table"]) for n, column in enumerate(table["columns"])]
    return TableShown(
        prefix=prefix,
        table=table,
        kinds=kinds,
        columns=columns,
        counts=[(name, label, table["counts"][name]) for name, label in OUTCOMES.items() if table["counts"][name]],
        examples=[_examples(name, table) for name in EXPLAINED if table["examples"].get(name)],
        either=_either(table, readings.get(table["fingerprint"])),
        missing=_missing(table["missing"]),
        left_out=sum(column.is_left_out for column in columns),
    )


def _column(name: str, column: Mapping[str, Any], kind: str) -> ColumnShown:
    fields = next((list(each.headings) for each in TABLES if each.name == kind), [])
    options = [
        Option(OUT, "leave out", column["field"] == OUT),
        Option(OWN, "a field of its own", column["field"] == OWN),
    ]
    options += [Option(each, called(each), column["field"] == each) for each in fields]
    return ColumnShown(name, column["heading"], column["samples"], options, column["field"] == OUT)


def _examples(outcome: str, table: Mapping[str, Any]) -> Examples:
    rows = table["examples"][outcome]
    beyond = table["counts"][outcome] - len(rows)
    return Examples(outcome, OUTCOMES[outcome], EXPLAINED[outcome], rows, beyond)


def _either(table: Mapping[str, Any], said: Reading | None) -> list[Option]:
    """Offer both ways to read a value that can be read in two."""
    one, other = table["either"]
    if table["asks"] == "dates":
        chosen = said.days_first if said else None
        return [Option("day", _day(one), chosen is True), Option("month", _day(other), chosen is False)]
    if table["asks"] == "numbers":
        chosen = said.decimal_comma if said else None
        comma_first = "," in table["example"]
        values = ("comma", "point") if comma_first else ("point", "comma")
        words = (f"{one} (decimals)", f"{int(other):,} (thousands)" if other.isdigit() else other)
        return [Option(v, w, chosen is (v == "comma")) for v, w in zip(values, words, strict=True)]
    return []


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"


def _missing(groups: Sequence[Sequence[str]]) -> str:
    return joined([" or ".join(called(each) for each in group) for group in groups])


def others_shown(seen: Mapping[str, Any]) -> list[str]:
    """Say what there is beside the tables, and honestly what was not looked through."""
    said = []
    for each in seen.get("others", []):
        one, many, what = KINDS_OF_FILE.get(each["kind"], ("file", "files", ""))
        line = sentence(count(each["files"], one, many))
        if what and each["items"] is not None:
            line += f", about {figure(each['items'])} {what if each['items'] == 1 else what + 's'}"
        elif what:
            line += ", not looked through"
        said.append(f"{line} ({', '.join(each['names'])}{' and others' if each['files'] > len(each['names']) else ''})")
    return said


def begin_words(seen: Mapping[str, Any]) -> str:
    """Say what would come in: "Bring in 1,204 rows"."""
    counts = in_all(seen)
    coming = counts["new"] + counts["changed"]
    if coming:
        return f"Bring in {figure(coming)} {'row' if coming == 1 else 'rows'}"
    return "Bring in the rest" if seen.get("others") else "Bring it in"


def readings_in(said: Mapping[str, str], seen: Mapping[str, Any], held: Readings) -> dict[str, Reading]:
    """Read a person's choices off the form, by the fingerprint of the headings that they are for."""
    found = {}
    for n, table in enumerate(seen.get("tables", [])):
        prefix = f"t{n}"
        kind = said.get(f"{prefix}-kind", "")
        if kind not in {each.name for each in TABLES}:
            continue
        if table["table"]:
            found[table["fingerprint"]] = _reading(prefix, kind, said, table, held.get(table["fingerprint"]))
        elif line := next((each for each in table["top"] if str(each[0]) == said.get(f"{prefix}-top", "")), None):
            found[line[1]] = Reading(kind)
    return found


def _reading(
    prefix: str, kind: str, said: Mapping[str, str], table: Mapping[str, Any], held: Reading | None
) -> Reading:
    """Read the choices for one table. Of another kind than it was seen as, its columns are recognised anew."""
    columns = {}
    if kind == table["table"]:
        keeps_others = said.get("say") == f"own-{prefix}"
        for n, column in enumerate(table["columns"]):
            chosen = said.get(f"{prefix}-c{n}", column["field"])
            columns[column["key"]] = OWN if keeps_others and chosen == OUT else chosen
    days = {"day": True, "month": False}.get(said.get(f"{prefix}-days", ""), held.days_first if held else None)
    comma = {"comma": True, "point": False}.get(said.get(f"{prefix}-numbers", ""), held.decimal_comma if held else None)
    return Reading(kind, columns, days, comma)
