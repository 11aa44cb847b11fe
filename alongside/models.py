"""The registry: the one place where Django finds every concept's models. Nobody imports it."""

from alongside.devices.models import DeviceKey
from alongside.house.models import HouseWord
from alongside.intake.models import Import, ImportedItem, ImportedTable, RefusedItem, TableReading
from alongside.interactions.models import (
    Address,
    Attachment,
    Interaction,
    InteractionBody,
    Participant,
    ReplacedRow,
    SourceRecord,
    Withdrawal,
)
from alongside.ledgers.advice.models import AdviceCase, AdviceEntry, Lesson
from alongside.ledgers.advocacy.models import AdvocacyCase, CaseEntry
from alongside.ledgers.awards.models import Award, AwardDecision, Listing
from alongside.ledgers.commitments.models import Commitment, CommitmentDecision
from alongside.ledgers.customer_page.models import PageLink, PageWord, Published
from alongside.ledgers.exchanges.models import Exchange
from alongside.ledgers.knowledge.models import Fact
from alongside.ledgers.needs.models import Need, Suggestion
from alongside.ledgers.opportunities.models import Opportunity
from alongside.ledgers.orders.models import Order, OrderLine
from alongside.ledgers.plans.models import PlanEntry
from alongside.ledgers.questions.models import Question
from alongside.ledgers.requests.models import Request, RequestDecision, RequestEntry, Update, UpdateInterval
from alongside.outbox.models import OutgoingLetter
from alongside.people.models import Account, Doubt, Handle, IdentityDecision, Person, Position, SignatureSeen, Tenure
from alongside.people.tenures.models import TenureEntry
from alongside.search.models import NameWord
from alongside.sightings.models import Sighting, SightingReview
from alongside.standings.models import LevelMonth, Standing
from alongside.today.models import TodayDecision, TodayItem
from alongside.tokens.models import AccessToken, KeptAnswer
from alongside.touches.models import ClaimDecision, Placement, ThreadLink, Touch

__all__ = [
    "AccessToken", "Account", "Address", "AdviceCase", "AdviceEntry", "AdvocacyCase", "Attachment", "Award",
    "AwardDecision", "CaseEntry", "ClaimDecision", "Commitment", "CommitmentDecision", "DeviceKey", "Doubt", "Exchange", "Fact",
    "Handle", "HouseWord", "IdentityDecision", "Import", "ImportedItem", "ImportedTable", "Interaction",
    "InteractionBody", "KeptAnswer", "Lesson", "LevelMonth", "Listing", "NameWord", "Need", "Opportunity", "Order",
    "OrderLine", "OutgoingLetter", "PageLink", "PageWord", "Participant", "Person", "Placement", "PlanEntry",
    "Position", "Published", "Question", "RefusedItem", "ReplacedRow", "Request", "RequestDecision", "RequestEntry",
    "Sighting", "SightingReview", "SignatureSeen", "SourceRecord", "Standing", "Suggestion", "TableReading",
    "Tenure", "TenureEntry", "ThreadLink", "TodayDecision", "TodayItem", "Touch", "Update", "UpdateInterval",
    "Withdrawal",
]  # fmt: skip
