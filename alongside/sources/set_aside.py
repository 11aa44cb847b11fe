"""Which mails does their own mail program keep as spam, as a draft or in the trash, so that they are no correspondence?

Judged by the name of the folder or label, in the languages mail programs come in, and by the flags that programs write.
Such mails are refused with a sentence and stay where they are; nothing is judged by what a mail says.
"""

import re
from collections.abc import Iterable

SPAM = (
    "Your mail program keeps this mail as spam. It is left out. "
    "If it belongs to your correspondence, take it out of the spam there and export again."
)
TRASH = (
    "Your mail program keeps this mail in the trash. It is left out. "
    "If you want it, put it back into a folder there and export again."
)
DRAFT = "This mail is a draft that was not sent. It is left out; once it is sent, the next export brings it."
CHAT = "This is a line of a chat that was exported as a mail. Chats are not read; it is left out."
DELETED = (
    "The mail program marks this mail as deleted or moved to another folder; it is still in the file. "
    "It is left out. If you want it, take it back there and export again."
)

_NAMES = {
    SPAM: "spam|junk|junk mail|junk e-mail|junk email|bulk mail|spamverdacht|unerwünscht|pourriel|indésirables"
    "|courrier indésirable|correo no deseado|no deseado|posta indesiderata|ongewenste e-mail|lixo eletrônico",
    TRASH: "trash|bin|deleted|deleted items|deleted messages|papierkorb|gelöscht|gelöschte elemente|gelöschte objekte"
    "|corbeille|éléments supprimés|messages supprimés|papelera|elementos eliminados|cestino|posta eliminata|prullenbak"
    "|verwijderde items|lixeira|lixo|kosz",
    DRAFT: "draft|drafts|templates|outbox|unsent messages|entwurf|entwürfe|vorlagen|postausgang|brouillons|modèles"
    "|boîte d'envoi|borradores|plantillas|bandeja de salida|bozze|concepten|rascunhos|szkice",
    CHAT: "chat|chats|hangouts",
}
_REASONS = {name: reason for reason, names in _NAMES.items() for name in names.split("|")}
_ROOTS = ("[gmail]/", "[google mail]/", "inbox/", "inbox.")

_FOLDER_OF = {SPAM: "the spam folder", TRASH: "the trash", DRAFT: "a folder of drafts", CHAT: "a folder of chats"}

MOZILLA_EXPUNGED = 0x0008
"""The bit of X-Mozilla-Status by which Thunderbird marks a mail as deleted or moved away that is still in the file."""

MOZILLA_DELETED_ON_SERVER = 0x0020_0000
"""The bit of X-Mozilla-Status2 by which Thunderbird marks a mail as deleted on its IMAP server."""

MARKS_LOOKED_FOR_BYTES = 4096
"""How far into a mail the marks of a mail program are looked for. Unit: bytes; programs write them at the top."""

_MOZILLA = re.compile(rb"^X-Mozilla-Status(2?):[ \t]*([0-9A-Fa-f]{4,8})\b", re.MULTILINE)
_X_STATUS = re.compile(rb"^X-Status:[ \t]*([A-Za-z]{1,10})[ \t]*\r?$", re.MULTILINE)


def why_by_label(labels: Iterable[str]) -> str:
    """Return why a mail under these labels or in such a folder is left out, or "" when it is not."""
    for label in labels:
        name = label.strip().casefold()
        for root in _ROOTS:
            name = name.removeprefix(root)
        if name in _REASONS:
            return _REASONS[name]
    return ""


def why_the_folder(name: str, label: str) -> str:
    """Return why a whole folder is left out by its label, or ""; `name` is how a sentence calls it."""
    what = _FOLDER_OF.get(why_by_label((label,)), "")
    return (
        f"{name} is {what} of a mail program. Its mails are left out; move those you want to another folder."
        if what
        else ""
    )


def why_by_marks(raw: bytes) -> str:
    """Return why a mail is left out by what its program wrote at its top (Thunderbird, mutt, pine), or ""."""
    top = raw[:MARKS_LOOKED_FOR_BYTES].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    for second, digits in _MOZILLA.findall(top):
        if int(digits, 16) & (MOZILLA_DELETED_ON_SERVER if second else MOZILLA_EXPUNGED):
            return DELETED
    found = _X_STATUS.search(top)
    letters = found[1].upper() if found else b""
    return DELETED if b"D" in letters else DRAFT if b"T" in letters else ""


def why_by_flags(flags: str) -> str:
    """Return why a mail of a Maildir is left out by the letters behind ":2," in its name, or ""."""
    return TRASH if "T" in flags else DRAFT if "D" in flags else ""
