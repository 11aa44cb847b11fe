"""Which kind is each line of a mail: said, quoted, signature, footer or blank? One pass, each line known by its head alone."""

from dataclasses import dataclass, field

from alongside.interactions.said.attribution import header_kind, is_attribution, makes_a_block, opens_with_date
from alongside.interactions.said.marks import (
    BEGIN_FORWARD,
    CUT_MARK,
    DATE,
    DISCLAIMER,
    DISCLAIMS,
    FORWARDED,
    LINK,
    SENT_FROM,
    SHARED_LINE,
    STAMP_OF_LOTUS,
    STAMP_STARTS,
    STAMPED,
    VERB_LAST,
)

ATTRIBUTION_LINES = 4
"""Lines over which mail programs wrap one "On ... wrote:"."""

ATTRIBUTION_CHARACTERS = 400
"""Length of a whole wrapped attribution; beyond it a paragraph only happens to end in a colon."""

HEADER_BLOCK_LINES = 20
"""Lines of a quoted header block (From, Sent, To, Subject) with its wrapped recipients."""

HEADER_NAME_CHARACTERS = 28
"""Longest name of a quoted header line with its marks ("*Date d'envoi : ")."""

SEPARATOR_CHARACTERS = 120
"""Longest "---- Forwarded by Joe Kowalski/GARY on 05/02/2000 03:21 PM ----"."""

TORN_LINE_CHARACTERS = 14
"""Longest last line of an attribution that was torn off its name ("> wrote:")."""

LOTUS_NAME_CHARACTERS = 50
"""Longest line of a name above a date in Lotus Notes' header block."""

LOTUS_DATE_CHARACTERS = 24
"""Longest line that holds such a date alone."""

SHORTEST_RULE_CHARACTERS = 2
"""Fewest underscores of the rule above a mailing list's footer; most write forty, some programs cut them to two."""

BARE_DELIMITER_LINES = 15
"""Lines allowed after a bare "--"; with more the dashes were a rule inside the text. "-- " itself has no limit."""

SAID, QUOTED, SIGNATURE, FOOTER, BLANK = "n", "q", "s", "f", " "
LEFTOVER = "l"
"""Mode below a phone's stamp: unmarked text is the quoted mail, yet a later marker may end it."""


