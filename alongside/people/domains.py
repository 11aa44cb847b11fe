"""What a mail domain says about a company. Pure; offline (the public suffix list comes with its package)."""

import functools
import re

FREE_MAIL = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "hotmail.co.uk",
        "hotmail.fr",
        "hotmail.de",
        "live.com",
        "live.co.uk",
        "msn.com",
        "yahoo.com",
        "yahoo.co.uk",
        "yahoo.de",
        "yahoo.fr",
        "yahoo.es",
        "yahoo.co.in",
        "yahoo.com.br",
        "ymail.com",
        "rocketmail.com",
        "aol.com",
        "aim.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "gmx.de",
        "gmx.net",
        "gmx.com",
        "gmx.at",
        "gmx.ch",
        "web.de",
        "t-online.de",
        "freenet.de",
        "arcor.de",
        "mail.com",
        "email.com",
        "usa.net",
        "proton.me",
        "protonmail.com",
        "pm.me",
        "tutanota.com",
        "fastmail.com",
        "fastmail.fm",
        "hushmail.com",
        "zoho.com",
        "yandex.ru",
        "yandex.com",
        "mail.ru",
        "bk.ru",
        "list.ru",
        "inbox.ru",
        "rambler.ru",
        "qq.com",
        "163.com",
        "126.com",
        "sina.com",
        "sohu.com",
        "naver.com",
        "hanmail.net",
        "daum.net",
        "rediffmail.com",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "laposte.net",
        "sfr.fr",
        "libero.it",
        "tin.it",
        "virgilio.it",
        "alice.it",
        "terra.com.br",
        "uol.com.br",
        "bol.com.br",
        "comcast.net",
        "verizon.net",
        "att.net",
        "sbcglobal.net",
        "bellsouth.net",
        "cox.net",
        "charter.net",
        "earthlink.net",
        "juno.com",
        "netzero.net",
        "optonline.net",
        "btinternet.com",
        "ntlworld.com",
        "sky.com",
        "blueyonder.co.uk",
        "virginmedia.com",
        "bigpond.com",
        "optusnet.com.au",
        "shaw.ca",
        "rogers.com",
        "sympatico.ca",
        "telus.net",
        "swbell.net",
        "mindspring.com",
        "prodigy.net",
    ]
)
"""Domains that anybody can have an address at: they say nothing about a company. Source: the largest public mail providers."""

SHARED_LOCAL_PARTS = frozenset(
    [
        "info",
        "their-page",  # words that nobody in particular left on a customer's page
        "sales",
        "office",
        "orders",
        "order",
        "service",
        "support",
        "contact",
        "hello",
        "mail",
        "team",
        "admin",
        "accounting",
        "invoices",
        "billing",
        "purchasing",
        "procurement",
        "einkauf",
        "vertrieb",
        "kontakt",
        "buchhaltung",
        "hr",
        "jobs",
        "press",
        "marketing",
        "webmaster",
        "dispatch",
        "logistics",
        "shipping",
        "receiving",
        "quality",
        "helpdesk",
        "reception",
    ]
)
"""Local parts that stand for a desk rather than a person."""

LEGAL_FORMS = re.compile(
    r"[\s,]+(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|l\.l\.c|llp|lp|plc|gmbh(?:\s*&\s*co\.?\s*kg)?|"
    r"ag|se|kg|ohg|ug|sa|s\.a|sas|s\.a\.s|sarl|s\.à\.?r\.l|bv|b\.v|nv|n\.v|spa|s\.p\.a|srl|s\.r\.l|oy|oyj|ab|as|a/s|"
    r"aps|sp\.?\s*z\s*o\.?\s*o|pty|pte|kk|k\.k|s\.?l|s\.?a\s*de\s*c\.?v)\.?$",
    re.I,
)


@functools.cache
def _suffixes() -> "object":
    from publicsuffixlist import PublicSuffixList  # 0.01 s, and only where mail is read

    return PublicSuffixList()


@functools.lru_cache(maxsize=50_000)
def company_domain(domain: str) -> str:
    """Give the registrable part of a mail domain (mail.eu.acme.co.uk -> acme.co.uk); "" for free-mail and nonsense."""
    domain = domain.strip(".").lower()
    if not domain or "." not in domain or domain in FREE_MAIL:
        return ""
    registrable = _suffixes().privatesuffix(domain) or ""  # type: ignore[attr-defined]
    return "" if registrable in FREE_MAIL else registrable


def name_from_domain(domain: str) -> str:
    """Make a first company name from its domain: "national-steel.com" -> "National Steel"."""
    label = domain.partition(".")[0]
    return " ".join(part.upper() if len(part) <= 3 else part.capitalize() for part in re.split(r"[-_]+", label) if part)


@functools.lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """Reduce a company's name to what two spellings share: lower case, no legal form, no punctuation."""
    name = name.strip()
    for _ in range(2):
        name = LEGAL_FORMS.sub("", name)
    return " ".join(re.findall(r"\w+", name.lower().replace("&", " and ")))


def is_shared_mailbox(address: str) -> bool:
    """Tell whether the address is a desk's rather than a person's."""
    return address.partition("@")[0] in SHARED_LOCAL_PARTS
