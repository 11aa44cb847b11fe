"""What a writer said is told apart from what they quoted, signed with and what was stamped below."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.interactions.said import Parts, separate, visible

ATTRIBUTIONS = {
    "English, Gmail": "On Mon, Feb 3, 2025 at 2:04 PM Ann Lee <ann@example.com> wrote:",
    "English, Apple": "On Feb 3, 2025, at 14:04, Ann Lee <ann@example.com> wrote:",
    "English, Yahoo": "On Monday, February 3, 2025 at 02:04:05 PM EST, Ann Lee <ann@example.com> wrote:",
    "English, wrapped": "On Dec 16, 2011, at 12:47 PM, Ann Lee\n<reply@example.com>\nwrote:",
    "English, dashes": "---- On Tue, 04 Mar 2025 10:00:00 +0100 Ann Lee <ann@example.com> wrote ----",
    "German": "Am Mo., 3. Feb. 2025 um 14:04 Uhr schrieb Ann Lee <ann@example.com>:",
    "German, name first": "Ann Lee <ann@example.com> schrieb am Mo., 3. Feb. 2025, 14:04:",
    "French": "Le lun. 3 févr. 2025 à 14:04, Ann Lee <ann@example.com> a écrit :",
    "Spanish": "El lun, 3 feb 2025 a las 14:04, Ann Lee (<ann@example.com>) escribió:",
    "Italian": "Il giorno lun 3 feb 2025 alle ore 14:04 Ann Lee <ann@example.com> ha scritto:",
    "Dutch": "Op ma 3 feb 2025 om 14:04 schreef Ann Lee <ann@example.com>:",
    "Dutch, Apple": "Op 3 feb. 2025, om 14:04 heeft Ann Lee <ann@example.com> het volgende geschreven:",
    "Portuguese": "Em seg., 3 de fev. de 2025 às 14:04, Ann Lee <ann@example.com> escreveu:",
    "Polish": "pon., 3 lut 2025 o 14:04 Ann Lee <ann@example.com> napisał(a):",
    "Polish, Thunderbird": "W dniu 2025-02-03 o 14:04, Ann Lee pisze:",
    "Swedish": "Den mån 3 feb. 2025 kl 14:04 skrev Ann Lee <ann@example.com>:",
    "Danish": "Den 3. feb. 2025 kl. 14.04 skrev Ann Lee <ann@example.com>:",
    "Norwegian": "På 3. feb. 2025, kl. 14:04, skrev Ann Lee <ann@example.com>:",
    "Finnish": "3.2.2025 klo 14:04, Ann Lee kirjoitti:",
    "Czech": "Dne po 3. 2. 2025 14:04 uživatel Ann Lee <ann@example.com> napsal:",
    "Russian": "пн, 3 февр. 2025 г. в 14:04, Ann Lee <ann@example.com>:",
    "Chinese": "在 2025年2月3日，下午2:04，Ann Lee <ann@example.com> 写道：",
    "Korean": "2025. 2. 3. 오후 2:04, Ann Lee <ann@example.com> 작성:",
    "Vietnamese": "Vào 14:04 3 tháng 2, 2025, Ann Lee <ann@example.com> đã viết:",
    "no verb": "2025-02-03 14:04 GMT+01:00 Ann Lee <ann@example.com>:",
}

HEADER_BLOCKS = {
    "English": "From: Ann Lee\nSent: Monday, February 3, 2025 2:04 PM\nTo: Joe Kowalski\nSubject: Coil",
    "below a line": "_____________________\nFrom: Ann Lee <a@b.com>\nSent: Monday\nTo: Joe\nSubject: Coil",
    "German": "Von: Ann Lee\nGesendet: Montag, 3. Februar 2025 14:04\nAn: Joe\nBetreff: Coil",
    "French": "De : Ann Lee\nEnvoyé : lundi 3 février 2025 14:04\nÀ : Joe\nObjet : Coil",
    "Spanish": "De: Ann Lee\nEnviado el: lunes\nPara: Joe\nAsunto: Coil",
    "Italian": "Da: Ann Lee\nInviato: lunedì\nA: Joe\nOggetto: Coil",
    "Dutch": "Van: Ann Lee\nVerzonden: maandag\nAan: Joe\nOnderwerp: Coil",
    "Portuguese": "De: Ann Lee\nEnviada em: segunda\nPara: Joe\nAssunto: Coil",
    "Polish": "Od: Ann Lee\nWysłano: poniedziałek\nDo: Joe\nTemat: Coil",
    "Swedish": "Från: Ann Lee\nSkickat: måndag\nTill: Joe\nÄmne: Coil",
    "Danish": "Fra: Ann Lee\nSendt: 3. februar 2025 14:04\nTil: Joe\nEmne: Coil",
    "Danish line": "-----Oprindelig meddelelse-----\nFra: Ann Lee",
    "Outlook's line": "-----Original Message-----\nFrom: Ann Lee",
    "Gmail forward": "---------- Forwarded message ---------\nFrom: Ann Lee <a@b.com>\nDate: Mon\nSubject: Coil",
    "Apple forward": "Begin forwarded message:\n\nFrom: Ann Lee <a@b.com>\nSubject: Coil\nTo: Joe",
    "Lotus Notes": "\tAnn Lee\n\t02/03/2025 02:04 PM\n\tTo: Joe Kowalski/GARY\n\tcc: \n\tSubject: Coil",
}

STAMPS = (
    "Sent from my iPhone",
    "Sent from my Verizon, Samsung Galaxy smartphone",
    "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Von meinem iPhone gesendet",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Enviado do meu iPhone",
    "Wysłane z iPhone'a",
    "Skickat från min iPhone",
)


def texts(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[a:b].strip() for a, b in spans]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
@pytest.mark.parametrize("quoted", ["> Can you ship on Friday?\n> Ann", "Can you ship on Friday?\n\nAnn"])
def test_an_attribution_line_and_what_follows_is_quoted(attribution: str, quoted: str) -> None:
    assert visible(f"Yes, forty tons.\n\n{attribution}\n\n{quoted}\n") == "Yes, forty tons."


@pytest.mark.parametrize("block", HEADER_BLOCKS.values(), ids=HEADER_BLOCKS)
def test_a_header_block_and_what_follows_is_quoted(block: str) -> None:
    assert visible(f"Yes, forty tons.\n\n{block}\n\nCan you ship on Friday?\n\nAnn\n") == "Yes, forty tons."


@pytest.mark.parametrize("stamp", STAMPS)
def test_the_stamp_of_a_phone_is_footer(stamp: str) -> None:
    mail = f"Yes, forty tons.\n\n{stamp}\n"
    assert visible(mail) == "Yes, forty tons."
    assert texts(mail, separate(mail).footer) == [stamp]


def test_interleaved_answers_are_several_spans_in_order() -> None:
    mail = "On Mon, 3 Feb 2025, Ann wrote:\n> How many?\nForty.\n\n> When?\n\nOn Friday.\nAt noon.\n"
    parts = separate(mail)
    assert texts(mail, parts.said) == ["Forty.", "On Friday.\nAt noon."]
    assert visible(mail) == "Forty.\n\nOn Friday.\nAt noon."


def test_an_answer_below_the_whole_quotation_is_said() -> None:
    assert visible("Ann Lee wrote:\n> How many?\n> Ann\n\nForty.\n") == "Forty."


def test_an_answer_follows_a_quotation_that_was_cut() -> None:
    mail = "On Mon, 3 Feb 2025 at 14:04, Ann wrote:\n\n[...]\n> How many?\n\nForty.\n"
    assert "Forty." in visible(mail)


def test_bars_quote_where_an_attribution_leads_up_to_them() -> None:
    assert visible("Schneider, Michael wrote:\n| How many?\n| Ann\n\nForty.") == "Forty."


def test_a_table_of_bars_is_said() -> None:
    assert visible("Our stock:\n| coil | 40 |\n| bar | 10 |") == "Our stock:\n| coil | 40 |\n| bar | 10 |"


@pytest.mark.parametrize(
    "sentence",
    [
        "On the surface, this looks like a quote header but it's not.",
        "On March 3, 2025 I wrote:\nplease ship forty tons.",
        "As Ann wrote:\nforty tons is the least we can take.",
        "The route:\nFrom: Gary\nTo: Chicago\nBy rail.",
        "Invitation:\n\nDate: Wednesday 3, October\nTime: 7:00am\nAddress: 130 Fox St\n\nBring your ID.",
        "Item    Due\n---------------------\nCoil    Jun 27, 2018",
        "Sent from my desk, it is easier than my phone.",
        "Please mail joe@steel.example by 14:00:\n- the certificate\n- the price",
        "Prices -- as agreed -- hold.",
        "Here is what I did:\n>>> 40 * 12\n480",
    ],
)
def test_what_only_looks_like_a_marker_is_said(sentence: str) -> None:
    assert visible(sentence) == sentence


def test_a_line_escaped_for_an_mbox_is_said() -> None:
    assert visible("Hello,\n>From Monday on we take forty tons.\n") == "Hello,\n>From Monday on we take forty tons."


def test_a_signature_behind_its_delimiter_is_not_said() -> None:
    mail = "Forty tons.\n\n-- \nJoe Kowalski\nNational Steel\n"
    parts = separate(mail)
    assert visible(mail) == "Forty tons."
    assert parts.signature is not None
    assert mail[slice(*parts.signature)].endswith("Joe Kowalski\nNational Steel")


def test_a_quotation_below_a_signature_is_quoted_and_not_signed() -> None:
    mail = "Forty.\n--\nJoe\n\nOn Mon, 3 Feb 2025 at 14:04, Ann <a@b.com> wrote:\n> How many?"
    parts = separate(mail)
    assert parts.signature is not None
    assert mail[slice(*parts.signature)].strip() == "--\nJoe"
    assert len(parts.quoted) == 1


def test_two_dashes_above_a_long_text_are_a_rule_and_not_a_signature() -> None:
    mail = "First part.\n--\n" + "\n".join(f"Point {n} of the plan needs your word." for n in range(20))
    assert visible(mail) == mail


@pytest.mark.parametrize(
    "closing", ["Best regards,", "Thanks,", "Mit freundlichen Gruessen", "Mit freundlichen Grüßen,", "Cordialement,"]
)
def test_closing_words_open_a_signature_that_stays_readable(closing: str) -> None:
    mail = f"Forty tons on Friday.\n\n{closing}\nJoe Kowalski\nVP Raw Materials\n+1 219 555 0134\n"
    parts = separate(mail)
    assert parts.signature is not None
    assert mail[slice(*parts.signature)].startswith(closing)
    assert "Joe Kowalski" in visible(mail)
    assert texts(mail, parts.message) == ["Forty tons on Friday."]


def test_a_first_name_at_the_end_is_a_signature() -> None:
    mail = "Please let me know if you need anything further.\n\nGreg\n"
    parts = separate(mail)
    assert parts.signature is not None
    assert mail[slice(*parts.signature)] == "Greg"


def test_a_last_thanks_alone_is_said_and_signs_nothing() -> None:
    assert separate("This was completed just in case.\n\nThanks\n").signature is None


def test_a_name_that_is_the_whole_mail_is_no_signature() -> None:
    assert separate("Greg").signature is None


def test_a_name_in_small_letters_is_a_signature_when_the_sender_is_known() -> None:
    mail = "It is done\nkim"
    assert separate(mail).signature is None
    assert separate(mail, sender="Kim Ward").signature == (11, 14)


def test_the_footer_of_a_mailing_list_is_footer() -> None:
    mail = "Forty.\n\n_______________________________________________\nBuyers mailing list\nhttp://x.example/listinfo\n"
    parts = separate(mail)
    assert visible(mail) == "Forty."
    assert texts(mail, parts.footer)[0].endswith("listinfo")


@pytest.mark.parametrize(
    "disclaimer",
    [
        "This e-mail and any attachments are confidential and intended only for the addressee.",
        "CONFIDENTIALITY NOTICE: the content is privileged.",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "Ce message est confidentiel.",
    ],
)
def test_a_legal_disclaimer_is_footer(disclaimer: str) -> None:
    mail = f"Forty tons.\n\n{disclaimer}\n"
    assert visible(mail) == "Forty tons."
    assert texts(mail, separate(mail).footer) == [disclaimer]


def test_a_mail_of_nothing_has_no_parts() -> None:
    assert separate("") == Parts(said=(), quoted=(), signature=None, footer=())
    assert visible("\n \n") == ""


def test_windows_line_ends_change_nothing() -> None:
    mail = "Yes.\n\nOn Mon, 3 Feb 2025 at 14:04, Ann <a@b.com> wrote:\n> How many?\n\n-- \nAnn\n"
    assert visible(mail.replace("\n", "\r\n")) == visible(mail) == "Yes."


MARKERS = """Forty tons.
> quoted
>>> deep

