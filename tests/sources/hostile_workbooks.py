"""Workbooks made to break their reader, each packed here from its parts; none is a file of the real world."""

import io
import random
import zipfile
from collections.abc import Callable

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

HEAD = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>email</t></is></c></row>'
)
ANN = '<row r="2"><c r="A2" t="inlineStr"><is><t>Ann</t></is></c><c r="B2" t="inlineStr"><is><t>a@x.example</t></is></c></row>'


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    """The XML of a sheet with these rows."""
    return f'<?xml version="1.0"?><worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def packed(*sheets: str, names: tuple[str, ...] = (), state: str = "visible", **others: str | bytes) -> bytes:
    """A workbook of these sheets. `others` are further parts under xl/ by name ("sharedStrings")."""
    names = names or tuple(f"Sheet{n}" for n in range(1, len(sheets) + 1))
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{state}" r:id="r{n}"/>' for n, name in enumerate(names, start=1)
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    links += "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in ("sharedStrings", "styles")
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": content for n, content in enumerate(sheets, start=1)}
    parts |= {f"xl/{name}.xml": content for name, content in others.items()}
    return zipped(parts)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A packed file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def _noise(size: int) -> str:
    """Text that packs badly, the same each time."""
    return random.Random(size).randbytes(size // 2).hex()


def _number(value: str) -> str:
    return sheet(
        f'{HEAD}<row r="2"><c r="A2"><v>{value}</v></c><c r="B2" t="inlineStr"><is><t>a@x.example</t></is></c></row>'
    )


def _at(reference: str, row: str = "2") -> str:
    return sheet(f'{HEAD}{ANN}<row r="{row}"><c r="{reference}" t="inlineStr"><is><t>far</t></is></c></row>')


def _lies_about_its_size() -> bytes:
    """The directory says that the sheet has 100 bytes."""
    content = packed(sheet(HEAD + ANN + " " * 5_000_000))
    size = len(sheet(HEAD + ANN + " " * 5_000_000)).to_bytes(4, "little")
    return content.replace(size, (100).to_bytes(4, "little"))


def _one_text_a_million_times() -> bytes:
    shared = f'<sst xmlns="{_MAIN}"><si><t>name</t></si><si><t>email</t></si><si><t>{_noise(1_000_000)}</t></si></sst>'
    cells = '<c t="s"><v>2</v></c><c t="s"><v>2</v></c>'
    head = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    return packed(sheet(head + f"<row>{cells}</row>" * 20_000), sharedStrings=shared)


def _date(value: str) -> bytes:
    styles = f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    return packed(sheet(f'{HEAD}<row r="2"><c r="A2" s="1"><v>{value}</v></c></row>'), styles=styles)


MADE: dict[str, Callable[[], bytes]] = {
    "a cell in the last corner": lambda: packed(_at("XFD1048576", "1048576")),
    "a cell beyond the last corner": lambda: packed(_at("ZZZZZZZ99999999999", "99999999999")),
    "a cell without a place": lambda: packed(sheet(f'{HEAD}<row><c t="inlineStr"><is><t>x</t></is></c></row>')),
    "rows that go backwards": lambda: packed(sheet(ANN + HEAD)),
    "one long text a million times": _one_text_a_million_times,
    "a cell of many megabytes": lambda: packed(
        sheet(f'{HEAD}<row r="2"><c r="A2" t="inlineStr"><is><t>{_noise(12_000_000)}</t></is></c></row>')
    ),
    "many cells of one digit": lambda: packed(sheet(HEAD + "<row>" + "<c><v>1</v></c>" * 60_000 + "</row>")),
    "rows far below": lambda: packed(sheet(HEAD + "".join(f'<row r="{n}"/>' for n in range(2, 30_000)))),
    "zeros packed a thousand to one": lambda: packed(sheet(HEAD + ANN + " " * 150_000_000)),
    "a size that is a lie": _lies_about_its_size,
    "elements nested deep": lambda: packed(sheet(HEAD + ANN + "<a>" * 300_000)),
    "a very long attribute": lambda: packed(sheet(f'{HEAD}<row r="2" spans="{_noise(4_000_000)}"/>{ANN}')),
    "thirty thousand merged ranges": lambda: packed(
        sheet(HEAD + ANN, after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 30_000 + "</mergeCells>")
    ),
    "a stated size of everything": lambda: packed(sheet(HEAD + ANN, before='<dimension ref="A1:XFD1048576"/>')),
    "five hundred sheets": lambda: packed(*[sheet(HEAD + ANN)] * 500),
    "a sheet named with controls": lambda: packed(sheet(HEAD + ANN), names=("a&#10;b&#x202e;c" * 50,)),
    "another character set": lambda: packed(sheet(HEAD + ANN).encode("utf-16")),  # type: ignore[arg-type]
    "an entity in another part": lambda: packed(sheet(HEAD + ANN), styles='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "a number that is none": lambda: packed(_number("nan")),
    "a number out of all bounds": lambda: packed(_number("1e999")),
    "a day out of all bounds": lambda: _date("1e300"),
    "a day before all days": lambda: _date("-5"),
    "no sheet": lambda: packed(),
    "sheets that are not there": lambda: packed(names=("gone",)),
    "a text that is not there": lambda: packed(sheet(f'{HEAD}<row r="2"><c r="A2" t="s"><v>99999999999</v></c></row>')),
    "half a file": lambda: packed(sheet(HEAD + ANN))[:700],
    "another packed file": lambda: zipped({"word/document.xml": "<w/>"}),
    "a locked workbook": lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 5000,
}
