"""Which lines of a signature are where its writer can be visited or written to by post? Pure; it places nobody on a map.

A street or a post box, or a town with its code, and what stands right around them: house, town, country. In doubt nothing.
"""

import re

ADDRESS_LINES = 6
"""Most pieces of one postal address: building, street, district, town, state, country. Unit: pieces."""

PIECE_CHARACTERS = 80
"""Longest piece of an address. Unit: characters; what is longer is a sentence."""

_NUMBER_FIRST = re.compile(
    r"\d{1,5}(?:[-/]\d{1,5})?[a-z]?,?\s(?:[\w.'’-]+\s){0,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|way"
    r"|court|ct|place|pl|square|sq|parkway|pkwy|highway|hwy|terrace|close|quay|crescent|rue|avenue|quai|place|chemin|allée)"
    r"\b\.?(?:[\s,#].{0,30})?$",
    re.I,
)
_NUMBER_LAST = re.compile(
    r"(?:[A-ZÄÖÜ][\w.ßäöüéè'-]*[\s-]){0,4}(?:\w*(?:straße|strasse|str\.|weg|allee|platz|gasse|ring|damm|ufer|straat|laan|gracht|kade|plein"
    r"|gatan|vägen)|(?:calle|avenida|av\.|paseo|plaza|via|viale|piazza|corso|ulica|ul\.|rua|am|an der|im)\s[\wÀ-ž.' -]{2,40}?),?"
    r"\s\d{1,5}\s?[a-z]?(?:[-/]\d{1,5}[a-z]?)?$",
    re.I,
)
_BOX = re.compile(r"(?:p\.?\s?o\.?\s?box|postfach|post box|boîte postale|b\.?p\.?|apartado)\s\d[\d ]{0,9}$", re.I)
_TOWN = re.compile(
    r"(?:[A-Z][\w.' -]{1,40},?\s[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?"  # Portland, OR 97204
    r"|[A-Z][\w.' -]{1,40},?\s(?:[A-Z]{2},?\s)?[A-Z]\d[A-Z]\s?\d[A-Z]\d"  # Toronto, ON M5V 2T6
    r"|(?:[A-Z][\w.' -]{1,40},?\s)?[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}"  # Leeds LS1 4AP
    r"|(?:[A-Z]{1,3}[- ])?\d{4,5}(?:\s[A-Z]{2})?\s[A-ZÀ-Ž][\w.'/()À-ž-]+(?:\s[\w.'/()À-ž-]+){0,4}"  # 40210 Düsseldorf, 1012 AB Amsterdam
    r"|\d{2}-\d{3}\s[A-ZÀ-Ž][\wÀ-ž -]{1,40}"  # 00-950 Warszawa
    r"|\d{3}\s\d{2}\s[A-ZÀ-Ž][\wÀ-ž -]{1,40})"  # 111 29 Stockholm
    r"(?:,?\s[A-Z][A-Za-z. ]{1,30})?$"
)
_COUNTRY = re.compile(
    r"(?:u\.?s\.?a\.?|united states(?: of america)?|canada|united kingdom|u\.?k\.?|england|scotland|wales|ireland|germany|deutschland"
    r"|austria|österreich|switzerland|schweiz|suisse|france|spain|españa|portugal|italy|italia|netherlands|nederland|the netherlands"
    r"|belgium|belgique|belgië|luxembourg|denmark|danmark|sweden|sverige|norway|norge|finland|suomi|poland|polska|czech republic"
    r"|hungary|india|china|japan|korea|australia|new zealand|brazil|brasil|mexico|méxico|south africa|turkey|singapore)\.?$",
    re.I,
)
_BUILDING = re.compile(
    r"(?:suite|ste\.?|floor|building|bldg\.?|unit|room|level|tower|house|gebäude|haus|etage|bâtiment|\d{1,2}(?:st|nd|rd|th)\sfloor)\b",
    re.I,
)


def postal_address(pieces: list[str]) -> str:
    """Return the postal address among the pieces of a signature on one line, or "" where there is none."""
    kinds = [_kind(piece) for piece in pieces]
    core = [i for i, kind in enumerate(kinds) if kind in ("street", "town")]
    if not core or (kinds[core[0]] == "town" and not _has_code_and_more(pieces, kinds, core[0])):
        return ""
    first = last = core[0]
    while last + 1 < len(pieces) and kinds[last + 1]:
        last += 1
    while first and kinds[first - 1] == "building":
        first -= 1
    return ", ".join(pieces[first : last + 1][:ADDRESS_LINES])


def _kind(piece: str) -> str:
    """Tell what of an address a piece is: street, town, country, building, or "" for nothing of it."""
    if len(piece) > PIECE_CHARACTERS:
        return ""
    if _NUMBER_FIRST.match(piece) or _NUMBER_LAST.match(piece) or _BOX.match(piece):
        return "street"
    if _TOWN.match(piece):
        return "town"
    if _COUNTRY.match(piece):
        return "country"
    return "building" if _BUILDING.match(piece) else ""


def _has_code_and_more(pieces: list[str], kinds: list[str], at: int) -> bool:
    """A town alone counts only with its code in front of a name in capitals, or a country behind it: "2000 Units" is no town."""
    is_followed = at + 1 < len(kinds) and kinds[at + 1] == "country"
    return is_followed or re.match(r"[A-Z][\w.' -]+,\s[A-Z]{2}\s\d{5}", pieces[at]) is not None
