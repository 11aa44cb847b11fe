"""With which words do mail programs, phones and lawyers mark what the writer did not say? Patterns only, eight languages and more."""

import re

HEADER_NAMES: dict[str, str] = {
    word: kind
    for kind, words in {
        "from": "from|von|de|da|van|od|från|fra|mittente|afzender|nadawca|от|remitente|expéditeur|lähettäjä",
        "sent": "sent|date|gesendet|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviado em|enviada em|fecha"
        "|inviato|data|verzonden|wysłano|wysłane|skickat|sendt|dato|отправлено|дата|lähetetty",
        "to": "to|an|à|para|a|aan|do|till|til|кому",
        "copy": "cc|kopie|bcc|cci|dw|kopia|копия|copie à",
        "subject": "subject|betreff|objet|asunto|oggetto|onderwerp|assunto|temat|ämne|emne|тема|aihe",
        "other": "reply-to|organization|organisation|importance|wichtigkeit|importancia|priority|attachments|anlagen"
        "|newsgroups|message-id|x-mailer|resent-from|répondre à",
    }.items()
    for word in words.split("|")
}

VERB = (
    r"(?:wrote|writes|written|said|says|spake|schrieb|écrit|ecrit|escribió|escribio|scritto|scrive|escreveu"
    r"|geschreven"
    r"|schreef|napisał(?:\(a\)|a)?|napisana|pisze|napsala?|napsal\(a\)|skrev|kirjoitti|написала?|пишет|viết|写道|작성|yazdı|�{1,2}crit"
    r"|escribi�{1,2}|quoting)"
)
VERB_INSIDE = re.compile(rf"(?<!\w){VERB}(?!\w)", re.I)
VERB_BEFORE_NAME = re.compile(r"(?<!\w)(?:schrieb|schreef|skrev|napisana)\s", re.I)
OF_ONESELF = re.compile(r"\bI (?:wrote|said)|(?:schrieb ich|schreef ik|skrev jag)\b", re.I)
VERB_LAST = re.compile(rf"(?<!\w){VERB}\s*[:：]?$", re.I)
OPENER = re.compile(
    r"\W{0,3}(?:On|At|In|Am|Le|El|Il|Em|Op|No dia|Dnia|W dniu|Dne|Wiadomość|Den|På|Vào|Quoting|\d{1,4}[-/. :]"
    r"|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)[a-zé]{0,6}[,. ])",
    re.I,
)
DATE = re.compile(
    r"\d[:.h]\d\d|(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d|"
    r"\d{1,2}(?:st|nd|rd|th|\.|er)? (?:de )?[A-Za-zéûäç]{3,10}|[A-Z][a-z]{2,8}\.? \d"
)
ADDRESS = re.compile(r"[<(\[]\s?(?:mailto:)?[^<>\s@]{1,64}(?:@|\s?<?at>?\s)[^<>\s]{1,100}\s?[>)\]]|\S@\S+\.\w|&lt;\S+@")
SHARED_LINE = re.compile(r"\S(-{2,}\s?On\s.{6,200}\bwrote:)$")

CUT_MARK = re.compile(
    r"[\[(<{*]{0,2}\s?(?:\.{3}|…|snip|cut|trimmed|deleted|schnipp)\b.{0,60}$|[\[(<]\s?(?:\.{3}|…)\s?[\])>]$", re.I
)
STAMP_OF_LOTUS = re.compile(r"\d\d?/\d\d?/\d{2,4} \d\d?:\d\d(?::\d\d)? ?[AP]M\W*$", re.I)
SHALLOW_QUOTE = re.compile(r"^[ \t]*>(?!>>)", re.M)

