"""What can be a letter and what cannot: no header is smuggled in, nobody is written to by mistake, and no letter is lost on the way."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from alongside.outbox.compose import MOST_RECIPIENTS, LetterError, Written, check_sender, seal, write
from alongside.sources.contract import Letter
from alongside.sources.letter import parse_letter

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def sent(to: str, subject: str = "Hello", text: str = "How it stands.", **more: str) -> Letter:
    """Write a letter, and read it as any mail is read."""
    sealed = seal(
        write(to, subject, text, **more), sender="olga@example.com", sender_name="Ólga Ówner", message_id="1@x", at=AT
    )
    assert max(map(len, sealed.raw.split(b"\r\n"))) <= 998
    read = parse_letter(sealed.raw)
    assert isinstance(read, Letter)
    return read


def sealed(letter: Written, name: str = "") -> bytes:
    return seal(letter, sender="olga@example.com", sender_name=name, message_id="1@x", at=AT).raw


@pytest.mark.parametrize("subject", ["Größe der Züge", "鉄鉱石 " * 30, "x" * 250, "Re: 100% sure?"])
def test_a_subject_is_read_as_it_was_written(subject: str) -> None:
    assert sent("joe@nsteel.example", subject).subject.split() == subject.split()


@pytest.mark.parametrize(
    ("to", "address", "name"),
    [
        ("joe@nsteel.example", "joe@nsteel.example", ""),
        ("José Müller <joe@nsteel.example>", "joe@nsteel.example", "José Müller"),
        ('"Kowalski, Joe" <joe@nsteel.example>', "joe@nsteel.example", "Kowalski, Joe"),
        ("joe@mücke.example", "joe@xn--mcke-0ra.example", ""),
    ],
)
def test_an_address_and_a_name_are_read_as_they_were_written(to: str, address: str, name: str) -> None:
    [who] = sent(to).to
    assert (who.address, who.name) == (address, name)


def test_several_are_apart_by_commas_or_semicolons() -> None:
    assert [who.address for who in sent("a@x.example; b@x.example, c@x.example").to] == [
        "a@x.example",
        "b@x.example",
        "c@x.example",
    ]


@pytest.mark.parametrize("text", ["a\r\n.\r\nb", ".hidden", "x" * 5_000, "Grüße\n\n-- \nÓlga", "From here on\n>quoted"])
def test_the_words_arrive_as_they_were_written(text: str) -> None:
    assert sent("joe@nsteel.example", text=text).text.split() == text.split()


def test_it_answers_the_mail_that_it_answers() -> None:
    read = sent("joe@nsteel.example", answers="<asked@x>")
    assert (read.in_reply_to, read.references) == ("asked@x", ("asked@x",))


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\r", "\x00", "\u2028", "\x85"])
def test_no_header_is_smuggled_in(sign: str) -> None:
    for to, subject in (
        ("joe@x.example", f"Hi{sign}Bcc: eve@x.example"),
        (f"joe@x.example{sign}Bcc: eve@x.example", "Hi"),
    ):
        with pytest.raises(LetterError, match="in one line"):
            write(to, subject, "Hello.")


@pytest.mark.parametrize("answers", ["x>\r\nBcc: eve@x.example", "x\ny", "a b"])
def test_an_id_that_would_break_a_header_is_left_out(answers: str) -> None:
    raw = sealed(write("joe@x.example", "Hi", "Hello.", answers=answers))
    message = message_from_bytes(raw, policy=policy.SMTP)
    assert message["In-Reply-To"] is None and message["Bcc"] is None


def test_a_name_with_a_line_break_breaks_no_header() -> None:
    raw = sealed(write("joe@x.example", "Hi", "Hello."), name="O\r\nBcc: eve@x.example")
    assert message_from_bytes(raw, policy=policy.SMTP)["Bcc"] is None


@pytest.mark.parametrize(
    "to", ["joe", "@x.example", "joe@", "joe@localhost", "joe@@x.example", "a b@x.example", "joe@-x.example", "x" * 400]
)
def test_what_is_no_address_is_told(to: str) -> None:
    with pytest.raises(LetterError, match="is no address") as told:
        write(to, "Hi", "Hello.")
    assert told.value.field == "to"


def test_many_recipients_are_told_to_use_a_mail_program() -> None:
    many = ", ".join(f"p{n}@x.example" for n in range(MOST_RECIPIENTS + 1))
    with pytest.raises(LetterError, match="would go to 21 people"):
        write(many, "Hi", "Hello.")


@pytest.mark.parametrize(
    ("to", "subject", "text", "says"),
    [
        ("", "Hi", "Hello.", "Say whom"),
        ("joe@x.example", "Hi", "  \n", "is empty"),
        ("joe@x.example", "x" * 251, "Hello.", "Shorten it"),
        ("joe@x.example", "Hi", "x" * 100_001, "Shorten it"),
    ],
)
def test_what_is_missing_or_too_long_is_told(to: str, subject: str, text: str, says: str) -> None:
    with pytest.raises(LetterError, match=says):
        write(to, subject, text)


def test_who_has_no_address_of_their_own_is_told() -> None:
    with pytest.raises(LetterError, match="does not know your own address"):
        check_sender("")
