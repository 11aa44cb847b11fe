"""Where does a sign-off begin, and what does a signature say about its writer: name, title, company, phones, addresses, links?

Reads only what stands there; it does not decide who the person is or whether the title is still true.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from alongside.interactions.postal import postal_address

SIGN_OFF_WINDOW_LINES = 14
"""Lines at the end of what was said in which a sign-off is looked for, blank ones included."""

LINES_UNDER_CLOSING = 8
"""Lines of name, title and address allowed below closing words such as "Best regards,"."""

SHORT_LINE_CHARACTERS = 80
"""Longest line that still looks like a line of a signature and not like prose."""

DIVIDED_LINE_CHARACTERS = 200
"""Longest line of a signature whose parts are divided by bars or dots ("Joe | VP | National Steel")."""

SIGNATURE_LINES = 30
"""Lines of a signature that are read for fields; what follows is a motto, a disclaimer or an attack."""

SHORTEST_PHONE_DIGITS = 7
"""Digits of a number that can be called from outside; shorter ones are extensions."""

LONGEST_NAME_CHARACTERS = 50
"""Longest line that can be a person's name."""


@dataclass(frozen=True)
class SignatureFields:
    """What a signature says; empty where it says nothing. `phones` are E.164 where they can be, else as written.

    `addresses` are mail addresses, `postal` is where to visit or write, on one line.
    """

    name: str
    title: str
    company: str
    phones: tuple[str, ...]
    links: tuple[str, ...]
    addresses: tuple[str, ...]
    postal: str = ""


# --- words ----------------------------------------------------------------------------------------------------------

_CLOSINGS = (
    "best regards|kind regards|kindest regards|warm regards|warmest regards|with best regards|with kind regards"
    "|regards"
    "|best|all the best|best wishes|kind wishes|warm wishes|with best wishes|cheers|ciao|rgds|brgds|br|kr|thanks"
    "|thx|tks|tia"
    "|thanks and regards|thanks & regards|many thanks|big thanks|thank you|thanks again|thank you again"
    "|thanks so much"
    "|thanks a lot|thanks very much|thank you very much|thank you so much|thanks in advance|thank you in advance"
    "|thanks guys|thanks all|thanks and best regards|yours truly|very truly yours|yours sincerely"
    "|sincerely yours|sincerely"
    "|yours faithfully|yours|respectfully|respectfully yours|cordially|warmly|take care|talk soon|talk to you soon"
    "|talk to you later|later|love|your pal|your friend|best of luck|looking forward|see you|see you soon",
    "mit freundlichen grüßen|mit freundlichem gruß|mit besten grüßen|mit herzlichen grüßen|mit lieben grüßen"
    "|viele grüße|beste grüße|liebe grüße|herzliche grüße|schöne grüße|freundliche grüße|gruß|grüße|mfg|lg|vg|danke",
    "cordialement|bien cordialement|très cordialement|amicalement|bien à vous|salutations|salutations distinguées"
    "|meilleures salutations|sincères salutations|à bientôt|merci|merci d'avance",
    "saludos|un saludo|saludos cordiales|un cordial saludo|atentamente|un abrazo|gracias|muchas gracias",
    "cordiali saluti|distinti saluti|saluti|un saluto|grazie|grazie mille",
    "met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|groeten|groet|groetjes|mvg|bedankt",
    "z poważaniem|pozdrawiam|z pozdrowieniami|dziękuję|atenciosamente|cumprimentos|melhores cumprimentos|abraço"
    "|obrigado"
    "|obrigada|med vänliga hälsningar|vänliga hälsningar|med vänlig hälsning|vänligen|hälsningar|mvh|tack",
)
"""Words that close a mail: en, de, fr, es, it, nl, then pl, pt, sv."""


def _alternatives(phrases: Iterable[str]) -> str:
    """One pattern for all phrases, longest first; umlauts may be written out."""
    words = sorted({w for p in phrases for w in p.split("|")}, key=len, reverse=True)
    return "|".join(re.escape(w).replace("ü", "(?:ü|ue)").replace("ß", "(?:ß|ss)") for w in words)