FORWARDED = re.compile(
    r"original (?:message|appointment)|(?:reply|forwarded|quoted) message|forwarded by|original[- ]?nachricht"
    r"|(?:ursprüngliche|weitergeleitete) nachricht"
    r"|(?:oprindelig|videresendt) (?:meddelelse|besked)|message (?:d.origine|original|transféré)|mensaje (?:original"
    r"|reenviado)"
    r"|messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada)|(?:oorspronkelijk|doorgestuurd"
    r"|origineel) bericht"
    r"|(?:oryginalna|przekazana|przekazywana) wiadomość|wiadomość (?:oryginalna|przekazana)|ursprungligt meddelande"
    r"|original ?meddelande|vidarebefordrat (?:meddelande|brev)|исходное сообщение|пересылаемое сообщение",
    re.I,
)
BEGIN_FORWARD = re.compile(
    r"(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:transféré"
    r"|réexpédié)"
    r"|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:encaminhada|reenviada)"
    r"|begin doorgestuurd bericht|początek przekazywanej wiadomości|vidarebefordrat brev)\s?:",
    re.I,
)
STAMP_STARTS = (
    *("Sent ", "sent ", "*Sent ", "[Sent", "Get ", "Gesendet", "Von mein", "Holen Sie", "Env", "Télécharge", "Obten"),
    *("Inviato", "Scarica", "Verzonden", "Verstuurd", "Skickat", "Sendt", "Wysłan"),
)
"""How lines that a phone stamps below a mail begin; only these are compared with SENT_FROM."""
SENT_FROM = re.compile(
    r"\W{0,2}(?:sent (?:from|via|with|by|using)|gesendet (?:von|mit)|envoyée? (?:de|depuis|à partir)"
    r"|enviad[oa] (?:desde|do|de|da|a partir|por|via)|inviato (?:da|dal|con)|ver(?:zonden|stuurd) (?:vanaf|van"
    r"|vanuit|met|via)"
    r"|skickat från|wysłan[oey] (?:z|za)|sendt fra|get outlook for|holen sie sich outlook|télécharge[rz] outlook"
    r"|scarica outlook"
    r"|obtener outlook|obtenha o outlook)\b(?:[^,;:?!]{1,60}\.?|[^;:?!.]{1,60}(?:phone|tablet|device|network))$"
    r"|von meinem .{2,30} gesendet\W?$",
    re.I,
)
LINK = re.compile(r"\s*[<(\[]?(?:https?:|www\.|mailto:)[^\s>]{1,300}[>)\]]?")
STAMPED = re.compile(
    r"(?:you (?:are receiving|received|are subscribed)|to unsubscribe|unsubscribe[: ]|reply to this email directly"
    r"|to post to this|to view this discussion|for more options, visit|no virus found|checked by avg"
    r"|this (?:e-?mail|message) (?:has been|was) "
    r"(?:scanned|checked)|scanned by|virus-free|do you yahoo|yahoo! groups|mailing list$|-----begin pgp signature"
    r"|-----begin pgp signed)",
    re.I,
)
DISCLAIMER = re.compile(
    r"[\W_]{0,4}(?:(?:this|the|any) (?:e-?mail|message|communication|transmission|electronic)|confidential"
    r"|(?:the )?information (?:contained|transmitted|in this|herein)|disclaimer|privileged|notice:|legal notice"
    r"|important(?::| notice)|(?:diese|die in dieser) (?:e-?mail|nachricht|mail)|der inhalt dieser"
    r"|ce (?:message|courriel|mail|courrier)|(?:este|el presente) (?:mensaje|correo|e-?mail)|la información contenida"
    r"|est[ea] (?:mensagem|e-?mail)|(?:questo|il presente) messaggio|questa (?:e-?mail|comunicazione)|le informazioni"
    r"|(?:dit|de inhoud van dit) (?:bericht|e-?mail)|deze e-?mail|(?:niniejsza|ta) (?:wiadomość|korespondencja)"
    r"|detta (?:meddelande|e-?post|mail))",
    re.I,
)
DISCLAIMS = re.compile(
    r"confidential|privileged|intended (?:only |solely )?(?:for|recipient|addressee)|addressee|unauthori[sz]ed"
    r"|vertraulich|confidenti?el|confidencial|riservat|vertrouwelijk|poufn|konfidentiell|viruses",
    re.I,
)
