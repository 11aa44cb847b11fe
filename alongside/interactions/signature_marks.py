"""By which words is a sign-off known, and what do the lines of a signature hold? Patterns only."""

import re
from collections.abc import Iterable

CLOSINGS = (
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


CLOSING = re.compile(
    rf"[-~*]{{0,2}}\s?(?:{_alternatives(CLOSINGS)})(?: for (?:your|the) [a-z ]{{3,30}})?(?!\w)"
    r"(?P<rest>[\s,.!;:~–-]{0,6}.{0,40})$",
    re.I,
)
CAPITALISED = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][a-zß-öø-ÿłśżźćńąę'’]{0,20}(?:-?[A-ZÀ-Ö][a-zß-öø-ÿ]{1,20})?"
NAME_WORD = rf"(?:{CAPITALISED}|[A-Z]\.?(?:[A-Z]\.?)?|\([A-Z][a-z]{{1,15}}\)|[\"“][A-Z][a-z]{{1,15}}[\"”])"
NAME = re.compile(
    r"[-–—~*]{0,2}\s?(?:(?:Dr|Mr|Mrs|Ms|Dipl|Ing|Prof)\.? ?-?){0,4}"
    rf"{NAME_WORD}(?:[ -](?:van|von|de|der|den|la|del|di|da|{NAME_WORD})){{0,4}}"
    r"(?:,? (?:Jr|Sr|III?|Ph\.?D|MBA|P\.?E|CPA|CPSM)\.?)?[.,*]?$"
)
ALL_CAPITALS_NAME = re.compile(r"[A-ZÀ-Ö]{2,20}(?: [A-ZÀ-Ö]{2,20}){1,2}$")
DASH_NAME = re.compile(r"(?:-{1,2}|[–—~])\s?[A-Za-zÀ-ÿ]\w{0,20}(?:[ -][A-Za-zÀ-ÿ]\w{0,20}){0,2}\.?$")
NOT_NAMES = frozenset(
    """thanks thank yes no ok okay hi hello hey dear sure great good fine done please regards best cheers note update
    attached agenda date time where when what who why how cc to from subject all everyone team the this that these
    monday tuesday wednesday thursday friday saturday sunday today tomorrow january february march april may june
    july august september october november december happy merry see call let we you it and or but if so also not
    agreed perfect welcome congratulations sorry enjoy details summary questions comments phone fax tel telephone
    mobile cell email e-mail mail address contact information office website web page""".split()
)
"""Capitalised words that end mails and name nobody."""
PHONE = re.compile(
    r"(?<![\w/])(?:\+|\()?\d[\d .()\u00a0/-]{5,18}\d(?!\w)|(?<!\w)[xX*]\s?[\d-]{4,8}(?!\w)|(?<![\w-])\d-\d{4}(?![\d-])"
)
CONTACT = re.compile(r"@\w|https?://|www\.|\b(?:tel|phone|ph|mobile|cell|fax|office|direct|mob|skype)\b\W", re.I)
DIVIDER = re.compile(r"\s?[|•·‖]\s?|\t+|\s{3,}|\s/\s|\s[–—-]\s")
PROSE = re.compile(
    r"[?!]$|\b(?:is|are|was|were|have|has|will|would|should|can|could|please|you|your|we|i|i'm|let|this|that)\b", re.I
)

JOB = re.compile(
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
LEGAL_FORM = re.compile(
    r"\b(?:inc|llc|l\.l\.c|ltd|limited|corp|corporation|company|co|plc|gmbh|ag|kg|se|s\.?a\.?|s\.?r\.?l|s\.?p\.?a"
    r"|b\.?v|n\.?v"
    r"|ab|oy|a/s|group|holdings?|sp\. z o\.o)(?:\.|\b)",
    re.I,
)
COMPANY = re.compile(
    r"\b(?:steel|metals?|mills?|works|foundry|foundries|industries|industrial|systems|energy|bank|university|partners"
    r"|international|technologies|technology|solutions|laborator(?:y|ies)|associates|motors|chemicals?|plastics"
    r"|networks|institute|foundation|hospital|stahl|werke?)\b",
    re.I,
)
DEPARTMENT = re.compile(
    r"\b(?:raw materials?|materials|sales|operations?|procurement|purchasing|sourcing|engineering|services"
    r"|marketing|finance"
    r"|supply chain|logistics|maintenance|quality|production|manufacturing|accounting|accounts|legal|research|r&d|it"
    r"|human resources|hr|safety|development|planning|business|americas|europe|emea|apac|north|south|east|west"
    r"|region)\b",
    re.I,
)
ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
LINK = re.compile(r"(?:https?://|www\.)[^\s<>|()\[\]\"']{3,200}", re.I)
BARE_DOMAIN = re.compile(
    r"(?<![@\w.])(?:[a-z0-9-]{2,40}\.){1,3}(?:com|net|org|de|fr|co\.uk|eu|io|it|es|nl|se|pl|ch|at)\b", re.I
)
FAX = re.compile(r"\b(?:fax|telefax|f)\b\W{0,4}$", re.I)
FAX_BEHIND = re.compile(r"[ \t]{0,3}\(?(?:fax|f)\b", re.I)
NO_PHONE = re.compile(r"\d{5}-\d{4}$|\d{4}-\d\d-\d\d$|\d\d?[./]\d\d?[./]\d{2,4}$")
"""American postal codes and dates, which look like numbers to call."""
POST_BOX = re.compile(r"\b(?:p\.?\s?o\.?\s?box|postfach|b\.?p\.?)\W{0,3}$", re.I)
AMERICAN = re.compile(r"\(?[2-9]\d\d\)?[\s.-]{0,2}[2-9]\d\d[\s.-]?\d{4}$")
STREET = re.compile(
    r"\d|\b(?:street|st|ave|avenue|road|rd|blvd|drive|suite|floor|p\.?o\.? box|straße|str|rue|calle|via)\b\.?", re.I
)
