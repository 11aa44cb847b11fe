"""Does the writer promise to do something, in German?

Counts: "ich melde mich bis Freitag", "wir schicken Ihnen", "Sie bekommen das Angebot", "die Ware geht heute raus", "wird erledigt". Does not
count: what was done, what is done by the mail itself ("anbei senden wir"), conditions, denials, where the writer will be.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, due_after, due_detail, dues_of, said, whole_sentence
from alongside.sightings.extractors.german_clauses import german_what, is_quoted_in_german
from alongside.sightings.extractors.language import is_german
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "german_promise"
VERSION = 1
_BY = Extractor(SightingKind.PROMISE, NAME, VERSION)

_DEED = (
    "(melde|schicke|sende|liefere|prüfe|kläre|rufe|kümmere|leite|reiche|korrigiere|übernehme|erstatte|tausche|bringe|sorge|versuche|erledige|bestätige|frage|hole|überweise|ersetze"
    "|veranlasse|informiere|verspreche|organisiere|besorge|bereite|überarbeite|ergänze|berichtige|begleiche|bezahle|zahle|versende|verschicke|faxe|maile|buche|reserviere|storniere"
    "|übersende|übermittle|beauftrage|repariere|bearbeite|recherchiere|vereinbare|trage|unterschreibe|gutschreibe|beantworte|schreibe|teile|checke)n?|liefern|kümmern|ändern|erweitern|ändere|regle|regeln|behebe|beheben|bemühe|bemühen|antworte|antworten"
)
_DEED_WITH = r"""
    (gebe|geben|sage|sagen)(?=[^.;]* bescheid)|(gebe|geben)(?=[^.;]*(ihnen|dir|euch))|(komme|kommen)(?=[^.;]* (zu|zurück|vorbei)\b)|(halte|halten)(?=[^.;]* laufenden)
    (schaue|schauen|sehe|sehen)(?=[^.;]* an\b)|(lasse|lassen)(?=[^.;]* (zukommen|wissen))|(spreche|sprechen)(?=[^.;]* mit\b)|(stelle|stellen)(?=[^.;]* (zu|aus|bereit|fertig|ein)\b)
    (mache|machen)(?=[^.;]* (fertig|das|es)\b)|(nehme|nehmen)(?=[^.;]* (auf|mit|zurück)\b)|(gehe|gehen)(?=[^.;]* nach\b)|(setze|setzen)(?=[^.;]* (auf|um|in verbindung)\b)
"""
_DEEDS = "|".join(line.strip() for line in [_DEED, *_DEED_WITH.strip().splitlines()])
_INFINITIVE = (
    r"(?!sein\b|haben\b|müssen\b|können\b|sehen\b|freuen\b|hoffen\b|geben wir\b)(?:\w+zu)?[a-zäöüß]{3,18}(?:en|ern|eln)"
)

_SELF = any_of(
    rf"""
    (ich|wir) ({_DEEDS})
    (?!bitte)({_DEEDS}) (ich|wir)
"""
)
_SELF_WILL = re.compile(
    rf"(?:\b(?:ich werde?|wir werden)\b|\b(?:werde ich|werden wir)\b)(?= [^.;]*\b{_INFINITIVE}(?=[ ,.!]|$))"
)
_OTHER_WILL = re.compile(
    rf"^[^,;]{{3,40}} wird (?=(?:sie|ihnen|dich|dir|euch|sich (?:bei ihnen|mit ihnen|bei dir|darum))\b[^.;]*\b{_INFINITIVE}(?=[ ,.!]|$))"
)
_READER_GETS = any_of(r"""
    (sie|du|ihr) (bekommen|bekommst|erhalten|erhältst|kriegen|kriegst)|(bekommen|bekommst|erhalten|erhältst|kriegst|kriegen) (sie|du|ihr)
    (sie|du|ihr) (hören|hörst|hört)(?=[^.;]* von (mir|uns))|(hören|hörst|hört) (sie|du|ihr)(?=[^.;]* von (mir|uns))
