"""Mail between people is told apart from lists, mailings, automatic replies, returned mail and machines."""

import pytest

from alongside.interactions.automatic import kind_of_mail
from alongside.vocabulary import Automatic


def kind(
    headers: dict[str, str] | None = None,
    *,
    sender: str = "joe.kowalski@nationalsteel.example",
    subject: str = "Forty tons of coil",
    text: str = "Can you ship on Friday?",
) -> Automatic:
    found, because = kind_of_mail(headers or {}, sender_address=sender, subject=subject, text_head=text)
    assert (because == "") == (found == Automatic.PERSONAL)
    assert "\n" not in because
    return found


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"auto-submitted": "no"},
        {"x-mailer": "Microsoft Outlook 16.0", "return-path": "<joe.kowalski@nationalsteel.example>"},
        {"user-agent": "Mozilla Thunderbird", "precedence": "normal"},
        {"x-auto-response-suppress": "DR"},
    ],
)
def test_a_person_stays_personal(headers: dict[str, str]) -> None:
    assert kind(headers) == Automatic.PERSONAL


@pytest.mark.parametrize(
    "subject",
    [
        "Out of office next week",
        "RE: Out of office",
        "Re: Automatic reply: Forty tons",
        "Automatic reply times in our contract",
        "FW: Undeliverable: Forty tons",
        "Delivery of forty tons failed inspection",
        "Absence of rust on the coil",
        "Accepted: Site visit",
        "Abwesenheit im August",
        "Notification of price change",
        "Undeliverable goods at dock 4",
    ],
)
def test_a_person_may_write_about_absence_and_delivery(subject: str) -> None:
    assert kind(subject=subject) == Automatic.PERSONAL


@pytest.mark.parametrize(
    "sender",
    [
        "info@nationalsteel.example",
        "sales@nationalsteel.example",
        "purchasing@nationalsteel.example",
        "noreen.replyson@nationalsteel.example",
        "newsome@nationalsteel.example",
        "robotham@nationalsteel.example",
        "a.root.smith@nationalsteel.example",
        "donna.reply@nationalsteel.example",
        "",
    ],
)
def test_a_shared_or_odd_address_stays_personal(sender: str) -> None:
    assert kind(sender=sender) == Automatic.PERSONAL


@pytest.mark.parametrize(
    "sender",
    [
        "noreply@shop.example",
        "no-reply@shop.example",
        "do_not_reply@shop.example",
        "donotreply+123@shop.example",
        "order-noreply@shop.example",
        "notifications@git.example",
        "alerts@watch.example",
        "jira@work.example",
    ],
)
def test_a_sender_that_takes_no_replies_is_a_machine(sender: str) -> None:
    assert kind(sender=sender) == Automatic.MACHINE


@pytest.mark.parametrize(
    "sender", ["newsletter@metals.example", "news@metals.example", "acme.newsletter@metals.example"]
)
def test_a_newsletter_is_bulk(sender: str) -> None:
    assert kind(sender=sender) == Automatic.BULK


def test_an_offer_to_unsubscribe_alone_is_bulk() -> None:
    assert kind({"List-Unsubscribe": "<mailto:off@metals.example>"}) == Automatic.BULK


def test_a_person_writing_through_a_company_list_is_list() -> None:
    headers = {
        "list-id": "Mill managers <mill.nationalsteel.example>",
        "list-unsubscribe": "<mailto:x>",
        "precedence": "list",
    }
    assert kind(headers) == Automatic.LIST


@pytest.mark.parametrize(
    ("headers", "sender"),
    [
        ({"list-id": "abc <abc.list-id.mcsv.net>"}, "anna@metals.example"),
        ({"list-id": "abc <abc.metals.example>", "feedback-id": "1:2:3:x"}, "anna@metals.example"),
        ({"list-id": "abc <abc.metals.example>"}, "newsletter@metals.example"),
    ],
)
def test_a_mailing_that_calls_itself_a_list_is_bulk(headers: dict[str, str], sender: str) -> None:
    assert kind(headers, sender=sender) == Automatic.BULK


