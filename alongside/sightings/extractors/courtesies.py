"""What sounds like asking and asks for nothing: courtesies, and the notices that machines write."""

import re
from functools import lru_cache

from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.phrases import blanked
from alongside.sightings.extractors.sentences import Sentence, cues

_COURTESY = gated(r"""
    (please |kindly |pls )?(do not|don't|never) hesitate[^.;]{0,60}
    (please )?feel free( to)?
    (please )?(find|see) (the |our |my |your )?( ?[\w-]{1,18}){0,4} ?(attached|enclosed|below|herewith|hereby)
    (attached|enclosed) please find
    please (find|see) (the |our |my )?(attached|enclosed|attachment)
    please (note|be (advised|aware|assured|informed|reminded)|accept (my|our|his|her)|excuse|forgive|pardon|rest assured)
    (there is |there's )?no need (to|for)[^.;]{0,80}
    please (give (my|our) (best|regards|love)|say hello|remember me to|consider the environment|know that|enjoy|disregard|ignore)
    (please )?bear with (me|us)
    (please |just )?(let|inform) (me|us)( know)? (if|should|in case) you( do|'d| would| should)? \
(have|need|require|run into|encounter)[^.;]{0,80}
    (please |just )?let (me|us) know (if|should|in case) (there|any|i can|we can|i may|this works|this helps|that helps|anything|something)
    (please |just )?(call|contact|e-?mail|ring|phone|reach|write to|get in touch with|ask) (me|us|[\w.]{1,20}( [\w.]{1,20})?)[^.;,]{0,60} \
(if|should|with) (you )?(have |need |require )?(any |some |further |more )*(questions?|queries|concerns|problems?|comments|information|help)[^.;]{0,60}
    (if|should) (you|there|anyone)[^,.;]{0,60} (questions?|queries|concerns|problems?|trouble|comments|assistance|further|anything else)[^.;]{0,120}
    (with|for) any (further |other )?(questions|queries|concerns)
    (would|will) you (believe|know|be surprised)
    can you (believe|imagine|guess)
""")
_COURTESY_CUES = cues(
    """hesitate free attached enclosed attachment below herewith hereby note advised aware assured informed reminded accept excuse forgive
    pardon rest give say remember consider know enjoy disregard ignore bear if should case any believe imagine guess surprised with need"""
)
"""One of these is in every courtesy; a sentence without them is not looked through."""

_MACHINE = re.compile(
    r"unsubscrib|opt[- ]out|click|address book|safe (?:sender|list)|\bspam\b|your inbox|mailing list|^subject:"
    r"|do not reply|don't reply|remove (?:yourself|you) from|to view (?:this|it)|web browser|(?:please|and) (?:log|sign) ?in\b|in error\b"
    r"|your password|your account|app store|free trial|subscri|notify the sender|intended recipient|advise the sender|respond to <?[\w.]{1,40}@"
)


def without_courtesies(sentence: Sentence) -> str:
    """Give the plain text with its courtesies blanked; what stands beside them may still ask."""
    if _COURTESY_CUES.isdisjoint(sentence.stems) or not _COURTESY.may_be_in(sentence.stems):
        return sentence.plain
    return plain_without_courtesies(sentence.plain)


@lru_cache(maxsize=32)  # asked up to four times of the same sentence
def plain_without_courtesies(plain: str) -> str:
    """Give a plain text with its courtesies blanked."""
    return blanked(_COURTESY.pattern, plain)


def is_notice(plain: str) -> bool:
    """Say whether a machine wrote it: what it asks is asked of everybody."""
    return _MACHINE.search(plain) is not None
