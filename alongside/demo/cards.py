"""What stands in the user's address book? Writes contacts.vcf, version 3.0."""

from alongside.demo.letters import folded
from alongside.demo.people import PEOPLE, Somebody

NO_CARD = frozenset(
    ["trent", "vera", "becky", "walt", "gus", "kim", "deb", "lou", "lorna", "benach", "neil", "gil", "peggy"]
)
"""People whom the user never put into the address book."""


def cards_bytes() -> bytes:
    """Write a card for everybody in the address book."""
    kept = [each for each in PEOPLE if each.key not in NO_CARD and each.key != "alex"]
    return "".join(folded(line) for each in kept for line in _card(each)).encode()


def _card(each: Somebody) -> list[str]:
    given, _, family = each.name.rpartition(" ")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{each.address}",
        f"N:{family};{given};;;",
        f"FN:{each.name}",
        f"ORG:{each.company.name}",
        f"EMAIL;TYPE=INTERNET,WORK:{each.address}",
        f"TEL;TYPE=WORK,VOICE:{each.phone}",
    ]
    if not each.former_title:
        lines.append(f"TITLE:{_escaped(each.title)}")
    if each.note:
        lines.append(f"NOTE:{_escaped(each.note)}")
    return [*lines, "END:VCARD"]


def _escaped(text: str) -> str:
    return text.replace(",", "\\,").replace(";", "\\;")
