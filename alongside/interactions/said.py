"""Which part of a mail did its writer say, and which part is quotation, signature or footer?

Reads line by line, once, and looks at the head of each line only, so that a hostile body costs no more than its length.
Nothing is removed: all answers are offsets into the text as given. It does not decide what the words mean, who the
writer is, or whether a person wrote at all (automatic.py does the last).
"""

import re
from dataclasses import dataclass, field, replace

from alongside.interactions.signature import SIGN_OFF_WINDOW_LINES, sign_off_start

Span = tuple[int, int]

LOOKED_AT_CHARACTERS = 500
"""Characters of a line that are read at all; no attribution or header line seen in real mail was longer."""

ATTRIBUTION_LINES = 4
"""Lines over which mail programs wrap one "On ... wrote:"."""

ATTRIBUTION_CHARACTERS = 400
"""Length of a whole wrapped attribution; beyond it a paragraph only happens to end in a colon."""

SHORT_ATTRIBUTION_CHARACTERS = 250
"""Length of an attribution that is known by an address alone, without an opening word such as "On"."""

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
    reading = _Reading(heads, raw_lines, has_prompts_only=_SHALLOW_QUOTE.search(text) is None)
    reading.run()
    return _parts(raw_lines, reading, sender)


def visible(text: str) -> str:
    """Join what the writer said as a reader expects it: without quotations, footers and "-- " signatures, trimmed."""
    return "\n\n".join(text[start:end] for start, end in separate(text).said).strip()


# --- the phrases of mail programs -----------------------------------------------------------------------------------

_HEADERS: dict[str, str] = {
    word: kind
    for kind, words in {
        "from": "from|von|de|da|van|od|från|fra|mittente|afzender|nadawca|от|remitente|expéditeur|lähettäjä",
        "sent": "sent|date|gesendet|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviado em|enviada em|fecha"
        "|inviato|data|verzonden|wysłano|wysłane|skickat|sendt|dato|отправлено|дата|lähetetty",
        "to": "to|an|à|para|a|aan|do|till|til|кому",
        "copy": "cc|kopie|bcc|cci|dw|kopia|копия|copie à",
        "subject": "subject|betreff|objet|asunto|oggetto|onderwerp|assunto|temat|ämne|emne|тема|aihe",
        "other": "reply-to|organization|organisation|importance|wichtigkeit|importancia|priority|attachments|anlagen"
        "|newsgroups|message-id|x-mailer|resent-from|répondre à",
    }.items()
    for word in words.split("|")
}

_VERB = (
    r"(?:wrote|writes|written|said|says|spake|schrieb|écrit|ecrit|escribió|escribio|scritto|scrive|escreveu"
    r"|geschreven"
    r"|schreef|napisał(?:\(a\)|a)?|napisana|pisze|skrev|kirjoitti|написала?|пишет|viết|写道|작성|yazdı|�{1,2}crit"
    r"|escribi�{1,2}|quoting)"
)
_VERB_INSIDE = re.compile(rf"(?<!\w){_VERB}(?!\w)", re.I)
_VERB_BEFORE_NAME = re.compile(r"(?<!\w)(?:schrieb|schreef|skrev|napisana)\s", re.I)
_OF_ONESELF = re.compile(r"\bI (?:wrote|said)|(?:schrieb ich|schreef ik|skrev jag)\b", re.I)
_VERB_LAST = re.compile(rf"(?<!\w){_VERB}\s*[:：]?$", re.I)
_OPENER = re.compile(
    r"\W{0,3}(?:On|At|In|Am|Le|El|Il|Em|Op|No dia|Dnia|W dniu|Wiadomość|Den|På|Vào|Quoting|\d{1,4}[-/. :]"
    r"|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)[a-zé]{0,6}[,. ])",
    re.I,
)
_DATE = re.compile(
    r"\d[:.h]\d\d|(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d|"
    r"\d{1,2}(?:st|nd|rd|th|\.|er)? (?:de )?[A-Za-zéûäç]{3,10}|[A-Z][a-z]{2,8}\.? \d"
)
_ADDRESS = re.compile(
    r"[<(\[]\s?(?:mailto:)?[^<>\s@]{1,64}(?:@|\s?<?at>?\s)[^<>\s]{1,100}\s?[>)\]]|\S@\S+\.\w|&lt;\S+@"
)
_SHARED_LINE = re.compile(r"\S(-{2,}\s?On\s.{6,200}\bwrote:)$")

_CUT_MARK = re.compile(
    r"[\[(<{*]{0,2}\s?(?:\.{3}|…|snip|cut|trimmed|deleted|schnipp)\b.{0,60}$|[\[(<]\s?(?:\.{3}|…)\s?[\])>]$", re.I
)
_STAMP_OF_LOTUS = re.compile(r"\d\d?/\d\d?/\d{2,4} \d\d?:\d\d(?::\d\d)? ?[AP]M\W*$", re.I)
_SHALLOW_QUOTE = re.compile(r"^[ \t]*>(?!>>)", re.M)