_CLOSING = re.compile(
    rf"[-~*]{{0,2}}\s?(?:{_alternatives(_CLOSINGS)})(?: for (?:your|the) [a-z ]{{3,30}})?(?!\w)"
    r"(?P<rest>[\s,.!;:~–-]{0,6}.{0,40})$",
    re.I,
)
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][a-zß-öø-ÿłśżźćńąę'’]{0,20}(?:-?[A-ZÀ-Ö][a-zß-öø-ÿ]{1,20})?"
_NAME_WORD = rf"(?:{_CAPITALISED}|[A-Z]\.?(?:[A-Z]\.?)?|\([A-Z][a-z]{{1,15}}\)|[\"“][A-Z][a-z]{{1,15}}[\"”])"
_NAME = re.compile(
    r"[-–—~*]{0,2}\s?(?:(?:Dr|Mr|Mrs|Ms|Dipl|Ing|Prof)\.? ?-?){0,4}"
    rf"{_NAME_WORD}(?:[ -](?:van|von|de|der|den|la|del|di|da|{_NAME_WORD})){{0,4}}"
    r"(?:,? (?:Jr|Sr|III?|Ph\.?D|MBA|P\.?E|CPA|CPSM)\.?)?[.,*]?$"
)
_ALL_CAPITALS_NAME = re.compile(r"[A-ZÀ-Ö]{2,20}(?: [A-ZÀ-Ö]{2,20}){1,2}$")
_DASH_NAME = re.compile(r"(?:-{1,2}|[–—~])\s?[A-Za-zÀ-ÿ]\w{0,20}(?:[ -][A-Za-zÀ-ÿ]\w{0,20}){0,2}\.?$")
_NOT_NAMES = frozenset(
    """thanks thank yes no ok okay hi hello hey dear sure great good fine done please regards best cheers note update
    attached agenda date time where when what who why how cc to from subject all everyone team the this that these
    monday tuesday wednesday thursday friday saturday sunday today tomorrow january february march april may june
    july august september october november december happy merry see call let we you it and or but if so also not
    agreed perfect welcome congratulations sorry enjoy details summary questions comments phone fax tel telephone
    mobile cell email e-mail mail address contact information office website web page""".split()
)
"""Capitalised words that end mails and name nobody."""
_PHONE = re.compile(
    r"(?<![\w/])(?:\+|\()?\d[\d .()\u00a0/-]{5,18}\d(?!\w)|(?<!\w)[xX*]\s?[\d-]{4,8}(?!\w)|(?<![\w-])\d-\d{4}(?![\d-])"
)
_CONTACT = re.compile(r"@\w|https?://|www\.|\b(?:tel|phone|ph|mobile|cell|fax|office|direct|mob|skype)\b\W", re.I)
_DIVIDER = re.compile(r"\s?[|•·‖]\s?|\t+|\s{3,}|\s/\s|\s[–—-]\s")
_PROSE = re.compile(
    r"[?!]$|\b(?:is|are|was|were|have|has|will|would|should|can|could|please|you|your|we|i|i'm|let|this|that)\b", re.I
)

_JOB = re.compile(
    r"\b(?:(?:vice[- ]?|co-?|executive |managing |deputy )?(?:president|director|chairman|chairwoman|chair)|s?vp"
    r"|e?vp|avp|ceo"
    r"|coo|cfo|cto|cio|cpo|cmo|chief|head of|head|manager|buyer|purchas\w+ (?:agent|lead)|purchaser|procurement"
    r"|superintendent|engineer|officer|supervisor|coordinator|analyst|planner|controller|comptroller|foreman|lead"
    r"|leader|specialist|administrator|assistant|associate|consultant|architect|developer|technician|metallurgist"
    r"|accountant|treasurer|secretary|representative|agent|rep|owner|founder|partner|principal|counsel|attorney"
    r"|scientist|researcher|professor|trader|dispatcher|scheduler|inspector|expeditor|estimator|operator"
    r"|category (?:lead|manager)|leiter(?:in)?|\w*leiter(?:in)?|geschäftsführer(?:in)?|einkäufer(?:in)?"
    r"|prokurist(?:in)?"
    r"|vertrieb|einkauf|directeur|directrice|responsable|acheteu(?:r|se)|ingénieur|chef|gérant|directora?|gerente"
    r"|jefe"
    r"|comprador(?:a)?|ingeniero|direttore|acquisti|inkoper|hoofd|inköpare|chef|dyrektor|kierownik|kupiec)\b",
    re.I,
)
_LEGAL_FORM = re.compile(
    r"\b(?:inc|llc|l\.l\.c|ltd|limited|corp|corporation|company|co|plc|gmbh|ag|kg|se|s\.?a\.?|s\.?r\.?l|s\.?p\.?a"
    r"|b\.?v|n\.?v"
    r"|ab|oy|a/s|group|holdings?|sp\. z o\.o)(?:\.|\b)",
    re.I,
)
_COMPANY = re.compile(
    r"\b(?:steel|metals?|mills?|works|foundry|foundries|industries|industrial|systems|energy|bank|university|partners"
    r"|international|technologies|technology|solutions|laborator(?:y|ies)|associates|motors|chemicals?|plastics"
    r"|networks|institute|foundation|hospital|stahl|werke?)\b",
    re.I,
)
_DEPARTMENT = re.compile(
    r"\b(?:raw materials?|materials|sales|operations?|procurement|purchasing|sourcing|engineering|services"
    r"|marketing|finance"
    r"|supply chain|logistics|maintenance|quality|production|manufacturing|accounting|accounts|legal|research|r&d|it"
    r"|human resources|hr|safety|development|planning|business|americas|europe|emea|apac|north|south|east|west"
    r"|region)\b",
    re.I,
)
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>|()\[\]\"']{3,200}", re.I)
_BARE_DOMAIN = re.compile(
    r"(?<![@\w.])(?:[a-z0-9-]{2,40}\.){1,3}(?:com|net|org|de|fr|co\.uk|eu|io|it|es|nl|se|pl|ch|at)\b", re.I
)
_FAX = re.compile(r"\b(?:fax|telefax|f)\b\W{0,4}$", re.I)
_FAX_BEHIND = re.compile(r"[ \t]{0,3}\(?(?:fax|f)\b", re.I)
_NO_PHONE = re.compile(r"\d{5}-\d{4}$|\d{4}-\d\d-\d\d$|\d\d?[./]\d\d?[./]\d{2,4}$")
"""American postal codes and dates, which look like numbers to call."""
_POST_BOX = re.compile(r"\b(?:p\.?\s?o\.?\s?box|postfach|b\.?p\.?)\W{0,3}$", re.I)
_AMERICAN = re.compile(r"\(?[2-9]\d\d\)?[\s.-]{0,2}[2-9]\d\d[\s.-]?\d{4}$")
_STREET = re.compile(
    r"\d|\b(?:street|st|ave|avenue|road|rd|blvd|drive|suite|floor|p\.?o\.? box|straße|str|rue|calle|via)\b\.?", re.I
)


