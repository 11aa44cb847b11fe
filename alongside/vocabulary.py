"""The closed vocabularies shared by all: the words of docs/glossary.md as enumerations.

Pure. A stored value is the lower-case name; `label` is what a page says.
"""

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed vocabulary: its value is stored, its label is shown."""

    @property
    def label(self) -> str:
        return self.value.replace("_", " ")


class RelationshipLevel(Word):
    PROSPECT = "prospect"
    VENDOR = "vendor"
    PREFERRED_VENDOR = "preferred_vendor"
    PARTNER = "partner"

    @property
    def rung(self) -> int:
        """The step of the ladder, 0 (prospect) to 3 (partner)."""
        return list(RelationshipLevel).index(self)


class AwardRoute(Word):
    OPEN_BID = "open_bid"
    INVITED_QUOTE = "invited_quote"
    SINGLE_QUOTE = "single_quote"
    DIRECT_AWARD = "direct_award"
    CALL_OFF = "call_off"
    RENEWAL = "renewal"


class AwardOutcome(Word):
    WON = "won"
    LOST = "lost"
    NO_BID = "no_bid"
    NOT_INVITED = "not_invited"
    CANCELLED = "cancelled"


class NoBidReason(Word):
    RELATIONSHIP = "relationship"
    SOLE_TECHNICAL_SOURCE = "sole_technical_source"
    EMERGENCY = "emergency"
    BELOW_THRESHOLD = "below_threshold"
    FRAME_THAT_WAS_BID = "frame_that_was_bid"


class AwardOrigin(Word):
    CUSTOMER_SPEC = "customer_spec"
    WE_RECOMMENDED = "we_recommended"
    DEVELOPED_TOGETHER = "developed_together"


class FirstHeard(Word):
    BEFORE_NEED = "before_need"
    NEED = "need"
    SPEC = "spec"
    RFQ = "rfq"
    AFTER_AWARD = "after_award"


class StakeholderRole(Word):
    ECONOMIC_BUYER = "economic_buyer"
    USER = "user"
    TECHNICAL_BUYER = "technical_buyer"
    PROCUREMENT = "procurement"
    OPERATIONS = "operations"
    EXECUTIVE_SPONSOR = "executive_sponsor"


class InteractionKind(Word):
    MAIL = "mail"
    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    NOTE = "note"


class ParticipantRole(Word):
    SENDER = "sender"
    TO = "to"
    CC = "cc"
    BCC = "bcc"
    ORGANIZER = "organizer"
    ATTENDEE = "attendee"
    ABOUT = "about"  # whom a note is about


class Direction(Word):
    """Seen from us: a meeting is mutual; internal is only among ourselves."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    MUTUAL = "mutual"
    INTERNAL = "internal"


class Automatic(Word):
    """Why a mail is not contact between people; PERSONAL is the ordinary case."""

    PERSONAL = "personal"
    BULK = "bulk"
    LIST = "list"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    MACHINE = "machine"


class SightingKind(Word):
    REQUEST = "request"
    PROMISE = "promise"
    MEETING_PROPOSAL = "meeting_proposal"
    COMPLAINT = "complaint"
    SOLICITATION = "solicitation"
    AWARD = "award"
    ORDER = "order"
    THANKS = "thanks"
    ADVICE_SOUGHT = "advice_sought"
    REFERRAL = "referral"
    ROLE_CHANGE = "role_change"
    SUGGESTION = "suggestion"  # we propose a solution they did not ask for
    GIVE_OR_GET = "give_or_get"  # something given beside goods and money; OURS is a give, THEIRS a get
    DELIVERY = "delivery"  # "attached is the ...": the deed that keeps a promise


class Review(Word):
    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class Side(Word):
    """Whose it is: a promise by us is OURS, a request by them is THEIRS."""

    OURS = "ours"
    THEIRS = "theirs"


class SolicitationKind(Word):
    RFI = "rfi"
    RFQ = "rfq"
    RFP = "rfp"
    TENDER = "tender"
    INVITATION = "invitation"


class RequestState(Word):
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class CommitmentState(Word):
    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


class EntryKind(Word):
    """What is said in the file of a request: where it comes from, and how its cause is put right."""

    ANSWER = "answer"  # to a question of the bank that is none of the next five

    BEHIND = "behind"
    HAPPENED = "happened"
    SINCE = "since"
    COSTS = "costs"
    GAIN = "gain"
    CONTAINMENT = "containment"
    BECAUSE = "because"  # one link of the chain of whys
    CAUSE = "cause"
    FIX = "fix"
    FIX_DONE = "fix_done"


class QuestionKind(Word):
    """Kinds of probing questions, after SPIN."""

    SITUATION = "situation"
    PROBLEM = "problem"
    IMPLICATION = "implication"
    NEED_PAYOFF = "need_payoff"

    @property
    def label(self) -> str:
        """What the pages call it."""
        return self.value.replace("_", "-")


