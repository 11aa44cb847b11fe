"""Who works where, how do they write, and how often do we hear of them? The cast of people as data.

A line of the cast reads: key | name | title | role | voice | pen | every (working days between threads) | topics | more.
`voice` is f(ormal), t(erse) or w(arm); `pen` the mail program; `more` holds joined=, left= (days before as_of), was= (an earlier title),
changed= (working days before as_of), reports=, note=, address= (local part when it is not first.last).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from alongside.demo.companies import Company, company
from alongside.demo.days import working_day


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the cast, on either side."""

    key: str
    name: str
    company: Company
    title: str
    address: str
    phone: str
    role: str = ""
    voice: str = "w"
    pen: str = "gmail"
    every_days: int = 0
    topics: frozenset[str] = frozenset()
    joined_days_ago: int | None = None
    left_days_ago: int | None = None
    former_title: str = ""
    changed_working_days_ago: int | None = None
    reports_to: str = ""
    note: str = ""

    @property
    def first(self) -> str:
        return self.name.split()[0]

    @property
    def last(self) -> str:
        return self.name.split()[-1]

    @property
    def is_ours(self) -> bool:
        return self.company.key == "mesaba"

    def title_on(self, day: date, *, as_of: date) -> str:
        """Name the title this person signed with on that day."""
        changed = self.changed_working_days_ago
        return self.former_title if changed is not None and day < working_day(as_of, -changed) else self.title

    def is_there(self, day: date, *, as_of: date) -> bool:
        joined = as_of - timedelta(days=self.joined_days_ago) if self.joined_days_ago is not None else date.min
        left = as_of - timedelta(days=self.left_days_ago) if self.left_days_ago is not None else date.max
        return joined <= day < left


_CAST = """
@mesaba
alex | Alex Lindgren | Senior Account Manager | | w | thunderbird | 0 | |
karen | Karen Ostrowski | Sales Manager | | w | outlook | 8 | internal sales |
dave | Dave Niemi | Logistics Coordinator | | t | outlook | 5 | internal ships |
priya | Priya Raman | Quality Engineer | | w | gmail | 7 | internal ourlab |
linda | Linda Berg | Credit and Invoicing | | f | outlook | 12 | internal ledger |
tom | Tom Halvorsen | Senior Account Manager | | w | outlook | 0 | | left=150

@national
joe | Joe Kowalski | VP Raw Materials | economic_buyer | t | outlook | 11 | executive buying sailing hockey college logistics | note=Likes to be told bad news first.
ann | Ann Petrov | Procurement Manager | procurement | f | outlook | 15 | buying pricing money visits sparetime | reports=joe
beth | Beth Nowak | Senior Quality Engineer | technical_buyer | w | gmail | 20 | quality lab gardening |
helen | Helen Vargo | Transportation Coordinator | | t | outlook | 15 | logistics rail baking |
lou | Lou Carbone | Accounts Payable Specialist | | f | plain | 34 | money |

@calumet
maria | Maria Ruiz | Director of Operations | operations | w | gmail | 11 | operations visits quality logistics running | was=Operations Manager changed=2 reports=laura
stan | Stan Wojcik | Purchasing Manager | procurement | t | outlook | 13 | buying pricing hockey |
denise | Denise Okafor | Quality Manager | technical_buyer | f | outlook | 15 | quality lab safety |
pete | Pete Gallo | Ore Yard Foreman | user | t | phone | 20 | yard rail fishing logistics |
laura | Laura Simms | VP Supply Chain | economic_buyer | f | outlook | 26 | executive forecast visits |
gus | Gus Bellamy | Accounts Payable Clerk | | f | plain | 45 | money |

@harbor
bill | Bill Tanaka | General Manager | economic_buyer | w | apple | 18 | executive visits forecast fishing advice | note=Calls rather than writes when it is serious.
grace | Grace Hollis | Raw Materials Manager | user | w | gmail | 6 | buying forecast logistics yard gardening advice | reports=bill
ed | Ed Zielinski | Blast Furnace Superintendent | operations | t | outlook | 12 | operations quality yard hockey |
nora | Nora Finch | Procurement Lead | procurement | f | outlook | 13 | buying pricing visits sparetime |
omar | Omar Haddad | Process Metallurgist | technical_buyer | w | gmail | 14 | quality lab advice cooking |
jim | Jim Tolliver | Dock Supervisor | | t | phone | 14 | logistics yard safety fishing |

@erie
ellen | Ellen Marsh | VP Operations | executive_sponsor | w | apple | 9 | operations executive visits advice sailing | note=Took our winter plan to her board.
johns | John Smith | Raw Materials Buyer | user | w | gmail | 9 | buying forecast logistics baseball | address=john.smith
raj | Raj Patel | Director of Procurement | procurement | f | outlook | 12 | buying pricing executive | reports=ellen
tina | Tina Kovacs | Vessel Scheduler | operations | t | outlook | 9 | logistics yard running |
feldman | Mark Feldman | Chief Financial Officer | economic_buyer | f | outlook | 28 | finance executive visits |
hannah | Hannah Roth | Safety and Environment Manager | | w | gmail | 34 | safety gardening |

@ashland
hank | Hank Duvall | President | economic_buyer | w | apple | 16 | executive visits fishing advice | note=Third generation in the business.
becky | Becky Stroud | Purchasing Director | procurement | f | outlook | 9 | buying pricing | joined=96 reports=hank
cliff | Cliff Meade | Plant Manager | operations | t | outlook | 11 | operations yard rail quality hockey |
yolanda | Yolanda Price | Laboratory Manager | technical_buyer | w | gmail | 15 | lab quality baking |
lorna | Lorna Beck | Controller | | f | plain | 38 | money finance |
chuck | Chuck Bauer | Materials Coordinator | | w | outlook | 12 | buying pricing baseball | left=104

@dri
marcus | Marcus Bell | President and Chief Executive | economic_buyer | f | outlook | 24 | executive visits forecast |
renee | Renée Gauthier | Process Manager | user | w | gmail | 11 | operations quality lab advice cooking | address=renee.gauthier
keith | Keith Lam | Category Manager, Metallics | procurement | t | outlook | 12 | buying pricing | was=Senior Buyer changed=190
sofia | Sofia Lindqvist | Logistics Manager | operations | w | gmail | 12 | logistics yard rail sailing |
benach | Ben Achterberg | Laboratory Supervisor | technical_buyer | t | plain | 20 | lab quality |

@keystone
gwen | Gwen Adler | Treasurer | economic_buyer | f | outlook | 26 | finance money |
frank | Frank Mazur | Purchasing Agent | procurement | t | outlook | 11 | buying pricing fishing |
dale | Dale Hutchins | Melt Shop Manager | user | w | gmail | 14 | operations yard quality baseball |
irene | Irene Katz | Supplier Quality Engineer | technical_buyer | f | outlook | 16 | quality lab safety |
terry | Terry Lund | Traffic Manager | operations | t | phone | 15 | rail yard logistics hockey |

@wabash
walt | Walt Jankowski | Owner | economic_buyer | w | phone | 17 | executive buying fishing advice |
rose | Rose Tillman | Office and Purchasing Manager | procurement | w | gmail | 16 | buying money baking |
curtis | Curtis Boone | Foundry Foreman | operations | t | phone | 18 | operations yard quality rail |

@cement
norm | Norm Bakker | Quarry and Raw Mix Manager | user | t | outlook | 8 | buying operations logistics lab fishing |
kim | Kim Esposito | Accounts Payable | | f | plain | 90 | money |

@tamarack
janet | Janet Aho | Purchasing Officer | procurement | f | outlook | 17 | public money |
scott | Scott Rinne | County Engineer | user | t | gmail | 20 | public safety |
deb | Deb Maki | Deputy Clerk | | f | plain | 60 | money |

@prairie
mikko | Mikko Hämäläinen | Plant Director | economic_buyer | f | outlook | 22 | executive operations visits sailing | address=mikko.hamalainen
carla | Carla Jensen | Senior Buyer | procurement | t | outlook | 15 | buying pricing |
dinah | Dinah Wells | Rail Coordinator | operations | w | phone | 16 | rail yard baking |
trent | Trent Oakley | Commercial Manager | | w | gmail | 0 | | joined=24

@huron
victor | Victor Salas | Director of Sourcing | procurement | f | outlook | 34 | prospect |
amy | Amy Brandt | Iron Unit Manager | user | w | gmail | 38 | prospect |
neil | Neil Kessler | Senior Metallurgist | technical_buyer | t | plain | 50 | prospect |

@monon
doug | Doug Reinhart | VP Manufacturing | economic_buyer | t | outlook | 40 | prospect |
paula | Paula Ferris | Buyer | procurement | w | gmail | 42 | prospect |
gil | Gil Navarro | Plant Metallurgist | technical_buyer | w | gmail | 60 | prospect |

@tube
steve | Steve Amato | Purchasing Manager | procurement | f | outlook | 38 | prospect | joined=400
lisa | Lisa Crowe | Operations Manager | operations | w | gmail | 44 | prospect | joined=230
vera | Vera Stanton | Controller | | f | plain | 0 | | joined=200

@carrier
peggy | Peggy Lindahl | Fleet Scheduler | | t | plain | 14 | carrier |
"""