# --- finding a sign-off that has no "-- " ---------------------------------------------------------------------------


def sign_off_start(lines: list[str], *, sender: str = "") -> int | None:
    """Find the line on which a sign-off without "-- " begins, in the last stripped lines of what was said.

    Closing words with at most LINES_UNDER_CLOSING short lines below, or a name that ends the mail. None when the mail
    simply ends. `sender` is the writer's name when known.
    """
    filled = [i for i, line in enumerate(lines) if line]
    tail = _short_tail(lines, filled)
    closing = next((i for i in tail if _closes(lines, i, tail, sender)), None)
    return closing if closing is not None else _name_start(lines, filled, tail, sender)


def _short_tail(lines: list[str], filled: list[int]) -> list[int]:
    """The unbroken run of signature-like lines at the end, in order; one motto below a contact line is let pass."""
    tail: list[int] = []
    has_motto = False
    for place in range(len(filled) - 1, max(-1, len(filled) - LINES_UNDER_CLOSING - 2), -1):
        line = lines[filled[place]]
        if len(line) > (DIVIDED_LINE_CHARACTERS if _DIVIDER.search(line) else SHORT_LINE_CHARACTERS):
            break
        if _PROSE.search(line) and not _CLOSING.match(line):
            if has_motto or not place or not _has_contact(lines[filled[place - 1]]):
                break
            has_motto = True
        tail.append(filled[place])
    return tail[::-1]


