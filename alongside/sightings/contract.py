"""What an extractor is given and what it gives back.

An extractor is a pure function `find(passage) -> Iterator[Found]` in a file of its own under extractors/, with NAME and VERSION.
It sees only what the writer said (quoted text and signature are already apart), in the coordinates of the whole body text.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from alongside.vocabulary import Side, SightingKind


@dataclass(frozen=True, slots=True)
class Passage:
    """What one of us or one of them said, and when.

    `text` is the whole body; `said` the spans (start, end) of it that the writer wrote, sentence-splittable, without quotes and signature.
    `signature` is the span of the signature or None. `written_at` is aware, in the writer's own zone when the mail states one.
    `by_us` is True when one of us wrote it. `words` of quoted text never count.
    """

    text: str
    said: tuple[tuple[int, int], ...]
    written_at: datetime
    by_us: bool
    subject: str = ""
    signature: tuple[int, int] | None = None
    writer_name: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Due:
    """A due date read from a phrase against the mail's own date and zone. `on` is the day; `words` the phrase as written.

    `other_on` is the second reading where the phrase has two ("next Friday" said on a Wednesday).
    """

    on: date
    words: str
    start: int
    end: int
    other_on: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One sighting: what, where (span in Passage.text), why, and by which extractor.

    `quote` == text[start:end]. `because` is one sentence in a sales person's words naming the words that showed it.
    `side` is whose it is (a request made by them is THEIRS, a promise by us is OURS).
    `detail` holds what the kind needs, JSON-able strings only: due_on (ISO), due_words, other_due_on, products (comma separated),
    solicitation (SolicitationKind), number, quantity, unit, title, referred_name, successor, company, from_on (ISO), who and to (of a
    promise), what (the object in a few words).
    """

    kind: SightingKind
    quote: str
    start: int
    end: int
    because: str
    extractor: str
    version: int
    side: Side
    detail: dict[str, str] = field(default_factory=dict)


Extractor = Callable[[Passage], Iterator[Found]]