def _cast(text: str) -> tuple[Somebody, ...]:
    people: list[Somebody] = []
    where = company("mesaba")
    for line in filter(None, (raw.strip() for raw in text.splitlines())):
        if line.startswith("@"):
            where = company(line[1:])
        else:
            people.append(_somebody(line, where, number=len(people)))
    return tuple(people)


def _somebody(line: str, where: Company, *, number: int) -> Somebody:
    key, name, title, role, voice, pen, every, topics, more = (part.strip() for part in line.split("|"))
    told = _told(more)
    plain = name.lower().replace(" ", ".").replace("é", "e").replace("ä", "a")
    return Somebody(
        key=key,
        name=name,
        company=where,
        title=title,
        address=f"{told.get('address', plain)}@{where.domain}",
        phone=f"+1 {where.area} 555 {101 + number:04d}",
        role=role,
        voice=voice,
        pen=pen,
        every_days=int(every),
        topics=frozenset(topics.split()),
        joined_days_ago=_days(told.get("joined")),
        left_days_ago=_days(told.get("left")),
        former_title=told.get("was", ""),
        changed_working_days_ago=_days(told.get("changed")),
        reports_to=told.get("reports", ""),
        note=told.get("note", ""),
    )


def _told(more: str) -> dict[str, str]:
    """Read "was=Operations Manager reports=laura note=..." where a value runs until the next key."""
    told: dict[str, str] = {}
    last = ""
    for word in more.split():
        key, found, value = word.partition("=")
        if found:
            last = key
            told[last] = value
        else:
            told[last] += f" {word}"
    return told


def _days(text: str | None) -> int | None:
    return int(text) if text else None


PEOPLE: tuple[Somebody, ...] = _cast(_CAST)
_BY_KEY = {each.key: each for each in PEOPLE}


def somebody(key: str) -> Somebody:
    """Find a person of the cast by key."""
    return _BY_KEY[key]


def people_of(company_key: str) -> tuple[Somebody, ...]:
    """List the people of one company in the order of the cast."""
    return tuple(each for each in PEOPLE if each.company.key == company_key)


THEIR_PEOPLE = tuple(each for each in PEOPLE if each.company.key not in ("mesaba", "carrier"))