""")
_WITH_DUE = any_of(r"""
    (haben|hast|habt) (sie|du|ihr)|(sie|du|ihr) (haben|hast|habt)
    (wird|werden)(?=[^.;]* (geliefert|versandt|versendet|verschickt|geschickt|abgeschickt|bezahlt|überwiesen|ersetzt|repariert|erledigt|gutgeschrieben|korrigiert|getauscht|ausgetauscht|zugestellt|nachgereicht)\b)
    (geht|gehen)(?=[^.;]* (raus|hinaus|ab|weg|an sie|zur post|in den versand)\b)
    (ist|sind)(?=[^.;]* (bei ihnen|bei dir|bei euch|fertig)\b)
    (erfolgt|erfolgen|folgt|folgen|kommt|kommen)(?! (sie|du|ihr|wir|ich|er)\b)
""")
"""What is a promise only where a day is named."""

_COLLEAGUE = re.compile(r"\bkümmert sich (?:mein|unser|frau|herr)|\b(?:mein|unsere?) \w+ (?:kümmert|meldet) sich")

_SHORT = re.compile(
    r"^(?:(?:ja|ok|okay|gut|gerne|klar|alles klar|natürlich|danke|versprochen)[ ,.!:–-]{1,3})*(?P<cue>(?:das )?(?:mache|mach|erledige|übernehme) (?:ich|wir)|(?:das )?wird (?:sofort |gleich |umgehend )?(?:erledigt|gemacht)|versprochen)(?=\W*$|,)"
)
_NO_PROMISE = re.compile(
    r"\banbei\b|\bhiermit\b|im anhang|beiliegend|beigefügt|\bnur, um\b|\b(?:liefern|versenden|verkaufen) (?:wir )?nur\b|\bnicht\b|\bkeine?[nmrs]?\b|^(?:wenn|falls|sollte|sollten|sofern|ob) |\b(?:dass|ob|wenn|weil|falls|bevor|nachdem) (?:ich|wir)\b|\bhoffe|\bwürde|\bhätte"
)
_DENIAL_ALLOWED = re.compile(r"dass (?:das|es|so etwas|dies)[^.;]*nicht (?:mehr|wieder)|, wenn|, sobald|, ob\b")


class _Cue(NamedTuple):
    """The words that promise (start, end), and whether they count only with a date."""

    start: int
    end: int
    needs_due: bool = False


def find(passage: Passage) -> Iterator[Found]:
    """Find the promises in what was said in German, at most one a sentence: OURS when one of us wrote it, else THEIRS."""
    for sentence in sentences(passage):
        if sentence.is_question or not is_german(passage, sentence) or _is_none(sentence.plain):
            continue
        for cue in _cues(sentence.plain):
            found = _promised(passage, sentence, cue)
            if found:
                yield found
                break


def _is_none(plain: str) -> bool:
    return _NO_PROMISE.search(_DENIAL_ALLOWED.sub("", plain)) is not None


def _cues(plain: str) -> Iterator[_Cue]:
    short = _SHORT.match(plain)
    if short:
        yield _Cue(short.start("cue"), short.end("cue"))
    for form in (_SELF, _SELF_WILL, _OTHER_WILL, _COLLEAGUE, _READER_GETS):
        for words in form.finditer(plain):
            yield _Cue(words.start(), words.end())
    for words in _WITH_DUE.finditer(plain):
        yield _Cue(words.start(), words.end(), needs_due=True)


def _promised(passage: Passage, sentence: Sentence, cue: _Cue) -> Found | None:
    if is_quoted_in_german(sentence.plain, cue.start):
        return None
    dues = dues_of(passage, sentence)
    due = due_after(passage, sentence, cue.start, dues)
    if cue.needs_due and not due:
        return None
    words = sentence.text[cue.start : cue.end].strip()
    shown = said(f"{words} … {due.words}") if due else said(words)
    because = f"{shown} is a promise with a date." if due else f"{shown} is a promise, without a date."
    what = german_what(sentence, 0, dues)
    return whole_sentence(passage, sentence, _BY, because, {"what": what, **due_detail(due)})