def _has_contact(line: str) -> bool:
    return bool(_CONTACT.search(line) or _PHONE.search(line))


def _closes(lines: list[str], at: int, tail: list[int], sender: str) -> bool:
    """Closing words with a name in the same line or below them; a last "Thanks" alone signs nothing."""
    found = _CLOSING.match(lines[at])
    if found is None:
        return False
    rest = found["rest"].strip(" ,.!;:~–-")
    if rest and _is_name(rest, sender):
        return True
    below = [lines[i] for i in tail if i > at]
    if any(_is_name(line, sender) for line in below[:2]):
        return len(rest.split()) <= 3
    return bool(below) and not rest


def _name_start(lines: list[str], filled: list[int], tail: list[int], sender: str) -> int | None:
    """A name that ends the mail, alone or with contact lines below; a mail of a single name is not signed."""
    for place, i in enumerate(tail):
        if i == filled[0] or not _is_signed_name(lines[i], sender):
            continue
        below = [lines[j] for j in tail[place + 1 :]]
        is_set_apart = not lines[i - 1] or lines[i - 1][-1] in ".?!:)" or _is_sender(lines[i], sender)
        if not below and (is_set_apart or _DASH_NAME.match(lines[i])):
            return i
        if below and (any(_has_contact(b) for b in below) or _is_sender(lines[i], sender)):
            return i
    return None


def _is_signed_name(line: str, sender: str) -> bool:
    """A name, "-glyph", or a name with its phone on the same line ("Barry - 713-555-1587")."""
    if _is_name(line, sender) or _DASH_NAME.match(line):
        return True
    pieces = [p for p in _DIVIDER.split(line) if p]
    if len(pieces) > 1 and _is_name(pieces[0], sender):
        return _has_contact(line) or bool(_JOB.search(line))
    phone = _PHONE.search(line)
    return phone is not None and phone.start() > 0 and _is_name(line[: phone.start()].rstrip(" :,;|-\t"), sender)


def _is_name(line: str, sender: str = "") -> bool:
    if len(line) > LONGEST_NAME_CHARACTERS:
        return False
    if not (_NAME.match(line) or _ALL_CAPITALS_NAME.match(line)):
        return _is_sender(line, sender)
    return not any(word.strip(",.'-").lower() in _NOT_NAMES for word in line.split())


def _is_sender(line: str, sender: str) -> bool:
    """Whether every word of a short line is a word of the sender's own name."""
    if not sender or len(line) > LONGEST_NAME_CHARACTERS:
        return False
    words = set(re.findall(r"\w+", line.lower()))
    return bool(words) and words <= set(re.findall(r"\w+", sender[:200].lower()))


# --- reading the fields ---------------------------------------------------------------------------------------------


def read_signature(text: str, span: tuple[int, int], *, region: str = "US") -> SignatureFields:
    """Read name, title, company, phones, links and addresses out of the signature at `span`.

    `region` says where a number without country code is dialled from (ISO 3166); fax numbers are left out. For "US",
    a number that does not look American is kept as written rather than guessed.
    """
    lines = text[span[0] : span[1]].split("\n")[:SIGNATURE_LINES]
    pieces = [piece for line in lines for piece in _pieces(line[:DIVIDED_LINE_CHARACTERS].strip())]
    whole = "\n".join(line[:DIVIDED_LINE_CHARACTERS] for line in lines)
    name, title, company = _who(pieces)
    return SignatureFields(
        name=name,
        title=title,
        company=company,
        phones=_phones(whole, region),
        links=_unique(
            link.rstrip(".,;") for link in _LINK.findall(whole) + _BARE_DOMAIN.findall(_without_links(whole))
        ),
        addresses=_unique(address.rstrip(".").lower() for address in _ADDRESS.findall(whole)),
        postal=postal_address(pieces),
    )