--
On Mon, 3 Feb 2025, Ann <a@b.com> wrote:
From: a@b.com
To: b@c.de
Subject: coil
Thanks,
Joe
Sent from my iPhone
----
________________________________________
Buyers mailing list"""
LINES = st.sampled_from([*MARKERS.split("\n"), "-- ", "x" * 900])


@given(st.lists(LINES, max_size=14).map("\n".join) | st.text(max_size=60))
def test_every_written_character_has_one_place(text: str) -> None:
    parts = separate(text)
    spans = sorted((*parts.said, *parts.quoted, *parts.footer))
    delimited = parts.signature is not None and all(not a <= parts.signature[0] < b for a, b in spans)
    covered = sorted((*spans, parts.signature)) if delimited and parts.signature else spans
    assert all(a[1] <= b[0] for a, b in pairwise(covered))
    assert all(0 <= a < b <= len(text) for a, b in covered)
    for at, character in enumerate(text):
        is_in = any(a <= at < b for a, b in spans) or (
            parts.signature and parts.signature[0] <= at < parts.signature[1]
        )
        assert is_in or character.isspace()


@pytest.mark.parametrize(
    "hostile",
    [
        ">\n" * 200_000,
        "\n".join(">" * (n % 400) + " x" for n in range(4_000)),
        ("a" * 100_000 + "\n") * 10,
        "From: a@b\n" * 100_000,
        "--\n" * 300_000,
        "<" * 1_000_000,
        ("--" * 200 + "wrote:\n") * 2_500,
    ],
    ids=["quotes", "nested", "long lines", "headers", "delimiters", "brackets", "dashes"],
)
@pytest.mark.timeout(20)
def test_a_hostile_megabyte_is_read_to_its_end(hostile: str) -> None:
    parts = separate(hostile)
    assert parts.said or parts.quoted


def test_a_link_that_was_broken_inside_a_quotation_is_quoted_whole() -> None:
    """A mail program wrapped Ann's link; its rest has no mark, and stands between lines that have one."""
    quoted = "> The drawing (http://example.com/drawing?\nversion=3dd518)\n>\n"
    assert visible(f"It fits.\n\nOn Feb 3, 2025, Ann Lee wrote:\n{quoted}") == "It fits."


def test_an_answer_between_quoted_lines_is_said() -> None:
    quoted = "> See http://example.com/drawing\nI have seen it.\n> Does it fit?\nIt does."
    assert visible(f"On Feb 3, 2025, Ann Lee wrote:\n{quoted}") == "I have seen it.\n\nIt does."


def test_a_mailing_lists_footer_below_a_short_rule_is_not_said() -> None:
    footer = "__\ncoils mailing list\ncoils@lists.example.com\nhttp://lists.example.com/mailman/listinfo/coils"
    assert visible(f"Thanks, that helps.\n\n{footer}") == "Thanks, that helps."
