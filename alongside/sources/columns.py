"""Which columns does each table have, by which headings are they known, and what must a row have?

One dictionary a table: field -> headings, in any case, spaces and signs left out. Another language adds its headings to
the same tuples. What the cells mean is read in values.py.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from alongside.vocabulary import (
    AccountStanding,
    AwardOrigin,
    AwardOutcome,
    AwardRoute,
    FirstHeard,
    NeedKind,
    NoBidReason,
    StakeholderRole,
    SuggestionOutcome,
    Word,
)

SPECIFIC_WEIGHT = 3
"""How much more a heading tells that only some tables have ("close date") than one of many ("name")."""

FILE_NAME_WEIGHT = 4
"""How much a file's name ("orders.csv") tells. Unit: as many plain headings."""

Needs = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table. Every row fills at least one field of each group in `needs`."""

    name: str
    file_words: tuple[str, ...]
    headings: dict[str, tuple[str, ...]]
    needs: Needs
    dates: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    yes_no: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    long: frozenset[str] = frozenset()
    words: dict[str, dict[str, str]] = field(default_factory=dict)


def plain(heading: str) -> str:
    """Return a heading without case, spaces, signs and a unit in brackets: "Order_Date (UTC)" is "orderdate"."""
    return re.sub(r"[\W_]+", "", re.sub(r"[(\[].*?[)\]]", "", heading[:200]).casefold())


def _words(kind: type[Word], **others: str) -> dict[str, str]:
    """Return every spelling of a closed vocabulary with its stored value; `others` are comma separated."""
    known = {plain(word.value): word.value for word in kind}
    for value, spellings in others.items():
        known |= {plain(each): value for each in spellings.split(",")}
    return known


_COMPANY = (
    *("account", "accountname", "company", "companyname", "customer", "customername", "client", "clientname"),
    *("organisation", "organization", "organisationname", "organizationname", "organization1name", "firm", "buyer"),
    *("associatedcompany", "soldto", "soldtoparty", "companyoraccount"),
)
_CURRENCY = ("currency", "currencycode", "amountcurrency", "dealcurrency", "curr")
_VALUE = ("value", "amount", "total", "totalamount", "totalvalue", "netvalue", "netamount", "linetotal", "revenue")
_CATEGORY = ("category", "productcategory", "productgroup", "productfamily", "productline", "segment")
_PERSON = ("person", "contact", "contactname", "contactperson", "who", "stakeholder")
_DATE = ("date", "on", "day")

ACCOUNTS = Table(
    name="accounts",
    file_words=("account", "compan", "customer", "client", "organi"),
    headings={
        "name": ("name", *_COMPANY),
        "domain": ("domain", "website", "web", "companydomain", "companydomainname", "url", "homepage", "webaddress"),
        "industry": ("industry", "sector", "branch", "trade", "lineofbusiness"),
        "public_body": ("publicbody", "public", "ispublicbody", "publicsector", "government", "ispublic"),
        "parent": ("parent", "parentaccount", "parentcompany", "group", "parentname", "holding", "belongsto"),
        "city": ("city", "town", "billingcity", "location", "place"),
        "since": ("since", "customersince", "clientsince", "accountsince", "startdate", "becameacustomeron"),
        "standing": ("standing", "accountstatus", "accounttype", "lifecyclestage", "relationship", "customertype"),
        "owner_since": ("ownersince", "ownedsince", "accountownersince", "minesince", "tenurestart", "takenoveron"),
    },
    needs=(("name", "domain"),),
    dates=frozenset({"since", "owner_since"}),
    yes_no=frozenset({"public_body"}),
    words={
        "standing": _words(
            AccountStanding,
            customer="client,active,active customer,existing customer,key account",
            prospect="lead,potential,opportunity,target,potential customer",
            not_a_customer="supplier,competitor,partner company,other,none,not a customer,no customer,former customer",
            unsorted="unknown,new",
        )
    },
)

CONTACTS = Table(
    name="contacts",
    file_words=("contact", "people", "person", "addressbook"),
    headings={
        "name": ("name", "fullname", "contact", "contactname", "person", "displayname", "personname"),
        "first_name": ("firstname", "givenname", "forename", "first"),
        "last_name": ("lastname", "surname", "familyname", "last"),
        "address": (
            *("email", "mail", "address", "emailaddress", "mailaddress", "emailaddress1", "email1", "email1value"),
            *("primaryemail", "workemail", "emailwork", "businessemail", "contactemail", "email2", "email2value"),
        ),
        "phone": (
            *("phone", "phonenumber", "telephone", "tel", "businessphone", "workphone", "mobilephone", "mobile"),
            *("mobilenumber", "cell", "cellphone", "phone1value", "phonework", "phonemobile", "directphone"),
        ),
        "title": ("title", "jobtitle", "position", "job", "function", "organizationtitle", "organization1title"),
        "account": _COMPANY,
        "role": ("role", "buyingrole", "stakeholderrole", "contactrole", "roleinbuying"),
        "reports_to": ("reportsto", "manager", "boss", "superior", "managername", "reportstoname"),
        "note": ("note", "notes", "comment", "comments", "remark", "remarks", "description"),
    },
    needs=(("name", "address"),),
    people=frozenset({"reports_to"}),
    long=frozenset({"note"}),
    words={
        "role": _words(
            StakeholderRole,
            economic_buyer="budget holder,decision maker,decisionmaker,economic",
            user="end user,users",
            technical_buyer="technical,specifier,technical evaluator",
            procurement="purchasing,purchaser,buyer,sourcing,buying",
            operations="ops,production,logistics",
            executive_sponsor="sponsor,executive",
        )
    },
)

OPPORTUNITIES = Table(
    name="opportunities",
    file_words=("opportunit", "deal", "pipeline"),
    headings={
        "name": ("name", "opportunity", "opportunityname", "deal", "dealname", "subject", "dealtitle", "title"),
        "account": _COMPANY,
        "category": _CATEGORY,
        "stage": ("stage", "dealstage", "opportunitystage", "salesstage", "phase", "pipelinestage", "status"),
        "value": (*_VALUE, "dealvalue", "dealamount", "opportunityvalue", "expectedrevenue", "expectedvalue"),
        "currency": _CURRENCY,
        "closes_on": (
            "closeson",
            "closedate",
            "closingdate",
            "expectedclosedate",
            "expectedclose",
            "closeon",
            "duedate",
        ),
        "contact": (*_PERSON, "primarycontact", "contactemail"),
    },
    needs=(("name",), ("account",)),
    dates=frozenset({"closes_on"}),
    numbers=frozenset({"value"}),
    people=frozenset({"contact"}),
)

ORDERS = Table(
    name="orders",
    file_words=("order", "sales", "invoice", "retail"),
    headings={
        "number": (
            "number",
            "ordernumber",
            "orderno",
            "orderid",
            "order",
            "invoice",
            "invoiceno",
            "invoicenumber",
            "po",
        ),
        "account": _COMPANY,
        "customer_id": ("customerid", "customerno", "customernumber", "accountid", "clientid", "accountnumber"),
        "ordered_on": ("orderedon", "orderdate", "dateoforder", "invoicedate", "ordered", "purchasedate", *_DATE),
        "product": (
            "product",
            "productname",
            "item",
            "itemname",
            "description",
            "article",
            "material",
            "itemdescription",
        ),
        "product_code": ("productcode", "stockcode", "sku", "itemcode", "articlenumber", "materialnumber", "itemno"),
        "category": _CATEGORY,
        "quantity": ("quantity", "qty", "units", "orderedquantity", "volume", "tonnes", "tons", "pieces"),
        "unit": ("unit", "uom", "unitofmeasure", "quantityunit"),
        "unit_price": ("unitprice", "price", "priceperunit", "pricepertonne", "netprice"),
        "value": (*_VALUE, "ordervalue", "orderamount", "lineamount", "linevalue"),
        "currency": _CURRENCY,
        "contact": (*_PERSON, "orderedby", "contactemail"),
        "country": ("country", "shiptocountry", "countryname"),
        "cancelled": ("cancelled", "canceled", "iscancelled", "cancellation"),
    },
    needs=(("ordered_on",), ("account", "customer_id")),
    dates=frozenset({"ordered_on"}),
    numbers=frozenset({"quantity", "unit_price", "value"}),
    yes_no=frozenset({"cancelled"}),
    people=frozenset({"contact"}),
)

AWARDS = Table(
    name="awards",
    file_words=("award", "tender", "bid"),
    headings={
        "account": _COMPANY,
        "category": _CATEGORY,
        "decided_on": ("decidedon", "decisiondate", "awarddate", "awardedon", "dateofaward", "decided", *_DATE),
        "value": (*_VALUE, "awardvalue", "contractvalue"),
        "currency": _CURRENCY,
        "outcome": ("outcome", "result", "wonlost", "winloss", "wonorlost", "decision"),
        "route": ("route", "awardroute", "procurementroute", "procedure", "biddingroute", "procurementprocedure"),
        "no_bid_reason": ("nobidreason", "whynobid", "reasonnotbid", "reasonwithoutbid", "reasonfornobid"),
        "origin": ("origin", "awardorigin", "specorigin", "originofthespecification"),
        "first_heard": ("firstheard", "whenfirstheard", "firstheardof", "whenweheard", "heardat"),
        "awarded_by": ("awardedby", "decidedby", "decisionmaker", "awarder", "givenby"),
        "order_number": ("ordernumber", "orderno", "orderid", "order", "invoiceno"),
        "on_list": ("onlist", "onthelist", "approvedsupplier", "listed", "supplierlist"),
        "listed_since": ("listedsince", "onlistsince", "approvedsince", "listedon"),
        "label": ("label", "name", "title", "subject", "description", "what", "awardname"),
    },
    needs=(("account",), ("decided_on", "on_list")),
    dates=frozenset({"decided_on", "listed_since"}),
    numbers=frozenset({"value"}),
    yes_no=frozenset({"on_list"}),
    people=frozenset({"awarded_by"}),
    words={
        "outcome": _words(
            AwardOutcome,
            won="win,awarded,closed won,yes,success",
            lost="loss,lose,closed lost,no",
            no_bid="declined to bid,did not bid,we did not bid",
            not_invited="not asked,no invitation",
            cancelled="canceled,withdrawn,called off",
        ),
        "route": _words(
            AwardRoute,
            open_bid="open tender,tender,public tender,open,bid,competitive bid,open procedure,rfp",
            invited_quote="invited,invitation,invited tender,restricted tender,rfq,quote,three quotes,selective tender",
            single_quote="one quote,single tender,only us asked",
            direct_award="direct,direct order,without bid,no competition,negotiated",
            call_off="frame call off,framework call off,under frame,frame agreement,framework",
            renewal="renewed,extension,contract renewal",
        ),
        "no_bid_reason": _words(
            NoBidReason,
            relationship="trust,our relationship,preferred",
            sole_technical_source="sole source,sole technical,only source,only supplier",
            emergency="urgent,urgency",
            below_threshold="small,threshold,below limit",
            frame_that_was_bid="frame,framework,frame was bid,frame agreement",
        ),
        "origin": _words(
            AwardOrigin,
            customer_spec="customer,their spec,customer specification,spec",
            we_recommended="recommended,our recommendation,we suggested",
            developed_together="together,joint,joint development",
        ),
        "first_heard": _words(
            FirstHeard,
            before_need="before the need",
            need="at need,the need",
            spec="specification,at spec",
            rfq="rfp,tender,quote,at rfq,enquiry,inquiry",
            after_award="afterwards,too late",
        ),
    },
)

FACTS = Table(
    name="facts",
    file_words=("fact", "knowledge"),
    headings={
        "account": _COMPANY,
        "person": (*_PERSON, "about", "name"),
        "topic": ("topic", "facet", "subject", "factabout"),
        "value": ("value", "fact", "text", "whatweknow", "knowledge", "content"),
        "as_of": ("asof", "asofdate", "learnton", "learned", "validon", *_DATE),
        "source": ("source", "from", "toldby", "where"),
        "confirmed_by_them": ("confirmedbythem", "confirmed", "theyconfirmed", "isconfirmed"),
    },
    needs=(("account",), ("topic",), ("value",), ("as_of",)),
    dates=frozenset({"as_of"}),
    yes_no=frozenset({"confirmed_by_them"}),
    people=frozenset({"person"}),
    long=frozenset({"value"}),
)

NEEDS = Table(
    name="needs",
    file_words=("need",),
    headings={
        "account": _COMPANY,
        "person": (*_PERSON, "saidby", "name"),
        "kind": ("kind", "needkind", "type", "needtype"),
        "text": ("text", "need", "what", "description", "wish"),
        "heard_on": ("heardon", "heard", "saidon", "dateheard", *_DATE),
        "consequence": ("consequence", "impact", "implication", "effect", "costofit"),
        "rank": ("rank", "priority", "importance"),
        "reviewed_on": ("reviewedon", "reviewed", "lastreviewed", "reviewdate"),
    },
    needs=(("account",), ("text",), ("heard_on",)),
    dates=frozenset({"heard_on", "reviewed_on"}),
    numbers=frozenset({"rank"}),
    people=frozenset({"person"}),
    long=frozenset({"text", "consequence"}),
    words={"kind": _words(NeedKind, implied="problem,pain", explicit="want,stated,wish")},
)

SUGGESTIONS = Table(
    name="suggestions",
    file_words=("suggestion", "proposal", "idea"),
    headings={
        "account": _COMPANY,
        "person": (*_PERSON, "madeto", "name"),
        "text": ("text", "suggestion", "proposal", "idea", "what", "description", "suggested"),
        "made_on": ("madeon", "suggestedon", "proposedon", "datemade", *_DATE),
        "outcome": ("outcome", "result", "status", "whatcameofit"),
        "before_they_raised_it": ("beforetheyraisedit", "unasked", "proactive", "beforetheyasked", "wasfirst"),
    },
    needs=(("account",), ("text",), ("made_on",)),
    dates=frozenset({"made_on"}),
    yes_no=frozenset({"before_they_raised_it"}),
    people=frozenset({"person"}),
    long=frozenset({"text"}),
    words={
        "outcome": _words(
            SuggestionOutcome,
            open="pending,waiting,under review",
            accepted="yes,taken up,agreed,adopted,done",
            declined="no,rejected,refused",
            overtaken="they asked first,too late",
        )
    },
)

TABLES = (ACCOUNTS, CONTACTS, OPPORTUNITIES, ORDERS, AWARDS, FACTS, NEEDS, SUGGESTIONS)

# Headings that stand in tables of every kind; alone they tell nothing.
_COMMON = frozenset(
    (
        *(*_COMPANY, *_CURRENCY, *_VALUE, *_CATEGORY, *_PERSON, *_DATE, "name", "title", "text", "description", "note"),
        *("notes", "comment", "comments", "status", "type", "kind", "source", "where", "what", "city", "location"),
        *("country", "price", "number", "address", "first", "last", "subject", "since", "outcome", "result", "from"),
        *("about", "group", "label", "url", "web", "place", "units", "function", "job", "open", "public", "order"),
        *("role", "reviewed", "ordernumber", "orderno", "orderid", "item", "volume", "decision", "heard", "startdate"),
        *("priority", "importance"),
    )
)


def columns_of(table: Table, headings: Iterable[str]) -> dict[str, list[int]]:
    """Return which columns hold each field of a table, in the order of preference of its headings."""
    at: dict[str, list[int]] = {}
    for index, heading in enumerate(headings):
        at.setdefault(plain(heading), []).append(index)
    found = {each: [i for name in names for i in at.get(name, [])] for each, names in table.headings.items()}
    return {each: columns for each, columns in found.items() if columns}


def table_of(headings: list[str], file_name: str) -> Table | None:
    """Return the table whose headings these are, or None. A file's name decides only between likely ones."""
    scored = [(_score(table, headings, file_name), table) for table in TABLES]
    best, table = max(scored, key=lambda each: each[0])
    return table if best else None


def _score(table: Table, headings: list[str], file_name: str) -> int:
    columns = columns_of(table, headings)
    if not all(any(each in columns or each in _made_of(table, columns) for each in group) for group in table.needs):
        return 0
    names = {plain(headings[i]) for indexes in columns.values() for i in indexes}
    specific = len(names - _COMMON)
    is_named = any(word in file_name.casefold() for word in table.file_words)
    if not specific and not is_named:
        return 0
    return len(columns) + specific * (SPECIFIC_WEIGHT - 1) + is_named * FILE_NAME_WEIGHT


def _made_of(table: Table, columns: dict[str, list[int]]) -> set[str]:
    """Return fields that are put together from others: a name of first and last name."""
    return {"name"} if table is CONTACTS and {"first_name", "last_name"} & columns.keys() else set()
