"""Which companies does the seller deal with? The cast of companies as data; who works there is in people.py."""

from dataclasses import dataclass

CHICAGO, NEW_YORK, DETROIT = "America/Chicago", "America/New_York", "America/Detroit"


@dataclass(frozen=True, slots=True)
class Company:
    """One company. `level` is what its awards are written to show; `port` is where vessels discharge, "" when only rail gets there."""

    key: str
    name: str
    domain: str
    industry: str
    city: str
    area: str
    zone: str
    level: str
    plant: str
    port: str = ""
    railroad: str = ""
    public_body: bool = False
    parent: str = ""
    years_with_us: int = 0
    owner_months: int = 30
    street: str = ""


OURS = Company(
    "mesaba",
    "Mesaba Ore & Pellet",
    "mesabaore.example",
    "Iron ore and pellets",
    "Duluth, MN",
    "218",
    CHICAGO,
    "ours",
    "Range plant",
    "Duluth",
    "Missabe Northern",
    street="400 Canal Park Row, Duluth, MN 55802",
)

COMPANIES: tuple[Company, ...] = (
    Company(
        "national",
        "National Steel",
        "nationalsteel.example",
        "Integrated steel",
        "Pittsburgh, PA",
        "412",
        NEW_YORK,
        "preferred",
        "Mon Valley works",
        "Conneaut",
        "Ohio Valley Western",
        years_with_us=7,
        owner_months=8,
        street="1100 Liberty Landing, Pittsburgh, PA 15222",
    ),
    Company(
        "calumet",
        "Calumet Plate",
        "calumetplate.example",
        "Plate mill with own blast furnace",
        "East Chicago, IN",
        "219",
        CHICAGO,
        "preferred",
        "Calumet works",
        "Indiana Harbor",
        "Calumet Belt",
        years_with_us=5,
        street="77 Dock Street, East Chicago, IN 46312",
    ),
    Company(
        "harbor",
        "Harbor Blast",
        "harborblast.example",
        "Merchant hot metal and slab",
        "Burns Harbor, IN",
        "219",
        CHICAGO,
        "partner",
        "Harbor plant",
        "Burns Harbor",
        "Calumet Belt",
        years_with_us=11,
        street="3 Breakwater Road, Burns Harbor, IN 46304",
    ),
    Company(
        "erie",
        "Erie Lakefront Steel",
        "erielakefront.example",
        "Integrated steel, bar and tube rounds",
        "Lorain, OH",
        "440",
        NEW_YORK,
        "partner",
        "Lorain works",
        "Lorain",
        "Ohio Valley Western",
        years_with_us=9,
        street="2500 Lakefront Avenue, Lorain, OH 44052",
    ),
    Company(
        "ashland",
        "Ashland Iron & Foundry",
        "ashlandiron.example",
        "Merchant pig iron and castings",
        "Ashland, KY",
        "606",
        NEW_YORK,
        "partner",
        "Ashland furnace",
        "",
        "Ohio Valley Western",
        years_with_us=8,
        street="18 Furnace Hill, Ashland, KY 41101",
    ),
    Company(
        "dri",
        "Great Northern DRI",
        "greatnortherndri.example",
        "Hot briquetted iron",
        "Toledo, OH",
        "419",
        NEW_YORK,
        "preferred",
        "Maumee plant",
        "Toledo",
        "Ohio Valley Western",
        years_with_us=4,
        street="900 Maumee Bay Drive, Toledo, OH 43605",
    ),
    Company(
        "keystone",
        "Keystone Bar",
        "keystonebar.example",
        "Special bar quality steel",
        "Bethlehem, PA",
        "610",
        NEW_YORK,
        "preferred",
        "Bethlehem melt shop",
        "",
        "Ohio Valley Western",
        years_with_us=3,
        street="55 Lehigh Terrace, Bethlehem, PA 18015",
    ),
    Company(
        "wabash",
        "Wabash Castings",
        "wabashcastings.example",
        "Grey and ductile iron castings",
        "Fort Wayne, IN",
        "260",
        NEW_YORK,
        "vendor",
        "Fort Wayne foundry",
        "",
        "Wabash & Maumee",
        years_with_us=2,
        street="212 Cupola Lane, Fort Wayne, IN 46803",
    ),
    Company(
        "cement",
        "Superior Cement",
        "superiorcement.example",
        "Portland cement",
        "Alpena, MI",
        "989",
        DETROIT,
        "vendor",
        "Alpena kiln",
        "Alpena",
        "",
        years_with_us=3,
        street="1 Quarry Point, Alpena, MI 49707",
    ),
    Company(
        "tamarack",
        "Tamarack County Highway Department",
        "tamarackcounty.example",
        "County roads",
        "Two Harbors, MN",
        "218",
        CHICAGO,
        "vendor",
        "county yard",
        "",
        "Missabe Northern",
        public_body=True,
        years_with_us=6,
        street="601 Third Avenue, Two Harbors, MN 55616",
    ),
    Company(
        "prairie",
        "Prairie Direct Iron",
        "prairieiron.example",
        "Direct reduced iron",
        "Granite City, IL",
        "618",
        CHICAGO,
        "vendor",
        "Granite City module",
        "",
        "Prairie & Gulf",
        years_with_us=1,
        street="4000 Levee Road, Granite City, IL 62040",
    ),
    Company(
        "huron",
        "Huron Shore Steel",
        "huronshore.example",
        "Integrated steel",
        "Port Huron, MI",
        "810",
        DETROIT,
        "prospect",
        "Port Huron works",
        "St. Clair",
        "",
        street="88 Blue Water Drive, Port Huron, MI 48060",
    ),
    Company(
        "monon",
        "Monongahela Specialty",
        "monspecialty.example",
        "Stainless and tool steel",
        "Monessen, PA",
        "724",
        NEW_YORK,
        "prospect",
        "Monessen shop",
        "",
        "Ohio Valley Western",
        street="30 Coke Row, Monessen, PA 15062",
    ),
    Company(
        "tube",
        "Ohio River Tube",
        "ohiorivertube.example",
        "Seamless tube",
        "Wheeling, WV",
        "304",
        NEW_YORK,
        "prospect",
        "Wheeling mill",
        "",
        "Ohio Valley Western",
        parent="erie",
        street="1400 Water Street, Wheeling, WV 26003",
    ),
)

CARRIER = Company(
    "carrier",
    "Halvard Lake Carriers",
    "halvardlake.example",
    "Vessel owners",
    "Cleveland, OH",
    "216",
    NEW_YORK,
    "carrier",
    "fleet office",
    "Cleveland",
    "",
    street="1 Cuyahoga Slip, Cleveland, OH 44113",
)

VESSELS = (
    "Arvid J. Sorensen",
    "Walter F. Grist",
    "Edna Halvard",
    "Copper Reach",
    "Henry M. Dahl",
    "Iron Compass",
    "Marguerite Fallon",
    "North Passage",
    "Carl O. Bergstrom",
    "Keweenaw Light",
    "Ruth E. Mattson",
    "Huron Meridian",
)
"""Made-up lake freighters."""

RIVALS = ("Northshore Pellet", "Labrador Basin", "Grand Portage Mining")
"""Made-up competitors."""


def company(key: str) -> Company:
    """Find a company by its key, our own and the carrier included."""
    return _BY_KEY[key]


_BY_KEY = {each.key: each for each in (*COMPANIES, OURS, CARRIER)}
