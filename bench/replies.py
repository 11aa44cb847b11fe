"""How well are the writer's words told apart from quotations and signatures? Prints the measured table.

Reads the shared data folder replies/ (ALONGSIDE_SHARED_DATA, else ../shared/data beside the repository). A third of the
data, chosen by a hash of the name, is held out: the rules were tuned on the other two thirds.
"""

import hashlib
import json
import os
import re
import sys
import tarfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alongside.interactions.said import separate, visible

Visible = Callable[[str], str]
HELD_OUT_ONE_IN = 3
MARK = "#sig#"
HEADER_BLOCK = re.compile(r"\s*(?:-+ ?(?:original message|message d.origine|begin pgp)|from: |de ?: )", re.I)


def replies_folder() -> Path:
    """The folder of reply data, whether or not it is there."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    return Path(os.environ.get("ALONGSIDE_SHARED_DATA", beside)) / "replies"


def is_held_out(name: str) -> bool:
    """One in three, fixed by the name alone."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % HELD_OUT_ONE_IN == 0


def reply_cases() -> list[dict[str, str]]:
    """Bodies with the visible text expected by the test suites of four reply parsers."""
    return list(json.loads((replies_folder() / "reply_cases.json").read_text()))


def case_name(case: dict[str, str]) -> str:
    return case["src"] + case["name"]


def is_right(case: dict[str, str], read: Visible) -> bool:
    """Exact visible text, white space aside; the contains cases ask for a part only."""
    got, expected = (" ".join(s.split()) for s in (read(case["body"]), case["expected"]))
    if case["mode"] == "equal":
        return got == expected
    return (expected in got) == (case["mode"] == "contains")


@dataclass
class Lines:
    """Counts over labelled lines: own kept, quoted and attribution leaked, and messages without any mistake.

    `own_above` and `kept_above` leave out what stands below a quoted header block: there the labels call lines of a
    whole quoted mail "own", because its parent message was not in the archive.
    """

    own: int = 0
    kept: int = 0
    own_above: int = 0
    kept_above: int = 0
    quoted: int = 0
    quoted_leaked: int = 0
    attributions: int = 0
    attributions_leaked: int = 0
    messages: int = 0
    exact: int = 0

    def line(self) -> str:
        return (
            f"exact {share(self.exact, self.messages)}  own kept {share(self.kept, self.own)}  "
            f"above header blocks {share(self.kept_above, self.own_above)}  "
            f"quoted leaked {share(self.quoted_leaked, self.quoted)}  "
            f"attribution leaked {share(self.attributions_leaked, self.attributions)}"
        )


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def list_replies() -> list[dict[str, str]]:
    """Real mailing-list replies with a letter a line: N own, Q quoted, A attribution; others are not counted."""
    return list(json.loads((replies_folder() / "list_replies.json").read_text()))


def mistakes(reply: dict[str, str], read: Visible) -> list[tuple[str, str]]:
    """The lines told apart wrongly, as (label, line)."""
    shown = {line.strip() for line in read(reply["body"]).split("\n")}
    labelled = [(label, line.strip()) for label, line in zip(reply["lab"], reply["body"].split("\n"), strict=True)]
    own = {line for label, line in labelled if label == "N"}
    lost = [(label, line) for label, line in labelled if label == "N" and line not in shown]
    leaked = [(label, line) for label, line in labelled if label in "QA" and line in shown and line and line not in own]
    return lost + leaked


def above_header_block(reply: dict[str, str], wrong: list[tuple[str, str]]) -> tuple[int, int]:
    """Own lines kept, and own lines, above the first line that looks like a quoted header block or armour."""
    lines = reply["body"].split("\n")
    end = next((i for i, line in enumerate(lines) if HEADER_BLOCK.match(line)), len(lines))
    own = [line.strip() for label, line in zip(reply["lab"][:end], lines[:end], strict=True) if label == "N"]
    lost = {line for label, line in wrong if label == "N"}
    return sum(line not in lost for line in own), len(own)


