"""Which part does somebody with this job title probably play in a decision?

A guess from words, to be corrected by a person; it says nothing of how the person decides.
"""

import re

from alongside.judgement.dossier import Member
from alongside.vocabulary import StakeholderRole

ROLE_WORDS: tuple[tuple[StakeholderRole, str], ...] = (
    (
        StakeholderRole.EXECUTIVE_SPONSOR,
        r"ceo|coo|chief executive|chief operating|(?<!vice )president|managing director|owner|founder|chair\w*",
    ),
    (
        StakeholderRole.ECONOMIC_BUYER,
        r"ceo|cfo|chief (executive|financial)|(?<!vice )president|managing director|owner|founder|general manager|gm"
        r"|finance director|(director|head|vp|vice president|svp|evp|chief)\b.*\b(purchas\w*|procurement|raw materials?"
        r"|materials|supply( chain)?|sourcing|commercial|finance)"
        r"|(purchas\w*|procurement|raw materials?|supply( chain)?|sourcing) director|cpo|mayor|treasurer",
    ),
    (
        StakeholderRole.PROCUREMENT,
        r"buyer|procurement|purchas\w*|sourcing|category manager|contracts? (manager|administrator|officer)|tenders?",
    ),
    (
        StakeholderRole.OPERATIONS,
        r"(plant|works|mill|site|production|yard|stockyard|terminal|port|logistics|shipping|warehouse|maintenance)"
        r" manager"
        r"|operations|superintendent|logistics|traffic|dispatch\w*|scheduler|(head|director) of production|coo",
    ),
    (
        StakeholderRole.TECHNICAL_BUYER,
        r"engineer(ing)?|metallurg\w+|quality|lab(oratory)?|chemist|technical|technolog\w+|process|r&d|research|safety"
        r"|environment\w*|hse|it (manager|director)|cto",
    ),
    (
        StakeholderRole.USER,
        r"(shift|furnace|line|blast|melt\w*|crane) (supervisor|operator|foreman|lead|manager)|supervisor|operator"
        r"|foreman|forewoman|technician|user|planner",
    ),
)
"""Words in a title, and the part they suggest. Source: usual titles of industrial customers; a house prior."""

_PATTERNS = tuple((role, re.compile(rf"\b(?:{words})\b")) for role, words in ROLE_WORDS)


def guess_roles(title: str) -> tuple[StakeholderRole, ...]:
    """Guess the roles from a job title, none when its words say nothing.

    An engineer or operator in the production hall is no operations manager; a director of purchasing holds the budget
    and is not counted as the buyer at the desk.
    """
    words = title.casefold().replace("-", " ").replace(",", " ")
    found = [role for role, pattern in _PATTERNS if pattern.search(words)]
    if StakeholderRole.ECONOMIC_BUYER in found and StakeholderRole.PROCUREMENT in found:
        found.remove(StakeholderRole.PROCUREMENT)
    if StakeholderRole.TECHNICAL_BUYER in found and StakeholderRole.OPERATIONS in found and "manager" not in words:
        found.remove(StakeholderRole.OPERATIONS)
    return tuple(found)


def roles_of(member: Member) -> tuple[StakeholderRole, ...]:
    """Give the roles a person set or, where nobody did, those the title suggests."""
    return member.roles or guess_roles(member.title)
