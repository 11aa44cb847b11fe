"""What do the attached files hold? Small made-up certificates, quotations, orders and tables, fixed by their seed."""

from random import Random

from alongside.demo.mail import Attachment


def attachment(kind: str, *, slots: dict[str, object], rng: Random) -> Attachment:
    """Make the file that a turn names: assay and weights are tables, the others small PDF files."""
    if kind in ("assay", "weights", "forecast", "schedule", "plan", "log"):
        return Attachment(f"{_name(kind, slots)}.csv", "text/csv", _TABLES[kind](slots, rng).encode())
    if kind == "photo":
        return Attachment("IMG_2041.png", "image/png", _ONE_PIXEL)
    return Attachment(f"{_name(kind, slots)}.pdf", "application/pdf", _pdf(_TITLES[kind], slots))


_TITLES = {
    "invoice": "Invoice",
    "order": "Purchase order",
    "quote": "Quotation",
    "rfq": "Request for quotation",
    "sheet": "Data sheet",
    "minutes": "Minutes of meeting",
}


def _name(kind: str, slots: dict[str, object]) -> str:
    about = (
        slots["cargo"]
        if kind in ("assay", "weights", "log")
        else slots["order"]
        if kind in ("order", "invoice")
        else ""
    )
    return "-".join(filter(None, (kind, str(about or slots["tag"]))))


def _assay(slots: dict[str, object], rng: Random) -> str:
    rows = [("Fe", slots["fe"]), ("SiO2", slots["sio2"]), ("Moisture", slots["moist"])]
    rows += [
        ("Al2O3", f"0.{rng.randint(18, 34)} %"),
        ("P", f"0.0{rng.randint(11, 19)} %"),
        ("Tumble +6.3 mm", f"95.{rng.randint(0, 9)} %"),
    ]
    head = f"cargo,{slots['cargo']}\nproduct,{slots['product']}\n\nanalysis,value\n"
    return head + "".join(f"{name},{value}\n" for name, value in rows)


def _weights(slots: dict[str, object], rng: Random) -> str:
    rows = "".join(f"{hold},{rng.randint(2100, 3900)}\n" for hold in range(1, 6))
    return f"cargo,{slots['cargo']}\n\nhold,tonnes\n{rows}"


def _by_week(slots: dict[str, object], rng: Random) -> str:
    rows = "".join(f"{week},{rng.randint(12, 58) * 100}\n" for week in range(1, 9))
    return f"week,tonnes\n{rows}"


def _log(slots: dict[str, object], rng: Random) -> str:
    rows = "".join(
        f"{hour:02d}:{rng.randint(0, 59):02d},{what}\n" for hour, what in zip(range(3, 23, 4), _EVENTS, strict=False)
    )
    return f"time,event\n{rows}"


_EVENTS = ("arrived at anchorage", "waiting for lock", "lock cleared", "notice of readiness", "all fast at berth")
_TABLES = {
    "assay": _assay,
    "weights": _weights,
    "forecast": _by_week,
    "schedule": _by_week,
    "plan": _by_week,
    "log": _log,
}


def _pdf(title: str, slots: dict[str, object]) -> bytes:
    """Write the smallest PDF that a reader opens, with a title and a line."""
    line = f"{title} {slots['order'] or slots['tag']} - {slots['product']}".encode("latin-1", "replace").decode(
        "latin-1"
    )
    stream = f"BT /F1 14 Tf 60 760 Td ({line}) Tj ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


_ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0f01f00"
    "05000202ffa1e2b50000000049454e44ae426082"
)
"""A PNG of one pixel."""