_FORWARDED = re.compile(
    r"original (?:message|appointment)|(?:reply|forwarded|quoted) message|forwarded by|original[- ]?nachricht"
    r"|(?:ursprüngliche|weitergeleitete) nachricht|message (?:d.origine|original|transféré)|mensaje (?:original"
    r"|reenviado)"
    r"|messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada)|(?:oorspronkelijk|doorgestuurd"
    r"|origineel) bericht"
    r"|(?:oryginalna|przekazana|przekazywana) wiadomość|wiadomość (?:oryginalna|przekazana)|ursprungligt meddelande"
    r"|original ?meddelande|vidarebefordrat (?:meddelande|brev)|исходное сообщение|пересылаемое сообщение",
    re.I,
)
_BEGIN_FORWARD = re.compile(
    r"(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:transféré"
    r"|réexpédié)"
    r"|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:encaminhada|reenviada)"
    r"|begin doorgestuurd bericht|początek przekazywanej wiadomości|vidarebefordrat brev)\s?:",
    re.I,
)
_STAMP_STARTS = (
    *("Sent ", "sent ", "*Sent ", "[Sent", "Get ", "Gesendet", "Von mein", "Holen Sie", "Env", "Télécharge", "Obten"),
    *("Inviato", "Scarica", "Verzonden", "Verstuurd", "Skickat", "Sendt", "Wysłan"),
)
"""How lines that a phone stamps below a mail begin; only these are compared with _SENT_FROM."""
_SENT_FROM = re.compile(
    r"\W{0,2}(?:sent (?:from|via|with|by|using)|gesendet (?:von|mit)|envoyée? (?:de|depuis|à partir)"
    r"|enviad[oa] (?:desde|do|de|da|a partir|por|via)|inviato (?:da|dal|con)|ver(?:zonden|stuurd) (?:vanaf|van"
    r"|vanuit|met|via)"
    r"|skickat från|wysłan[oey] (?:z|za)|sendt fra|get outlook for|holen sie sich outlook|télécharge[rz] outlook"
    r"|scarica outlook"
    r"|obtener outlook|obtenha o outlook)\b(?:[^,;:?!]{1,60}\.?|[^;:?!.]{1,60}(?:phone|tablet|device|network))$"
    r"|von meinem .{2,30} gesendet\W?$",
    re.I,
)
_LINK = re.compile(r"\s*[<(\[]?(?:https?:|www\.|mailto:)[^\s>]{1,300}[>)\]]?")
_STAMPED = re.compile(
    r"(?:you (?:are receiving|received|are subscribed)|to unsubscribe|unsubscribe[: ]|reply to this email directly"
    r"|to post to this|to view this discussion|for more options, visit|no virus found|checked by avg"
    r"|this (?:e-?mail|message) (?:has been|was) "
    r"(?:scanned|checked)|scanned by|virus-free|do you yahoo|yahoo! groups|mailing list$|-----begin pgp signature"
    r"|-----begin pgp signed)",
    re.I,
)
_DISCLAIMER = re.compile(
    r"[\W_]{0,4}(?:(?:this|the|any) (?:e-?mail|message|communication|transmission|electronic)|confidential"
    r"|(?:the )?information (?:contained|transmitted|in this|herein)|disclaimer|privileged|notice:|legal notice"
    r"|important(?::| notice)|(?:diese|die in dieser) (?:e-?mail|nachricht|mail)|der inhalt dieser"
    r"|ce (?:message|courriel|mail|courrier)|(?:este|el presente) (?:mensaje|correo|e-?mail)|la información contenida"
    r"|est[ea] (?:mensagem|e-?mail)|(?:questo|il presente) messaggio|questa (?:e-?mail|comunicazione)|le informazioni"
    r"|(?:dit|de inhoud van dit) (?:bericht|e-?mail)|deze e-?mail|(?:niniejsza|ta) (?:wiadomość|korespondencja)"
    r"|detta (?:meddelande|e-?post|mail))",
    re.I,
)
_DISCLAIMS = re.compile(
    r"confidential|privileged|intended (?:only |solely )?(?:for|recipient|addressee)|addressee|unauthori[sz]ed"
    r"|vertraulich|confidenti?el|confidencial|riservat|vertrouwelijk|poufn|konfidentiell|viruses",
    re.I,
)


# --- reading --------------------------------------------------------------------------------------------------------


