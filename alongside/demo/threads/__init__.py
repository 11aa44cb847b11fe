"""The subject matters that people write about, one file each, in the notation of screenplay.py."""

from alongside.demo.screenplay import Script
from alongside.demo.threads import (
    advice,
    assay,
    carrier,
    demurrage,
    forecasts,
    internal,
    introductions,
    invoices,
    logistics,
    pricing,
    prospecting,
    public,
    quality,
    rail,
    safety,
    smalltalk,
    visits,
    winter,
    yard,
)

EVERYDAY: tuple[Script, ...] = (
    *logistics.SCRIPTS,
    *rail.SCRIPTS,
    *winter.SCRIPTS,
    *yard.SCRIPTS,
    *assay.SCRIPTS,
    *quality.SCRIPTS,
    *pricing.SCRIPTS,
    *invoices.SCRIPTS,
    *demurrage.SCRIPTS,
    *forecasts.SCRIPTS,
    *visits.SCRIPTS,
    *safety.SCRIPTS,
    *advice.SCRIPTS,
    *introductions.SCRIPTS,
    *smalltalk.SCRIPTS,
    *prospecting.SCRIPTS,
    *public.SCRIPTS,
    *carrier.SCRIPTS,
    *internal.SCRIPTS,
)
"""Every script that may happen on any day; orders and solicitations follow the ledger instead."""