def _unique(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _without_links(text: str) -> str:
    return _ADDRESS.sub(" ", _LINK.sub(" ", text))


def _pieces(line: str) -> list[str]:
    """The parts of a line: what closing words leave over, cut at bars, dots and wide gaps."""
    closing = _CLOSING.match(line)
    if closing is not None and not _JOB.search(line):
        line = closing["rest"]
    return [p for p in (piece.strip(" ,;*_-–—~>") for piece in _DIVIDER.split(line)) if p]


def _who(pieces: list[str]) -> tuple[str, str, str]:
    """Name, title and company: the first piece that looks like each, a title's tail told apart by its words."""
    name = title = company = ""
    for piece in pieces:
        words = _PHONE.split(_without_links(piece))[0].strip(" ,;:-")
        if not words or (_STREET.search(words) and not _JOB.search(words)):
            continue
        if not name and not title:
            name, words = _leading_name(words)
        if words and not title and _JOB.search(words) and not _is_company(words):
            title, words = _title_and_rest(words)
        if (
            words
            and words != title
            and not company
            and (name or title)
            and _may_be_company(words, has_title=bool(title))
        ):
            company = words
    return name, title, company


def _leading_name(words: str) -> tuple[str, str]:
    """ "Joe Kowalski, VP Raw Materials" gives the name and what follows it."""
    first, _, rest = words.partition(",")
    if _is_name(words) and not _JOB.search(words) and not _is_company(words):
        return words.strip("-–—~ .,"), ""
    if rest and _is_name(first) and not _JOB.search(first) and not _is_company(first):
        return first.strip("-–—~ "), rest.strip()
    return "", words


def _title_and_rest(words: str) -> tuple[str, str]:
    """ "VP Raw Materials, National Steel" gives title and company; "Vice President, Raw Materials" is all title."""
    at = re.split(r"\s(?:at|@|bei|chez)\s", words, maxsplit=1)
    if len(at) == 2:
        return at[0].strip(" ,"), at[1].strip()
    parts = [part.strip() for part in words.split(",")]
    for i, part in enumerate(parts[1:], start=1):
        belongs_to_title = _JOB.search(part) or (_DEPARTMENT.search(part) and not _is_company(part))
        if not belongs_to_title:
            return ", ".join(parts[:i]), part
    return words, ""


def _is_company(words: str) -> bool:
    return bool(_LEGAL_FORM.search(words) or _COMPANY.search(words)) and not _JOB.search(words.split(",")[0])


def _may_be_company(words: str, *, has_title: bool) -> bool:
    """A line with a legal form or a company's word; below a title any short capitalised line will do."""
    is_sentence = words.endswith((".", "!", "?")) and not _LEGAL_FORM.search(words)
    if len(words) > LONGEST_NAME_CHARACTERS or is_sentence:
        return False
    return _is_company(words) or (
        has_title and words[0].isupper() and not _DEPARTMENT.search(words) and ":" not in words
    )


def _phones(whole: str, region: str) -> tuple[str, ...]:
    found = []
    for match in _PHONE.finditer(whole):
        before = whole[max(whole.rfind("\n", 0, match.start()) + 1, match.start() - 30) : match.start()]
        is_short = sum(character.isdigit() for character in match[0]) < SHORTEST_PHONE_DIGITS
        if is_short or _NO_PHONE.match(match[0]) or _POST_BOX.search(before):
            continue
        if not (_FAX.search(before) or _FAX_BEHIND.match(whole[match.end() : match.end() + 8])):
            found.append(_e164(match[0].strip(), region))
    return _unique(found)


def _e164(written: str, region: str) -> str:
    """The number as +12195550134, or as written when it cannot be told."""
    import phonenumbers

    if not written.startswith("+") and region == "US" and not _AMERICAN.match(written.removeprefix("1").lstrip(" -.")):
        return written
    try:
        number = phonenumbers.parse(written.replace("(0)", ""), region)
    except phonenumbers.NumberParseException:
        return written
    if not phonenumbers.is_possible_number(number):
        return written
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