@dataclass
class Lines:
    """One pass over the lines; `kinds` names each line, `cut` a line shared by a reply and an attribution."""

    heads: list[str]
    raw: list[str]
    has_prompts_only: bool
    kinds: list[str] = field(default_factory=list)
    mode: str = SAID
    bar: str = ""
    cut: tuple[int, int] | None = None
    has_quotation: bool = False

    def run(self) -> None:
        heads, kinds = self.heads, self.kinds
        while len(kinds) < len(heads):
            at = len(kinds)
            head = heads[at]
            if not head:
                kinds.append(BLANK)
            elif head[0] == ">" or (self.bar and head.startswith(self.bar)):
                self._quoted_line(at, head)
            elif self._is_torn_off_quote(at) or self.mode == QUOTED:
                kinds.append(QUOTED)
            elif not (self._opens_quotation(at, head) or self._opens_stamp(at, head)):
                kinds.append(QUOTED if self.mode == LEFTOVER else self.mode)

    def _quoted_line(self, at: int, head: str) -> None:
        """A '>' line is quoted, unless it is mbox's ">From" or a ">>>" that no attribution leads up to."""
        is_escape = head.startswith(">From ") and (at == 0 or self.kinds[-1] != QUOTED)
        is_prompt = self.has_prompts_only and not self.has_quotation
        if (is_escape or is_prompt) and self.mode == SAID:
            self.kinds.append(SAID)
            return
        if self.mode in (SIGNATURE, LEFTOVER):
            self.mode = SAID
        if len(head) < TORN_LINE_CHARACTERS and VERB_LAST.search(head) and self._torn_attribution(at):
            return
        self.kinds.append(QUOTED)

    def _is_torn_off_quote(self, at: int) -> bool:
        """Tell the rest of a link that a mail program broke inside a quotation: no mark of its own, marked lines around it."""
        is_between = 0 < at < len(self.heads) - 1 and self.heads[at + 1][:1] == ">" == self.heads[at - 1][:1]
        above = self.heads[at - 1] if is_between else ""
        link = above.rfind("http")
        return link > 0 and above[link - 1] in "(<[" and not any(end in above[link:] for end in ")>] ")

    def _torn_attribution(self, at: int) -> bool:
        """Claim "On ... Joe", blank, "<", address, "> wrote:", as one mail program tears it."""
        for start in range(at - 1, max(-1, at - 6), -1):
            line = self.heads[start]
            if self.kinds[start] == SAID and opens_with_date(line):
                return self._attributed(start, at)
        return False

    # quotations

    def _opens_quotation(self, at: int, head: str) -> bool:
        first = head[0]
        if (head[-1] in ":：->" or head.endswith(("wrote", "écrit", "writes"))) and self._attribution(at, head):
            return True
        if first in "-_=*—–>" and len(head) < SEPARATOR_CHARACTERS and FORWARDED.search(head):
            return self._quote_block(at, at + 1)
        colon = head.find(":", 0, HEADER_NAME_CHARACTERS)
        if colon > 0:
            if header_kind(head, colon):
                end = self._header_block_end(at)
                if end:
                    return self._quote_block(at, end)
            if first in "BADIVPb" and BEGIN_FORWARD.match(head):
                return self._quote_block(at, at + 1)
        return False

    def _attribution(self, at: int, head: str) -> bool:
        last = head[-1]
        if last == "-":
            return head[0] == "-" and bool(VERB_LAST.search(head.rstrip("- "))) and self._attributed(at, at)
        if last == ">" and not head[0].isdigit():
            return False
        start = self._attribution_start(at, head)
        whole = " ".join(self.heads[start : at + 1])
        if len(whole) > ATTRIBUTION_CHARACTERS or not is_attribution(whole, leads_to_quote=self._leads_to_quote(at)):
            return False
        shared = SHARED_LINE.search(head) if "--" in head else None
        if shared:
            self.cut = (at, shared.start(1))
        return self._attributed(start, at)

    def _attributed(self, start: int, at: int) -> bool:
        self.kinds[start:] = [QUOTED] * (at + 1 - start)
        self._after_opening(at + 1, is_block=False)
        return True

    def _leads_to_quote(self, at: int) -> bool:
        following = self._next_filled(at + 1)
        return following is not None and self.heads[following][0] in ">|"

    def _attribution_start(self, at: int, head: str) -> int:
        """Where a wrapped attribution that ends on line `at` begins."""
        if opens_with_date(head):
            return at
        earliest = max(0, at - ATTRIBUTION_LINES + 1)
        for start in range(at - 1, earliest - 1, -1):
            line = self.heads[start]
            if not line or self.kinds[start] != SAID:
                break
            if opens_with_date(line) and not line.endswith((".", "?", "!")):
                return start
        if at and self.heads[at - 1] and self.kinds[at - 1] == SAID:
            before = self.heads[at - 1]
            is_torn = head[0] in "<(" or VERB_LAST.match(head) is not None
            if is_torn and (DATE.search(before) or len(head) < TORN_LINE_CHARACTERS):
                return at - 1
        return at

    def _header_block_end(self, at: int) -> int:
        """The line after a block of at least two header lines, or 0 when line `at` opens no quotation.

        A mail that opens with "To:" is a memo, unless Lotus Notes' line of name and date stands above.
        """
        kinds: list[str] = []
        has_address, strays, end = False, 0, at
        for i in range(at, min(len(self.heads), at + HEADER_BLOCK_LINES)):
            line = self.heads[i]
            if not line and kinds and not self._header_kind_at(self._next_filled(i)):
                break
            kind = self._header_kind_at(i)
            if kind:
                kinds.append(kind)
                end, strays = i + 1, 0
            elif line:
                strays += not any(mark in line for mark in "@,;/")
                if strays > 3 or kinds[-1] not in ("to", "copy", "from"):
                    break
            has_address = has_address or "@" in line or " at " in line
        if kinds[0] != "from" and not has_address and SAID not in self.kinds and self._lotus_lines(at) is None:
            return 0
        return end if makes_a_block(set(kinds), has_address=has_address, is_first=SAID not in self.kinds) else 0

    def _header_kind_at(self, at: int | None) -> str:
        if at is None:
            return ""
        colon = self.heads[at].find(":", 0, HEADER_NAME_CHARACTERS)
        return header_kind(self.heads[at], colon) if colon > 0 else ""

    def _quote_block(self, at: int, end: int) -> bool:
        self._claim_rule_above(at, QUOTED)
        self._claim_sender_above(at)
        self.kinds.extend(QUOTED if h else BLANK for h in self.heads[at:end])
        self._after_opening(end, is_block=True)
        return True

    def _claim_sender_above(self, at: int) -> None:
        first = self._lotus_lines(at)
        if first is not None:
            self.kinds[first:] = [QUOTED if h else BLANK for h in self.heads[first:at]]

    def _lotus_lines(self, at: int) -> int | None:
        """Where name and date begin that Lotus Notes writes above a block that starts with "To:"."""
        if not self.heads[at].startswith("To:"):
            return None
        above = [i for i in range(max(0, at - 6), at) if self.heads[i]][-3:]
        dated = next((i for i in above if STAMP_OF_LOTUS.search(self.heads[i])), None)
        if dated is None:
            return None
        is_date_alone = len(self.heads[dated]) < LOTUS_DATE_CHARACTERS and dated > 0
        has_name = is_date_alone and 0 < len(self.heads[dated - 1]) < LOTUS_NAME_CHARACTERS
        return dated - 1 if has_name else dated

    def _after_opening(self, at: int, *, is_block: bool) -> None:
        """What follows an attribution or header block: lines with a prefix, or quotation up to the end."""
        self.has_quotation = True
        following = self._next_filled(at)
        if following is None:
            self.mode = QUOTED
            return
        head = self.heads[following]
        if head[0] == ">" or CUT_MARK.match(head):
            self.mode = SAID
        elif head[0] in "|}%»" and not is_block:
            self.mode, self.bar = SAID, head[0]
        else:
            self.mode = QUOTED

    def _next_filled(self, at: int) -> int | None:
        for i in range(at, min(len(self.heads), at + 6)):
            if self.heads[i]:
                return i
        return None

    # signatures and footers

    def _opens_stamp(self, at: int, head: str) -> bool:
        first = head[0]
        if first in "-—–" and len(head) <= 2 and head in ("--", "—", "–"):
            return self._opens_signature(at, head)
        if first == "_" and len(head) >= SHORTEST_RULE_CHARACTERS and not head.strip("_") and self._is_list_footer(at):
            return self._stamp(at)
        if head.startswith(STAMP_STARTS) and SENT_FROM.match(LINK.sub("", head)):
            return self._stamp(at, then=LEFTOVER)
        if (at == 0 or not self.heads[at - 1] or self.heads[at - 1][0] in "-_=*—") and self._is_stamped(at, head):
            return self._stamp(at)
        return False

    def _opens_signature(self, at: int, head: str) -> bool:
        is_exact = self.raw[at].rstrip("\r") == "-- "
        if not is_exact and self._said_lines_after(at) > BARE_DELIMITER_LINES:
            return False
        self.mode = SIGNATURE
        self.kinds.append(SIGNATURE)
        return True

    def _said_lines_after(self, at: int) -> int:
        count = 0
        for i in range(at + 1, min(len(self.heads), at + 1 + 3 * BARE_DELIMITER_LINES)):
            head = self.heads[i]
            if head and (head[0] == ">" or head.endswith("wrote:") or count > BARE_DELIMITER_LINES):
                break
            count += bool(head)
        return count

    def _is_list_footer(self, at: int) -> bool:
        if self._header_kind_at(self._next_filled(at + 1)) == "from":
            return False  # Outlook's rule above a quoted mail whose subject speaks of a mailing list
        following = " ".join(self.heads[at + 1 : at + 6]).lower()
        return "mailing list" in following or "listinfo" in following or "unsubscribe" in following

    def _is_stamped(self, at: int, head: str) -> bool:
        if STAMPED.match(head):
            return True
        if not DISCLAIMER.match(head):
            return False
        return DISCLAIMS.search(" ".join(self.heads[at : at + 12])) is not None and SAID in self.kinds

    def _stamp(self, at: int, then: str = "") -> bool:
        """Mark the paragraph from `at` as footer; text straight below a phone's stamp is an unmarked quotation."""
        self._claim_rule_above(at, FOOTER)
        end = at + 1
        while not then and end < len(self.heads) and self.heads[end] and self.heads[end][0] != ">":
            end += 1
        self.kinds.extend([FOOTER] * (end - at))
        self.mode = then or SAID
        return True

    def _claim_rule_above(self, at: int, kind: str) -> None:
        i = at - 1
        while i >= 0 and i > at - 4 and not self.heads[i]:
            i -= 1
        if i >= 0 and len(self.heads[i]) >= 3 and not self.heads[i].strip("-_=*—–") and self.kinds[i] == SAID:
            self.kinds[i] = kind
