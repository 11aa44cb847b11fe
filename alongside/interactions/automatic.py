"""Is a mail contact between people, or did a machine, a list, a mailing or an absent person's program send it?

Looks at the headers that programs set about themselves, then at the sender, the subject and the head of the text. In
doubt a mail stays personal: a lost customer's mail costs more than a newsletter too many. It does not decide who the
people are, nor whether the mail was welcome.
"""

import re
from collections.abc import Mapping

from alongside.interactions.said import visible
from alongside.vocabulary import Automatic

QUOTED_HEADER_CHARACTERS = 60
"""Characters of a header's value that a reason repeats."""

SUBJECT_CHARACTERS = 200
"""Characters of a subject that are looked at."""

TEXT_HEAD_CHARACTERS = 1500
"""Characters at the head of the text that are looked at; a program says early that it is one."""

Told = tuple[Automatic, str] | None

_NO_REPLY = re.compile(
    r"(?:^|[._+-])(?:no[._-]?reply|do[._-]?not[._-]?reply|donotrespond|no[._-]?responder|nicht[._-]?antworten"
    r"|keine[._-]?antwort|ne[._-]?pas[._-]?repondre|non[._-]?rispondere|nao[._-]?responda|unattended)(?:$|[._+-]|\d)",
)
_MACHINE_NAMES = re.compile(
    r"(?:^|[._-])(?:notifications?|notify|alerts?|automated|automation|auto-?mailer|mailer|cron|daemon|root"
    r"|bounces?|robot"
    r"|calendar-notification|jira|gitlab|jenkins|nagios|sharepoint|scanner|voicemail)$"
)
_MAILING_NAMES = re.compile(r"(?:^|[._-])(?:newsletters?|news|mailings?|e?campaigns?|promotions?|promo|offers)$")
_DAEMON = re.compile(r"(?:mailer-?daemon|mail-?daemon)\b")

_MAILING_PROGRAMS = re.compile(
    r"mcsv\.net|mailchimp|list-manage|hubspot|marketo|constantcontact|campaign-?monitor|createsend|sendinblue"
    r"|brevo|cleverreach"
    r"|exacttarget|mailjet|klaviyo|pardot|eloqua|getresponse|activecampaign|rapidmail|phpmailer|mailgun|salesforce",
    re.I,
)

_ABSENCE_SUBJECT = re.compile(
    r"(?:\[?(?:auto(?:matic|mated)?[ -]?(?:reply|response|antwort)|automatische (?:antwort|abwesenheitsnotiz)"
    r"|autoresponder)\]?"
    r"\s*(?:$|[:\-–(])"
    r"|out of (?:the )?office\s*(?:auto[ -]?reply|reply|notification|message)?\s*(?:[:\-–(]|auto)"
    r"|out of (?:the )?office (?:auto[ -]?reply|notification|message)$"
    r"|abwesenheitsnotiz|abwesenheit(?:sassistent)?\s*[:\-–]|(?:ich bin )?(?:nicht im büro|außer haus)\s*[:\-–]"
    r"|r[ée]ponse automatique|absen(?:ce|t)e? du bureau\s*(?:$|[:\-–(])|(?:message|notification) d.absence"
    r"|absence\s*[:–]"
    r"|respuesta autom[aá]tica|fuera de (?:la )?oficina\s*(?:$|[:\-–(])|ausen(?:te|cia) (?:de|en) la oficina"
    r"|risposta automatica|fuori sede\s*[:\-–]|automatisch antwoord|afwezigheidsbericht|resposta autom[aá]tica"
    r"|automatyczna odpowied[zź]|autosvar)",
    re.I,
)
_BOUNCE_SUBJECT = re.compile(
    r"(?:undeliver(?:able|ed)(?: mail)?(?: returned to sender)?\s*[:]|undelivered mail returned to sender"
    r"|mail delivery (?:failed|failure|problem|subsystem|system)|delivery (?:status notification|failure|has failed)"
    r"|returned mail:|failure notice$|message delivery (?:failure|failed)|delivery delayed:"
    r"|warning: could not send message"
    r"|unzustellbar:|nicht zustellbar:|zustellung (?:fehlgeschlagen|nicht möglich)|non remis\s?:"
    r"|échec de (?:la )?remise"
    r"|no se puede entregar:|no entregado:|mancato recapito)",
    re.I,
)
_RECEIPT_SUBJECT = re.compile(r"(?:read|gelesen|lu|leído|letto|not read|ungelesen|delivered|relayed)\s?: ", re.I)
_SAYS_IT_IS_AUTOMATIC = re.compile(
    r"(?:this is an|this) (?:auto(?:mated|matic|matically generated)|system[- ]generated) (?:e-?mail|message"
    r"|notification|reply)"
    r"|this (?:e-?mail|message|notification) (?:was|is|has been) (?:sent )?automatic(?:ally)? (?:generated|sent"
    r"|created)?"
    r"|(?:please )?do not (?:reply|respond) to this (?:auto\w* )?(?:e-?mail|message|notification)"
    r"|diese (?:e-?mail|nachricht) wurde automatisch|bitte antworten sie nicht auf diese|dies ist eine automatisch"
    r"|(?:ce|cet) (?:message|e-?mail|courriel) (?:a été|est) (?:envoyé|généré) automatiquement"
    r"|merci de ne pas répondre à ce"
    r"|este (?:mensaje|correo) (?:ha sido|fue|se ha) (?:generado|enviado) automáticamente|no responda a este",
    re.I,
)
_SAYS_IT_IS_ABSENT = re.compile(
    r"this is an auto(?:mated|matic) (?:reply|response)|dies ist eine automatische antwort"
    r"|ceci est une réponse automatique|(?:esta es una|este es un[ao]?) respuesta automática",
    re.I,
)