def measure_list(replies: Iterable[dict[str, str]], read: Visible) -> Lines:
    """Count over all replies."""
    found = Lines()
    for reply in replies:
        wrong = mistakes(reply, read)
        found.own += reply["lab"].count("N")
        found.quoted += reply["lab"].count("Q")
        found.attributions += reply["lab"].count("A")
        found.kept += reply["lab"].count("N") - sum(label == "N" for label, _ in wrong)
        found.quoted_leaked += sum(label == "Q" for label, _ in wrong)
        found.attributions_leaked += sum(label == "A" for label, _ in wrong)
        kept_above, own_above = above_header_block(reply, wrong)
        found.kept_above, found.own_above = found.kept_above + kept_above, found.own_above + own_above
        found.messages += 1
        found.exact += not wrong
    return found


@dataclass(frozen=True)
class Signed:
    """A mail whose signature lines are marked, and the name of its sender."""

    name: str
    lines: tuple[str, ...]
    signed: frozenset[int]
    sender: str


def signed_mails() -> list[Signed]:
    """Real mails with signature lines marked by hand."""
    files: dict[str, str] = {}
    with tarfile.open(replies_folder() / "signatures.tar.gz") as archive:
        for member in archive:
            if (content := archive.extractfile(member)) is not None:
                files[member.name] = content.read().decode("utf-8", "replace")
    mails = []
    for name in sorted(n for n in files if n.endswith("_body")):
        lines = files[name].replace("\r\n", "\n").split("\n")
        signed = frozenset(i for i, line in enumerate(lines) if line.startswith(MARK))
        sender = files.get(name[: -len("body")] + "sender", "").strip()
        mails.append(Signed("/".join(name.split("/")[-2:]), tuple(x.removeprefix(MARK) for x in lines), signed, sender))
    return mails


def signature_lines(mail: Signed, *, with_sender: bool) -> frozenset[int]:
    """The lines that separate() calls signature."""
    span = separate("\n".join(mail.lines), sender=mail.sender if with_sender else "").signature
    found, offset = set(), 0
    for i, line in enumerate(mail.lines):
        if span and line.strip() and offset < span[1] and offset + len(line) > span[0]:
            found.add(i)
        offset += len(line) + 1
    return frozenset(found)


def measure_signatures(mails: Iterable[Signed], *, with_sender: bool) -> tuple[float, float, float, float]:
    """Precision, recall and F1 over lines, and the share of mails without a mistake."""
    right = called = marked = exact = total = 0
    for mail in mails:
        found = signature_lines(mail, with_sender=with_sender)
        right, called, marked = right + len(found & mail.signed), called + len(found), marked + len(mail.signed)
        exact, total = exact + (found == mail.signed), total + 1
    precision, recall = right / max(1, called), right / max(1, marked)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall), exact / max(1, total)


def peer() -> Visible | None:
    """mail-parser-reply for comparison, when somebody has installed it."""
    try:
        from mailparser_reply import EmailReplyParser
    except ImportError:
        return None
    languages = ["en", "de", "fr", "es", "it", "nl", "pl", "sv"]
    return lambda text: EmailReplyParser(languages=languages).parse_reply(text=text) or ""


def main() -> None:
    if not replies_folder().exists():
        print(f"No reply data at {replies_folder()}; set ALONGSIDE_SHARED_DATA.")
        return
    readers = {"alongside": visible} | ({"mail-parser-reply": found} if (found := peer()) else {})
    cases, replies, mails = reply_cases(), list_replies(), signed_mails()
    for title, wanted in (("tune", (False,)), ("held out", (True,)), ("all", (False, True))):
        print(f"== {title}")
        for who, read in readers.items():
            chosen = [c for c in cases if is_held_out(case_name(c)) in wanted]
            print(f"{who:18} reply cases exact {share(sum(is_right(c, read) for c in chosen), len(chosen))}")
            print(f"{who:18} list {measure_list((r for r in replies if is_held_out(r['id']) in wanted), read).line()}")
        for with_sender in (False, True):
            chosen_mails = [m for m in mails if is_held_out(m.name) in wanted]
            p, r, f1, exact = measure_signatures(chosen_mails, with_sender=with_sender)
            knows = "sender known" if with_sender else "text only"
            print(f"signatures ({knows}) line F1 {f1:.3f} (P {p:.3f} R {r:.3f})  exact {exact:.3f}")
    bodies = [r["body"] for r in replies]
    began = time.perf_counter()
    for body in bodies:
        separate(body)
    took = time.perf_counter() - began
    print(f"speed: {len(bodies) / took:,.0f} list replies/s, mean {sum(map(len, bodies)) // len(bodies)} characters")


if __name__ == "__main__":
    main()