class RequestKind(Word):
    """What a request is about, as far as questions go; ANY is said of questions only."""

    ANY = "any"
    TERMS = "terms"
    QUALITY = "quality"
    DELIVERY = "delivery"
    TECHNICAL = "technical"
    DOCUMENT = "document"
    OTHER = "other"


class FixState(Word):
    """How far the cause of a request is put right."""

    ASKED = "asked"
    ORIGIN_KNOWN = "origin_known"
    CONTAINED = "contained"
    CAUSE_FOUND = "cause_found"
    FIX_AGREED = "fix_agreed"
    FIX_DONE = "fix_done"
    RECURRED = "recurred"
    VERIFIED = "verified"


class ExchangeSide(Word):
    """From us to them, or from them to us."""

    GIVE = "give"
    GET = "get"


class ExchangeKind(Word):
    """A commercial give or get, which asks for something in return, or one of the relationship, which does not."""

    CONCESSION = "concession"
    FAVOUR = "favour"


class PlanState(Word):
    """How a step of the joint plan stands. A moved one is open, on a later day than the first that was named."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    MOVED = "moved"

    @property
    def is_open(self) -> bool:
        return self in (PlanState.OPEN, PlanState.MOVED)


class CasePart(Word):
    """What is said in an advocacy case. All but FOR_THEM stays inside our company."""

    NEED = "need"
    COSTS = "costs"
    GAIN = "gain"
    FLOOR = "floor"  # the worst that we could accept
    DECIDES = "decides"
    OBSTACLES = "obstacles"
    STATE = "state"
    FOR_THEM = "for_them"  # the outcome, in words that they may read
    TOLD = "told"


class CaseState(Word):
    """How far our fight inside our own company is; the last four are outcomes."""

    PREPARING = "preparing"
    BEFORE_THOSE_WHO_DECIDE = "before_those_who_decide"
    WON = "won"
    PARTLY_WON = "partly_won"
    LOST = "lost"
    WITHDRAWN = "withdrawn"

    @property
    def is_outcome(self) -> bool:
        """Say whether it is decided."""
        return self not in (CaseState.PREPARING, CaseState.BEFORE_THOSE_WHO_DECIDE)


class HouseRule(Word):
    """What a company settles once for everybody who works with this installation."""

    CONCESSION_LIMIT = "concession_limit"


class LinkPurpose(Word):
    """What an address without a sign-in opens. The purpose goes into what is kept of it, so that one never opens another."""

    CUSTOMER_PAGE = "customer_page"


class PublishedKind(Word):
    """What stands on a customer's page."""

    HEAD = "head"
    REQUEST = "request"
    STEP = "step"


class PublishedState(Word):
    """How a request stands, in words for the customer."""

    RECEIVED = "received"
    LOOKING = "looking"
    CAUSE_FOUND = "cause_found"
    BEING_PUT_RIGHT = "being_put_right"
    DONE = "done"
    ANSWERED = "answered"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        return {
            "received": "we have it",
            "looking": "we are looking into it",
            "cause_found": "we know the cause",
            "being_put_right": "it is being put right",
            "done": "done: please tell us whether it holds",
            "answered": "answered",
            "declined": "we cannot do it",
        }[self.value]


class PageWordKind(Word):
    """What a customer can say on their page."""

    COMMENT = "comment"
    RIGHT = "right"
    SOLVED = "solved"
    NOT_SOLVED = "not_solved"
    DONE = "done"
    NOT_DONE = "not_done"


class LetterState(Word):
    """How far a letter that is sent from here has come."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"  # the server said so, and it is not on its way
    UNKNOWN = "unknown"  # the line was cut while it was on its way: it may have arrived
    TAKEN_BACK = "taken_back"


class InheritedKind(Word):
    """What was left open before one of us had the account."""

    PROMISE = "promise"
    COMPLAINT = "complaint"
    REQUEST = "request"
    QUESTION = "question"


class TenureEntryKind(Word):
    """What is said of who has an account: it passed, seen from the one who says it, or a note for the next one or for nobody."""

    TAKEN_OVER = "taken_over"
    HANDED_OVER = "handed_over"
    NOTE = "note"
    PRIVATE_NOTE = "private_note"


class OffTrackSign(Word):
    """What shows that we are off track with a customer."""

    BACK_AND_FORTH = "back_and_forth"
    CONCESSIONS = "concessions"  # one after the other, and nothing in return
    PROMISE_MOVED = "promise_moved"
    LEVEL_FALLING = "level_falling"
    SILENT_AFTER_COMPLAINT = "silent_after_complaint"


class AdviceStep(Word):
    """What is kept of a case that an adviser was asked about, after the asking."""

    ANSWER = "answer"
    TRIED = "tried"
    RESULT = "result"


class AdviceResult(Word):
    """What came of an adviser's answer."""

    WORKED = "worked"
    WORKED_IN_PART = "worked_in_part"
    DID_NOT_WORK = "did_not_work"
    NOT_TRIED = "not_tried"


class NeedKind(Word):
    IMPLIED = "implied"
    EXPLICIT = "explicit"