@pytest.mark.parametrize(
    ("precedence", "expected"),
    [
        ("bulk", Automatic.BULK),
        ("junk", Automatic.BULK),
        ("list", Automatic.LIST),
        ("auto_reply", Automatic.AUTO_REPLY),
    ],
)
def test_precedence_is_believed(precedence: str, expected: Automatic) -> None:
    assert kind({"Precedence": precedence}) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("auto-replied", Automatic.AUTO_REPLY),
        ("auto-replied (vacation)", Automatic.AUTO_REPLY),
        ("auto-generated", Automatic.MACHINE),
        ("auto-notified; owner-email=x", Automatic.MACHINE),
        ("no", Automatic.PERSONAL),
    ],
)
def test_auto_submitted_is_believed(value: str, expected: Automatic) -> None:
    assert kind({"Auto-Submitted": value}) == expected


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Forty tons",
        "Out of Office AutoReply: Forty tons",
        "Out of office: Joe Kowalski",
        "Auto-Reply: Forty tons",
        "Abwesenheitsnotiz: Forty tons",
        "Automatische Antwort: Forty tons",
        "Réponse automatique : Forty tons",
        "Absence du bureau : Forty tons",
        "Respuesta automática: Forty tons",
        "Fuera de la oficina: Forty tons",
    ],
)
def test_the_subject_of_an_absence_is_an_automatic_reply(subject: str) -> None:
    assert kind(subject=subject) == Automatic.AUTO_REPLY
    assert kind({"auto-submitted": "auto-generated"}, subject=subject) == Automatic.AUTO_REPLY
    assert kind({"return-path": "<>"}, subject=subject) == Automatic.AUTO_REPLY


@pytest.mark.parametrize("name", ["X-Autoreply", "X-Autorespond"])
def test_an_autoreply_header_is_an_automatic_reply(name: str) -> None:
    assert kind({name: "yes"}) == Automatic.AUTO_REPLY


@pytest.mark.parametrize(
    ("headers", "sender", "subject"),
    [
        ({"return-path": "<>"}, "postmaster@mail.example", "Something"),
        ({"return-path": "<>"}, "system@mail.example", "Something"),
        ({"content-type": "multipart/report; report-type=delivery-status"}, "x@mail.example", "Something"),
        ({}, "MAILER-DAEMON@mail.example", "Something"),
        ({}, "mailsystem@mail.example", "Undeliverable: Forty tons"),
        ({}, "mailsystem@mail.example", "Delivery Status Notification (Failure)"),
        ({}, "mailsystem@mail.example", "Unzustellbar: Forty tons"),
        ({"auto-submitted": "auto-generated"}, "postmaster@mail.example", "Undeliverable: Forty tons"),
    ],
)
def test_returned_mail_is_a_bounce(headers: dict[str, str], sender: str, subject: str) -> None:
    assert kind(headers, sender=sender, subject=subject) == Automatic.BOUNCE


def test_a_read_receipt_is_a_machine() -> None:
    headers = {"content-type": "multipart/report; report-type=disposition-notification", "return-path": "<>"}
    assert kind(headers, subject="Read: Forty tons") == Automatic.MACHINE


def test_a_text_that_calls_itself_automatic_is_a_machine() -> None:
    text = "Your order 40 was received.\n\nThis is an automatically generated message. Do not reply to this e-mail."
    assert kind(text=text) == Automatic.MACHINE


@pytest.mark.parametrize(
    "text",
    [
        "This is an automated message.",
        "THIS SYſTEM-GENERATED E-MAIL needs no answer.",
        "Please do not respond to this e-mail.",
        "DO NOT REPLY TO THIS NOTIFICATION",
        "Diese Nachricht wurde automatisch erstellt.",
        "Bitte antworten Sie nicht auf diese E-Mail.",
        "Ce message a été envoyé automatiquement.",
        "Merci de ne pas répondre à ce courriel.",
        "MERCI DE NE PAS RÉPONDRE À CE MESSAGE",
        "Este correo fue generado automáticamente.",
        "No responda a este mensaje.",
    ],
)
def test_a_text_calls_itself_automatic_in_any_of_four_languages_and_in_any_case(text: str) -> None:
    assert kind(text=f"Your order 40 was received.\n\n{text}") == Automatic.MACHINE


def test_a_person_who_quotes_a_machine_stays_personal() -> None:
    text = (
        "See below, Joe.\n\nOn Mon, 3 Feb 2025 at 14:04, Shop <noreply@shop.example> wrote:\n"
        "> This is an automatically generated message. Do not reply to this e-mail."
    )
    assert kind(text=text) == Automatic.PERSONAL


def test_the_reason_names_what_was_seen_in_one_short_sentence() -> None:
    found, because = kind_of_mail(
        {"list-id": "x" * 500 + "\n y"}, sender_address="joe@steel.example", subject="", text_head=""
    )
    assert found == Automatic.LIST
    assert because.startswith("It came through a mailing list (xxx")
    assert len(because) < 120