_HINTS = ("auto", "system", "do not re", "antworten sie", "ne pas r", "responda")
"""One of these stands in whatever the two patterns above find; looking for them first takes a thirtieth of the time."""


def kind_of_mail(
    headers: Mapping[str, str], *, sender_address: str, subject: str, text_head: str
) -> tuple[Automatic, str]:
    """Tell what kind of mail it is, and one sentence of reason ("" for an ordinary mail between people).

    `headers` may have names in any case; `text_head` is the beginning of the body. After RFC 3834 (automatic
    responses), RFC 2919 (List-Id), RFC 2369 (List-Unsubscribe) and RFC 3464 (delivery reports).
    """
    known = {name.lower(): " ".join(value.split())[:SUBJECT_CHARACTERS] for name, value in headers.items()}
    local = sender_address.strip(" <>").lower().rpartition("@")[0] or sender_address.strip(" <>").lower()
    title = " ".join(subject[:SUBJECT_CHARACTERS].split())
    told = (
        _bounce(known, local, title)
        or _absence(known, title)
        or _machine_header(known)
        or _list_or_mailing(known, local)
        or _sender(known, local)
        or _words(title, text_head[:TEXT_HEAD_CHARACTERS])
    )
    return told or (Automatic.PERSONAL, "")


def _bounce(headers: Mapping[str, str], local: str, title: str) -> Told:
    """A mail system reports that something could not be delivered, or was read."""
    report = headers.get("content-type", "").lower()
    if "multipart/report" in report and "disposition-notification" in report:
        return Automatic.MACHINE, "It is a receipt that a mail was opened; a program sent it."
    if "multipart/report" in report and "feedback-report" not in report:
        return Automatic.BOUNCE, "It is a mail system's report on a delivery (multipart/report)."
    if _DAEMON.match(local):
        return Automatic.BOUNCE, f"A mail system sent it ({_shown(local)}), not a person."
    is_returned = _BOUNCE_SUBJECT.match(title) is not None
    if local == "postmaster":
        kind = Automatic.BOUNCE if is_returned or _has_no_return_path(headers) else Automatic.MACHINE
        return kind, "A mail system sent it (postmaster), not a person."
    if is_returned and (
        _has_no_return_path(headers) or ":" in title or "notif" in title.lower() or "failed" in title.lower()
    ):
        return Automatic.BOUNCE, f"The subject is that of a mail that came back: “{_shown(title)}”."
    if _has_no_return_path(headers) and not _ABSENCE_SUBJECT.match(title) and not _says_replied(headers):
        return Automatic.BOUNCE, "It has an empty return path, as only reports of mail systems have."
    return None


def _has_no_return_path(headers: Mapping[str, str]) -> bool:
    return headers.get("return-path", "").replace(" ", "") == "<>"


