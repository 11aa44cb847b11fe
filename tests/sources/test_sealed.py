"""Signed, encrypted, nested and flowed mails: whose words are whose, and what cannot be read says so."""

from pathlib import Path

import pytest

from alongside.interactions.said import separate
from alongside.sources.contract import Letter
from alongside.sources.flowed import unflowed
from alongside.sources.letter import parse_letter
from alongside.sources.sealed import ENCRYPTED, content_of_signed, without_pgp

SAMPLES = Path(__file__).parent / "samples"
HEAD = b"From: joe@nsteel.example\nTo: eva@customer.example\nDate: Mon, 3 Mar 2025 10:00:00 +0100\nSubject: s\n"


def read(raw: bytes) -> Letter:
    found = parse_letter(raw)
    assert isinstance(found, Letter), found
    return found


def mixed(*parts: bytes, kind: bytes = b"multipart/mixed") -> bytes:
    return (
        HEAD + b"Content-Type: " + kind + b"; boundary=b\n\n" + b"".join(b"--b\n" + each for each in parts) + b"--b--\n"
    )


@pytest.mark.parametrize("name", ["signed_opaque.eml", "signed_in_pieces.eml"])
def test_what_is_only_signed_is_read(name: str) -> None:
    letter = read((SAMPLES / name).read_bytes())
    assert letter.text.strip() == "Eva, the price is 92 USD per t. Could you confirm by Friday?"
    assert [(file.name, file.content) for file in letter.attached] == [("offer.pdf", b"%PDF-1.4")]
    assert letter.repairs == ()


def test_what_is_encrypted_keeps_its_envelope_and_says_so() -> None:
    letter = read((SAMPLES / "encrypted.eml").read_bytes())
    assert (letter.text, letter.subject, letter.repairs) == ("", "Encrypted", (ENCRYPTED,))
    assert letter.sender is not None
    assert [file.name for file in letter.attached] == ["smime.p7m"]


def test_the_signature_beside_a_signed_mail_is_no_file() -> None:
    for kind in (b"application/pgp-signature", b"application/pkcs7-signature"):
        signature = b"Content-Type: " + kind + b'; name="x"\n\nsigned\n'
        letter = read(mixed(b"Content-Type: text/plain\n\nHello.\n", signature, kind=b"multipart/signed"))
        assert (letter.text.strip(), letter.attached) == ("Hello.", ())


def test_a_mail_encrypted_with_pgp_says_so() -> None:
    parts = b"Content-Type: application/pgp-encrypted\n\nVersion: 1\n", b"Content-Type: application/octet-stream\n\nx\n"
    assert read(mixed(*parts, kind=b"multipart/encrypted")).repairs == (ENCRYPTED,)


def test_the_armour_of_pgp_inside_a_text_is_taken_off() -> None:
    signed = (
        "Hi,\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe price stands.\n- -- \nJoe\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\nfooter\n"
    )
    assert without_pgp(signed) == ("Hi,\nThe price stands.\n-- \nJoe\nfooter\n", False)
    sealed = "Hi,\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\nJoe\n"
    assert without_pgp(sealed) == ("Hi,\nJoe\n", True)
    assert read(HEAD + b"\n" + sealed.encode()).repairs == (ENCRYPTED,)


def test_a_mail_sent_on_as_a_file_is_kept_found_and_nobody_elses_words() -> None:
    inner = b"Content-Type: message/rfc822\n\nFrom: Ann <ann@nsteel.example>\nSubject: Freight\n\nWe will pay the freight.\n"
    letter = read(mixed(b"Content-Type: text/plain\n\nFor your files.\n", inner))
    assert [(file.name, file.media_type) for file in letter.attached] == [("Freight.eml", "message/rfc822")]
    assert "> From: Ann <ann@nsteel.example>" in letter.text
    assert "> We will pay the freight." in letter.text
    said = "".join(letter.text[start:end] for start, end in separate(letter.text, sender="Joe").message)
    assert said.strip() == "For your files."


def test_what_a_report_brings_back_is_not_quoted() -> None:
    back = b"Content-Type: message/rfc822\n\nFrom: a@x.example\nSubject: t\n\nPlease send it.\n"
    letter = read(mixed(b"Content-Type: text/plain\n\nNot delivered.\n", back, kind=b"multipart/report"))
    assert "Please send it" not in letter.text


@pytest.mark.parametrize(
    ("flowed", "text"),
    [
        ("one \ntwo\nthree", "one two\nthree"),
        ("> one \n> two\n>> other \n> end", "> one two\n>> other \n> end"),
        (" From here \non", "From here on"),
        ("words \n-- \nJoe", "words \n-- \nJoe"),
        (">", "> "),
    ],
)
def test_lines_broken_for_the_way_are_joined_again(flowed: str, text: str) -> None:
    assert unflowed(flowed, drops_blank=False) == text


def test_a_mail_that_states_that_it_is_flowed_is_joined() -> None:
    letter = read(HEAD + b"Content-Type: text/plain; format=flowed; delsp=yes\n\nDonau \ndampfschiff\n")
    assert letter.text == "Donaudampfschiff\n"


SIGNED = bytes.fromhex("06092a864886f70d010702")
HOSTILE_DER = {
    "nothing behind it": b"\x30\x0b" + SIGNED,
    "open ends without end": b"\x30\x80" + SIGNED + b"\xa0\x80" * 100_000,
    "a length of all there is": b"\x30\x84\xff\xff\xff\xff" + SIGNED + b"\xa0\x84\xff\xff\xff\xff",
    "a length of a hundred bytes": b"\x30\x30" + SIGNED + b"\xa0\xe4" + b"\xff" * 100,
    "a million empty elements": b"\x30\x80" + SIGNED + b"\xa0\x80" + b"\x05\x00" * 1_000_000,
}


@pytest.mark.parametrize("der", HOSTILE_DER.values(), ids=HOSTILE_DER.keys())
def test_a_hostile_envelope_gives_nothing_and_ends(der: bytes) -> None:
    assert content_of_signed(der) is None


def test_signed_mails_signed_again_and_again_are_followed_a_few_times() -> None:
    def element(tag: int, content: bytes) -> bytes:
        return bytes([tag, 0x84]) + len(content).to_bytes(4, "big") + content

    inner = b"Content-Type: text/plain\n\nHello.\n"
    for _ in range(10):
        data = element(0x30, bytes.fromhex("06092a864886f70d010701") + element(0xA0, element(0x04, inner)))
        signed = element(0x30, SIGNED + element(0xA0, element(0x30, data)))
        inner = b"Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: binary\n\n" + signed
    letter = read(HEAD + inner)
    assert letter.repairs == (ENCRYPTED,)
