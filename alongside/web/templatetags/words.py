"""How does a page say a date, a number, a name? As people say it; the exact value stands behind it on hover."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from alongside.judgement.words import times

register = template.Library()
register.filter(times)

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
"""Numbers up to twelve are written as words within a sentence."""

NEAR_DAYS = 6
"""Within so many days a weekday's name says it. Unit: days."""

FEW_WEEKS_DAYS = 55
"""Up to here a past day is said in days or weeks, beyond as a date. Unit: days."""


@register.simple_tag(takes_context=True)
def when(context: template.Context, at: date | datetime | None, form: str = "said") -> SafeString | str:
    """Say a day or an instant as people do, in a <time> with the exact value; `form` is said, day, date or clock."""
    if at is None:
        return ""
    as_of = context.get("as_of") or timezone.localdate()
    local = timezone.localtime(at) if isinstance(at, datetime) else at
    day = local.date() if isinstance(local, datetime) else local
    if form in ("clock", "date"):
        words = clock(local) if form == "clock" else f"{day.day} {day:%b}"
    else:
        words = short_day(day, as_of) if form == "day" else said(day, as_of)
    return format_html('<time datetime="{}" title="{}">{}</time>', local.isoformat(), exact(local), words)


def said(day: date, as_of: date) -> str:
    """Say `day` seen from `as_of`: today, yesterday, on Friday, ten days ago, in three weeks, 4 March."""
    away = (day - as_of).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if away in near:
        return near[away]
    if 0 < away <= NEAR_DAYS:
        return f"{day:%A}"
    if away > 0:
        return short_day(day, as_of)
    if -away <= 13:
        return f"{in_words(-away)} days ago"
    if -away <= FEW_WEEKS_DAYS:
        return f"{in_words(round(-away / 7))} weeks ago"
    return short_day(day, as_of)


def short_day(day: date, as_of: date) -> str:
    """Write a day without what goes without saying: `19 Nov` in the last eleven months or ahead, else `19 Nov 2024`."""
    is_near = timedelta(days=-330) < day - as_of < timedelta(days=330)
    return f"{day.day} {day:%b}" if is_near else f"{day.day} {day:%b} {day.year}"


def exact(at: date | datetime) -> str:
    """Write a day or an instant in full: `Friday, 13 November 2026, 16:42`."""
    day = f"{at:%A}, {at.day} {at:%B} {at.year}"
    return f"{day}, {at:%H:%M}" if isinstance(at, datetime) else day


def clock(at: date | datetime) -> str:
    """Write an instant for a head line: `11 November, 16:42`."""
    return f"{at.day} {at:%B}" + (f", {at:%H:%M}" if isinstance(at, datetime) else "")


@register.filter
def in_words(number: int) -> str:
    """Write a number up to twelve as a word, a larger one in figures."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else figure(number)


@register.filter
def figure(number: int | float | Decimal | None) -> str:
    """Write a number with thin groups: 8,200; a fraction with at most two places."""
    if number is None:
        return "not known"
    return f"{number:,.2f}".rstrip("0").rstrip(".") if number % 1 else f"{int(number):,}"


@register.filter
def of(number: int, noun: str) -> str:
    """Write a number with its noun, which takes an s or is "one,many": {{ 2|of:"reply,replies" }} gives "2 replies"."""
    one, _, many = noun.partition(",")
    return f"{figure(number)} {one if number == 1 else many or one + 's'}"


@register.filter
def words_of(number: int, noun: str) -> str:
    """Write a number as a word with its noun, to begin a sentence: {{ 7|words_of:"thing" }} gives "Seven things"."""
    one, _, many = noun.partition(",")
    return f"{in_words(number)} {one if number == 1 else many or one + 's'}".capitalize()


@register.filter
def size(byte_count: int) -> str:
    """Write a size as people do: 640 B, 12 KB, 3.4 MB."""
    amount = float(byte_count)
    for unit in ("B", "KB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if amount >= 10 or unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"


@register.filter
def initials(name: str) -> str:
    """Give the first letters of the first and the last part of a name."""
    parts = [part for part in name.replace(".", " ").split() if part[0].isalnum()]
    return (parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")).upper() if parts else "?"


@register.filter
def sentence(text: str) -> str:
    """Begin with a capital, change nothing else."""
    return text[:1].upper() + text[1:]
