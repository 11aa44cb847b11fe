"""Which part of a mail did its writer say, and which part is quotation, signature or footer?

Reads line by line, once, and looks at the head of each line only, so that a hostile body costs no more than its length.
Nothing is removed: all answers are offsets into the text as given. It does not decide what the words mean, who the
writer is, or whether a person wrote at all (automatic.py does the last).
"""

from dataclasses import dataclass, replace

from alongside.interactions.said.lines import BLANK, FOOTER, QUOTED, SAID, SIGNATURE, Lines
from alongside.interactions.said.marks import SHALLOW_QUOTE
from alongside.interactions.sign_off import SIGN_OFF_WINDOW_LINES, sign_off_start

__all__ = ["Parts", "Span", "separate", "visible"]

Span = tuple[int, int]

LOOKED_AT_CHARACTERS = 500
"""Characters of a line that are read at all; no attribution or header line seen in real mail was longer."""


@dataclass(frozen=True)
class Parts:
    """Offsets of the parts of one mail, in order of appearance.

    A sign-off typed by hand ("Thanks,\\nJoe") lies in `said`, where its reader expects it, and in `signature` as well;
    a signature behind "-- " lies in `signature` only. `message` is what is said without any sign-off.
    """

    said: tuple[Span, ...]
    quoted: tuple[Span, ...]
    signature: Span | None
    footer: tuple[Span, ...]

    @property
    def message(self) -> tuple[Span, ...]:
        """The spans of `said` without the signature: what is worth reading for requests and promises."""
        if self.signature is None:
            return self.said
        low, high = self.signature
        pieces = [p for a, b in self.said for p in ((a, min(b, low)), (max(a, high), b))]
        return tuple((a, b) for a, b in pieces if a < b)


def separate(text: str, *, sender: str = "") -> Parts:
    """Tell apart what the writer said, quoted, signed with and what was stamped below.

    `sender` is the writer's name when known ("Joe Kowalski"); it helps to see a bare first name as a signature.
    Linear in the length of the text, whatever it holds. Never raises.
    """
    raw_lines = text.split("\n")
    heads = [line[:LOOKED_AT_CHARACTERS].strip() for line in raw_lines]
    reading = Lines(heads, raw_lines, has_prompts_only=SHALLOW_QUOTE.search(text) is None)
    reading.run()
    return _parts(raw_lines, reading, sender)


def visible(text: str) -> str:
    """Join what the writer said as a reader expects it: without quotations, footers and "-- " signatures, trimmed."""
    return "\n\n".join(text[start:end] for start, end in separate(text).said).strip()


@dataclass(frozen=True)
class _Run:
    """Neighbouring lines of one kind, blank lines between them included."""

    kind: str
    first: int
    last: int
    start: int
    end: int


def _parts(raw: list[str], reading: Lines, sender: str) -> Parts:
    runs = _with_one_signature(_runs(raw, reading))
    spans = {kind: tuple((r.start, r.end) for r in runs if r.kind == kind) for kind in (SAID, QUOTED, FOOTER)}
    signature = _signature(raw, reading.heads, runs, sender)
    return Parts(said=spans[SAID], quoted=spans[QUOTED], signature=signature, footer=spans[FOOTER])


def _runs(raw: list[str], reading: Lines) -> list[_Run]:
    runs: list[_Run] = []
    offset = first = start = end = last = 0
    open_kind = ""
    for i, (line, kind) in enumerate(zip(raw, reading.kinds, strict=True)):
        if kind != BLANK:
            if kind != open_kind:
                if open_kind:
                    runs.append(_Run(open_kind, first, last, start, end))
                open_kind, first, start = kind, i, offset
            last, end = i, offset + len(line)
            if reading.cut and reading.cut[0] == i:
                start = offset + reading.cut[1]
                runs.append(_Run(SAID, i, i, offset, start))
        offset += len(line) + 1
    if open_kind:
        runs.append(_Run(open_kind, first, last, start, end))
    return runs


def _with_one_signature(runs: list[_Run]) -> list[_Run]:
    """The first "-- " block is the writer's; a later one was stamped below, by a list for example."""
    marked = [i for i, run in enumerate(runs) if run.kind == SIGNATURE]
    return [replace(run, kind=FOOTER) if i in marked[1:] else run for i, run in enumerate(runs)]


def _signature(raw: list[str], heads: list[str], runs: list[_Run], sender: str) -> Span | None:
    """The block behind "-- " with the sign-off right above it, else the sign-off that ends the last words said."""
    marked = next((i for i, r in enumerate(runs) if r.kind == SIGNATURE), None)
    if marked is not None:
        above = _sign_off(raw, heads, runs[marked - 1], sender) if marked and runs[marked - 1].kind == SAID else None
        return (above or runs[marked].start, runs[marked].end)
    for run in reversed([r for r in runs if r.kind == SAID][-3:]):
        start = _sign_off(raw, heads, run, sender)
        if start is not None:
            return (start, run.end)
    return None


def _sign_off(raw: list[str], heads: list[str], run: _Run, sender: str) -> int | None:
    """The offset where the sign-off at the end of a run begins."""
    low = max(run.first, run.last - SIGN_OFF_WINDOW_LINES + 1)
    begin = sign_off_start(heads[low : run.last + 1], sender=sender)
    if begin is None:
        return None
    return run.end - sum(len(line) + 1 for line in raw[low + begin : run.last + 1]) + 1