@dataclass
class _Reading:
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
        if len(head) < TORN_LINE_CHARACTERS and _VERB_LAST.search(head) and self._torn_attribution(at):
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
            if self.kinds[start] == SAID and _opens_with_date(line):
                return self._attributed(start, at)
        return False

    # quotations

    def _opens_quotation(self, at: int, head: str) -> bool:
        first = head[0]
        if (head[-1] in ":：->" or head.endswith(("wrote", "écrit", "writes"))) and self._attribution(at, head):
            return True
        if first in "-_=*—–>" and len(head) < SEPARATOR_CHARACTERS and _FORWARDED.search(head):
            return self._quote_block(at, at + 1)
        colon = head.find(":", 0, HEADER_NAME_CHARACTERS)
        if colon > 0:
            if _header_kind(head, colon):
                end = self._header_block_end(at)
                if end:
                    return self._quote_block(at, end)
            if first in "BADIVPb" and _BEGIN_FORWARD.match(head):
                return self._quote_block(at, at + 1)
        return False

    def _attribution(self, at: int, head: str) -> bool:
        last = head[-1]
        if last == "-":
            return head[0] == "-" and bool(_VERB_LAST.search(head.rstrip("- "))) and self._attributed(at, at)
        if last == ">" and not head[0].isdigit():
            return False
        start = self._attribution_start(at, head)
        whole = " ".join(self.heads[start : at + 1])
        if len(whole) > ATTRIBUTION_CHARACTERS or not _is_attribution(whole, leads_to_quote=self._leads_to_quote(at)):
            return False
        shared = _SHARED_LINE.search(head) if "--" in head else None
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
        if _opens_with_date(head):
            return at
        earliest = max(0, at - ATTRIBUTION_LINES + 1)
        for start in range(at - 1, earliest - 1, -1):
            line = self.heads[start]
            if not line or self.kinds[start] != SAID:
                break
            if _opens_with_date(line) and not line.endswith((".", "?", "!")):
                return start
        if at and self.heads[at - 1] and self.kinds[at - 1] == SAID:
            before = self.heads[at - 1]
            is_torn = head[0] in "<(" or _VERB_LAST.match(head) is not None
            if is_torn and (_DATE.search(before) or len(head) < TORN_LINE_CHARACTERS):
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
        return end if _makes_a_block(set(kinds), has_address=has_address, is_first=SAID not in self.kinds) else 0

    def _header_kind_at(self, at: int | None) -> str:
        if at is None:
            return ""
        colon = self.heads[at].find(":", 0, HEADER_NAME_CHARACTERS)
        return _header_kind(self.heads[at], colon) if colon > 0 else ""

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
        dated = next((i for i in above if _STAMP_OF_LOTUS.search(self.heads[i])), None)
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
        if head[0] == ">" or _CUT_MARK.match(head):
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
        if head.startswith(_STAMP_STARTS) and _SENT_FROM.match(_LINK.sub("", head)):
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
        if _STAMPED.match(head):
            return True
        if not _DISCLAIMER.match(head):
            return False
        return _DISCLAIMS.search(" ".join(self.heads[at : at + 12])) is not None and SAID in self.kinds

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


def _opens_with_date(line: str) -> bool:
    return _OPENER.match(line.lstrip("- ")) is not None and _DATE.search(line) is not None


def _is_attribution(whole: str, *, leads_to_quote: bool) -> bool:
    """Whether a line, wrapped parts joined, says who wrote what follows.

    Verb, date, address and opening word each speak for it; with a '>' right below less is needed.
    """
    has_verb, has_date = _VERB_INSIDE.search(whole) is not None, _DATE.search(whole) is not None
    has_address, ends_in_verb = _ADDRESS.search(whole) is not None, _VERB_LAST.search(whole) is not None
    if whole[-1] not in ":：" and not (has_date and has_address and (ends_in_verb or leads_to_quote)):
        return False
    if leads_to_quote:
        return has_verb or (has_date and has_address)
    if _OF_ONESELF.search(whole):
        return False
    if has_verb and has_date and (ends_in_verb or has_address or _VERB_BEFORE_NAME.search(whole)):
        return _OPENER.match(whole.lstrip("- ")) is not None or has_address or not ends_in_verb
    if has_address and whole.startswith("Quoting "):
        return True
    is_named = has_address and len(whole) < SHORT_ATTRIBUTION_CHARACTERS
    return is_named and (ends_in_verb or (has_date and whole[-2:-1] in ">)]"))


def _makes_a_block(kinds: set[str], *, has_address: bool, is_first: bool) -> bool:
    """Whether these header lines are a quoted mail's; at the very start of a mail a memo looks much the same."""
    if is_first and not has_address and "sent" not in kinds:
        return False
    if ("subject" in kinds and kinds & {"from", "to"}) or kinds >= {"from", "sent", "to"}:
        return True
    return has_address and any(kinds >= pair for pair in ({"from", "to"}, {"sent", "to"}, {"from", "sent"}))


def _header_kind(head: str, colon: int) -> str:
    return _HEADERS.get(head[:colon].strip(" *_\u00a0>").lower(), "")


# --- spans ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Run:
    """Neighbouring lines of one kind, blank lines between them included."""

    kind: str
    first: int
    last: int
    start: int
    end: int


def _parts(raw: list[str], reading: _Reading, sender: str) -> Parts:
    runs = _with_one_signature(_runs(raw, reading))
    spans = {kind: tuple((r.start, r.end) for r in runs if r.kind == kind) for kind in (SAID, QUOTED, FOOTER)}
    signature = _signature(raw, reading.heads, runs, sender)
    return Parts(said=spans[SAID], quoted=spans[QUOTED], signature=signature, footer=spans[FOOTER])


def _runs(raw: list[str], reading: _Reading) -> list[_Run]:
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