class SuggestionOutcome(Word):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    OVERTAKEN = "overtaken"  # they asked for it first


class OperationsFacet(Word):
    """The eight facets of their business that rule 2 asks us to know."""

    PRODUCTS_AND_MARKETS = "products_and_markets"
    GOALS_AND_KPIS = "goals_and_kpis"
    RAW_MATERIALS = "raw_materials"
    STOCK_CONSTRAINTS = "stock_constraints"
    TRANSPORT = "transport"
    PERSONNEL = "personnel"
    CALENDAR = "calendar"
    OTHER_SUPPLIERS = "other_suppliers"


class RuleName(Word):
    BUILD_RAPPORT = "build_rapport"
    LEARN_THEIR_BUSINESS = "learn_their_business"
    KNOW_THEIR_NEEDS = "know_their_needs"
    OFFER_SUGGESTIONS = "offer_suggestions"
    BE_THERE = "be_there"


class AccountStanding(Word):
    """What a company is to us. UNSORTED is met in the mail and nobody has said yet."""

    CUSTOMER = "customer"
    PROSPECT = "prospect"
    NOT_A_CUSTOMER = "not_a_customer"
    UNSORTED = "unsorted"


class DoubtKind(Word):
    OURS = "ours"  # is this address or domain ours?
    SAME_PERSON = "same_person"
    SAME_ACCOUNT = "same_account"


class Verdict(Word):
    """What a person says of a doubt."""

    YES = "yes"
    NO = "no"
    PART = "part"  # of companies: the one belongs to the other


class PlayName(Word):
    PROMISE_DUE = "promise_due"
    UPDATE_OWED = "update_owed"
    QUESTION_UNANSWERED = "question_unanswered"
    GOING_QUIET = "going_quiet"
    NEW_CONTACT = "new_contact"
    ROLE_CHANGED = "role_changed"
    AWARD_ROUTE = "award_route"
    WEAKEST_RULE = "weakest_rule"
    SINGLE_THREADED = "single_threaded"
    MEETING_TOMORROW = "meeting_tomorrow"
    CASE_DECISION = "case_decision"
    OUTCOME_UNTOLD = "outcome_untold"
    RETURN_OVERDUE = "return_overdue"
    DOUBT_TO_SETTLE = "doubt_to_settle"
    PLAN_STEP = "plan_step"
    THEY_WROTE = "they_wrote"
    LETTER_OUTCOME = "letter_outcome"
    OPEN_QUESTION = "open_question"
    OFF_TRACK = "off_track"
    ADVICE_DUE = "advice_due"  # an adviser's answer is late, or nobody noted what came of it
    OLDER_MATTERS = "older_matters"  # what was left open long ago, one item per account


class ImportState(Word):
    TO_LOOK = "to_look"  # it has tables, and is looked at before anything is written
    LOOKING = "looking"
    LOOKED = "looked"  # what was seen waits for a person's word
    ABANDONED = "abandoned"  # nothing was written, and the files are forgotten
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    TO_UNDO = "to_undo"  # somebody asked to undo it, and the work is waiting
    UNDONE = "undone"
    TO_BRING_BACK = "to_bring_back"


class ItemOutcome(Word):
    RECORDED = "recorded"
    CHANGED = "changed"  # a row that says something else of a thing that was known
    KNOWN = "known"

    @property
    def label(self) -> str:
        """What the report calls it."""
        return {"recorded": "new", "changed": "changed", "known": "known already"}[self.value]


class HandleKind(Word):
    EMAIL = "email"
    DOMAIN = "domain"
    NAME = "name"  # a company's name without its legal form


class IdentityDecisionKind(Word):
    """What a person may decide about who is who; each survives every rebuild."""

    OURS = "ours"
    NOT_OURS = "not_ours"
    SAME_PERSON = "same_person"
    OTHER_PERSON = "other_person"
    SAME_ACCOUNT = "same_account"
    OTHER_ACCOUNT = "other_account"
    PART_OF = "part_of"  # subject is a company of its own, and belongs to other
    WORKS_AT = "works_at"  # subject is a person's address, value the company's handle; "" for no company
    STANDING = "standing"
    NAME = "name"
    ROLE = "role"
    TITLE = "title"
    LEFT = "left"  # subject is a person's address, value the day on which they left


class TodayVerdict(Word):
    DONE = "done"
    SNOOZED = "snoozed"
    DISMISSED = "dismissed"


class Reading(Word):
    """How far an interaction was read: found in once, not yet, or given up because its text took too long."""

    UNREAD = "unread"
    READ = "read"
    GIVEN_UP = "given_up"


class TokenScope(Word):
    """What a program that comes with a token may do; never more than the token's owner may."""

    READ = "read"
    READ_WORDS = "read_words"
    WRITE_REQUESTS = "write_requests"
    WRITE_EXCHANGES = "write_exchanges"
    WRITE_PLAN = "write_plan"
    WRITE_TODAY = "write_today"
    WRITE_NOTES = "write_notes"
    WRITE_FOUND = "write_found"
