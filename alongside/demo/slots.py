"""What fills the slots of a script: names, dates, tonnes, vessels, prices. Draws each once per thread, so that a thread agrees with itself."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from alongside.demo.companies import COMPANIES, OURS, RIVALS, VESSELS, Company
from alongside.demo.days import SEASONS, working_day
from alongside.demo.deals import Deal
from alongside.demo.grammar import Day

LOAD_PORTS = ("Two Harbors", "Duluth", "Silver Bay", "Taconite Harbor")
THINGS = ("ladle furnace", "pickling line", "stove", "caster segment", "water plant", "roll shop")


def common_slots(where: Company, deal: Deal | None, *, day: date, rng: Random) -> dict[str, object]:
    """Draw what every thread may speak of. A slot that is "" cannot be spoken of at this account on this day."""
    product = deal.category if deal else ""
    tonnes = deal.tonnes if deal else 0
    return {
        "company": where.name,
        "any_company": rng.choice([each.name for each in COMPANIES if each.level not in ("prospect",)]),
        "city": where.city.split(",")[0],
        "area": where.area,
        "plant": where.plant,
        "port": where.port,
        "load": rng.choice(LOAD_PORTS),
        "railroad": where.railroad,
        "railroad2": OURS.railroad,
        "rival": rng.choice(RIVALS),
        "thing": rng.choice(THINGS),
        "vessel": _vessel(where, deal, day, rng),
        "cargo": deal.cargo if deal else "",
        "order": deal.number if deal else "",
        "product": product,
        "ore": {"pellets": "pellet", "DR pellets": "DR pellet", "lump ore": "lump"}.get(product, product),
        "product2": rng.choice(("acid pellets", "fluxed pellets", "DR pellets", "lump")),
        "tonnes": f"{tonnes:,}" if tonnes else "",
        "price": f"${deal.unit_price}" if deal else "",
        "value": f"${deal.value:,}" if deal else "",
        "bid": f"TC-{day.year}-{rng.randint(11, 68)}",
        "tag": f"{day:%Y%m%d}",
        **_assay(product, rng),
        **_calendar(day),
    }


def _vessel(where: Company, deal: Deal | None, day: date, rng: Random) -> str:
    if not where.port or not SEASONS["sailing"](day + timedelta(days=8)):
        return ""
    return deal.vessel if deal and deal.vessel else rng.choice(VESSELS)


def _assay(product: str, rng: Random) -> dict[str, object]:
    iron = {"DR pellets": 67.2, "lump ore": 62.9, "fines": 57.5}.get(product, 65.1)
    silica = {"DR pellets": 1.9, "lump ore": 4.9, "fines": 11.2}.get(product, 4.3)
    return {
        "fe": f"{iron + rng.uniform(-0.5, 0.6):.2f} %",
        "sio2": f"{silica + rng.uniform(-0.3, 0.3):.2f} %",
        "moist": f"{rng.uniform(1.6, 2.9):.1f} %",
        "cents": f"{rng.randint(1, 9)}",
    }


def _calendar(day: date) -> dict[str, object]:
    following, before = _month(day, 1), _month(day, -1)
    quarter = (day.month - 1) // 3 + 1
    return {
        "month": f"{day:%B}",
        "next_month": f"{following:%B}",
        "last_month": f"{before:%B}",
        "quarter": f"Q{quarter}",
        "next_quarter": f"Q{quarter % 4 + 1}",
        "year": str(day.year),
        "next_year": str(day.year + 1),
        "last_year": str(day.year - 1),
        "week": str(day.isocalendar().week),
        "far": Day(day + timedelta(days=80)),
    }


def _month(day: date, steps: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + steps, 12)
    return date(year, month + 1, 1)


def drawn(let: Mapping[str, str], *, start: date, rng: Random) -> dict[str, object]:
    """Draw the `let` values of a script: "+2..4" a working day ahead, "3000..9000/100" a number, "up|down" a choice."""
    return {name: _draw(rule, start, rng) for name, rule in let.items()}


def _draw(rule: str, start: date, rng: Random) -> object:
    if rule.startswith("+"):
        low, _, high = rule[1:].partition("..")
        return Day(working_day(start, rng.randint(int(low), int(high or low))))
    if ".." not in rule:
        return rng.choice(rule.split("|")).replace("_", " ")
    span, _, step = rule.partition("/")
    low, _, high = span.partition("..")
    if "." in step:
        return f"{rng.randint(round(float(low) * 10), round(float(high) * 10)) / 10}"
    return f"{rng.randrange(int(low), int(high) + 1, int(step or 1)):,}"


def relative_days(day: date) -> dict[str, object]:
    """Give {d1} to {d5}: the working days after the day on which a letter is written."""
    return {f"d{steps}": Day(working_day(day, steps)) for steps in range(1, 6)}
