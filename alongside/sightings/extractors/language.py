"""Is a sentence German? Told by the small words that only one of two languages has; a mail may hold both.

English is what everything is that is not German: other languages are kept and threaded, and nothing is found in them.
"""

import re
from functools import lru_cache

from alongside.sightings.contract import Passage
from alongside.sightings.extractors.sentences import Sentence

_GERMAN = frozenset(
    """ich wir sie du ihr der die das dem den des ein eine einen einem einer und oder aber nicht nichts kein keine keinen bitte danke dank mit für
    von zu zum zur bei auf aus im ist sind haben habe hatten hätte hätten wird werden werde würde würden wäre wären kann können könnte könnten
    soll sollen sollten möchte möchten muss müssen darf dürfte bis heute uns ihnen mir dir mich dich sich euch ihre ihren ihrer ihr unser unsere
    unseren mein meine noch schon gerne gern wie wann wer warum wenn falls ob dass auch nach vor über seit nur mal dann hier anbei leider
    morgen übermorgen spätestens nächste nächsten nächster woche bräuchten brauchen benötigen es er war wurde hast habt melden melde gib wo
    welche welcher welches das's passt gibt schönes guten gruß grüße grüßen hiermit vielen selbstverständlich mache sag ruf meld""".split()
)
_ENGLISH = frozenset(
    """the i we you he she it they a an and or but not no please thanks thank with for of to at on is are were be been have has had will would
    can could should may might must do does did this that these those my your our his her their its us me what when where who why how if
    from by as about there here i'm i'll we'll don't let's""".split()
)

_HINTS = frozenset(
    "ich wir sie du und der die das nicht bitte ist für mit uns ihnen bis dank den wird gern gerne wie".split()
)
"""One of these is in nearly every German text; without any a text is not looked at word by word."""

SHORT_CHARS = 200
"""Characters of a text that is always looked at word by word: in longer ones some hint stands without a stop behind it."""

_WORD = re.compile(r"[a-zäöüß']+")


def is_german(passage: Passage, sentence: Sentence) -> bool:
    """Say whether a sentence of the passage is German."""
    return passage.language == "de" or (_may_hold_german(passage.text, passage.said) and _is_german(sentence.plain))


def language_of(passage: Passage, sentence: Sentence) -> str:
    """Name the language by whose words the sentence's dates are read."""
    return "de" if is_german(passage, sentence) else passage.language


@lru_cache(maxsize=4)
def _may_hold_german(text: str, said: tuple[tuple[int, int], ...]) -> bool:
    words = " ".join(text[start:end] for start, end in said)
    return len(words) < SHORT_CHARS or not _HINTS.isdisjoint(words.lower().split())


@lru_cache(maxsize=64)
def _is_german(plain: str) -> bool:
    words = _WORD.findall(plain)
    german = sum(word in _GERMAN for word in words)
    return german > sum(word in _ENGLISH for word in words)
