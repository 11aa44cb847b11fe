"""The postal address of a signature is read as one line, and nothing is taken for one that is not."""

import pytest

from alongside.interactions.postal import postal_address
from alongside.interactions.signature import read_signature


@pytest.mark.parametrize(
    ("signature", "address"),
    [
        ("Ann Lee\nBuyer\n121 SW Salmon Street\nPortland, OR 97204", "121 SW Salmon Street, Portland, OR 97204"),
        ("Joe\nNational Steel\nSuite 400\n1 Mill Road\nGary, IN 46402\nUSA", "Suite 400, 1 Mill Road, Gary, IN 46402, USA"),
        ("Sam Wood | Buyer | 14 Quay Street | Leeds LS1 4AP | +44 113 496 0000", "14 Quay Street, Leeds LS1 4AP"),
        ("Anna Schmidt\nStahlwerk Süd GmbH\nHüttenstraße 12\n40210 Düsseldorf\nGermany", "Hüttenstraße 12, 40210 Düsseldorf, Germany"),
        ("Anna Schmidt\nPostfach 10 11 12\nD-47053 Duisburg", "Postfach 10 11 12, D-47053 Duisburg"),
        ("Luc Martin\nAcheteur\n12 rue de la Gare\n57000 Metz", "12 rue de la Gare, 57000 Metz"),
        ("Eva Ruiz\nCalle Mayor 8\n28013 Madrid", "Calle Mayor 8, 28013 Madrid"),
        ("Jan de Vries\nHerengracht 20\n1012 AB Amsterdam", "Herengracht 20, 1012 AB Amsterdam"),
        ("Priya\nToronto, ON M5V 2T6\nCanada", "Toronto, ON M5V 2T6, Canada"),
        ("Joe Kowalski\nVP Raw Materials\nNational Steel\n+1 219 555 0134", ""),
        ("Ann Lee\n2000 Units\nBuyer", ""),
        ("Joe\nOpen 24 hours a day on the way", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_postal_address_is_read_on_one_line(signature: str, address: str) -> None:
    assert read_signature(signature, (0, len(signature))).postal == address


@pytest.mark.timeout(20)
@pytest.mark.parametrize("hostile", ["1 " * 50_000, "a straße " * 20_000, "Portland, " * 20_000])
def test_a_hostile_piece_is_no_address(hostile: str) -> None:
    assert postal_address([hostile, hostile[:79]]) == ""