def _says_replied(headers: Mapping[str, str]) -> bool:
    is_reply = headers.get("auto-submitted", "").lower().startswith("auto-replied")
    return is_reply or any(name in headers for name in ("x-autoreply", "x-autorespond", "x-auto-reply"))


def _absence(headers: Mapping[str, str], title: str) -> Told:
    """Somebody's program answered in their place."""
    if headers.get("auto-submitted", "").lower().startswith("auto-replied"):
        return Automatic.AUTO_REPLY, "It says itself that a program replied (Auto-Submitted: auto-replied)."
    for name in ("x-autoreply", "x-autorespond", "x-auto-reply"):
        if headers.get(name, "").lower() not in ("", "no", "false"):
            return Automatic.AUTO_REPLY, f"It says itself that a program replied ({name}: {_shown(headers[name])})."
    if headers.get("precedence", "").lower() == "auto_reply":
        return Automatic.AUTO_REPLY, "It says itself that a program replied (Precedence: auto_reply)."
    if _ABSENCE_SUBJECT.match(title):
        return Automatic.AUTO_REPLY, f"The subject is that of an automatic reply: “{_shown(title)}”."
    return None


def _machine_header(headers: Mapping[str, str]) -> Told:
    said = headers.get("auto-submitted", "").lower()
    if said.startswith("auto-") and not _is_on_list(headers):
        return Automatic.MACHINE, f"It says itself that a program made it (Auto-Submitted: {_shown(said)})."
    return None


def _is_on_list(headers: Mapping[str, str]) -> bool:
    return bool(headers.get("list-id"))


def _list_or_mailing(headers: Mapping[str, str], local: str) -> Told:
    """A list carries the mail of people; a mailing goes to many at once. List-Unsubscribe alone is a mailing."""
    list_id, precedence = headers.get("list-id", ""), headers.get("precedence", "").lower()
    program = _MAILING_PROGRAMS.search(f"{list_id} {headers.get('x-mailer', '')}")
    if list_id:
        if program or "feedback-id" in headers or _is_no_person(local):
            return Automatic.BULK, f"It is a mailing to many: it comes through the list {_shown(list_id)}."
        return Automatic.LIST, f"It came through a mailing list ({_shown(list_id)})."
    if precedence == "list":
        return Automatic.LIST, "It says itself that it came through a mailing list (Precedence: list)."
    if precedence in ("bulk", "junk"):
        return Automatic.BULK, f"It says itself that it went to many (Precedence: {precedence})."
    if "list-unsubscribe" in headers:
        return Automatic.BULK, "It is a mailing: it offers to unsubscribe (List-Unsubscribe)."
    return None


def _is_no_person(local: str) -> bool:
    return any(names.search(local) for names in (_NO_REPLY, _MACHINE_NAMES, _MAILING_NAMES))


def _sender(headers: Mapping[str, str], local: str) -> Told:
    if _MAILING_NAMES.search(local):
        return Automatic.BULK, f"Its sender is a mailing, not a person ({_shown(local)})."
    if _NO_REPLY.search(local):
        return Automatic.MACHINE, f"Its sender takes no replies ({_shown(local)})."
    if _MACHINE_NAMES.search(local):
        return Automatic.MACHINE, f"Its sender is a program, not a person ({_shown(local)})."
    return None


def _words(title: str, text: str) -> Told:
    """What the writer's own words say; a person who quotes such words stays a person."""
    if _RECEIPT_SUBJECT.match(title) and re.match(r"\s*your message\b", text, re.I):
        return Automatic.MACHINE, "It is a receipt that a mail was opened; a program sent it."
    folded = text.casefold()
    if not any(hint in folded for hint in _HINTS):
        return None
    if not (_SAYS_IT_IS_AUTOMATIC.search(text) or _SAYS_IT_IS_ABSENT.search(text)):
        return None
    own = visible(text)
    if _SAYS_IT_IS_ABSENT.search(own):
        return Automatic.AUTO_REPLY, "The text says that it is an automatic reply."
    if _SAYS_IT_IS_AUTOMATIC.search(own):
        return Automatic.MACHINE, "The text says that a program wrote it."
    return None


def _shown(value: str) -> str:
    """A header's value as a reason repeats it: one short line."""
    line = " ".join(value.split())
    return line if len(line) <= QUOTED_HEADER_CHARACTERS else line[: QUOTED_HEADER_CHARACTERS - 1] + "…"
