"""Amounts and rates: what is written, how it shows, and the canonical decimal that it means."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

TEN_THOUSAND = Decimal(10000)
CENT = Decimal("0.01")


def canonical(value):
    """At least two decimals and no other trailing zeros: 0.00, 71.30, 1.2345."""
    text = format(value, "f")
    whole, _, part = text.partition(".")
    part = part.rstrip("0")
    return whole + "." + part.ljust(2, "0")


def plain(value):
    """As a person types it: no exponent, the decimals that it has."""
    return format(value, "f")


def grouped(value):
    """With thousands marks."""
    return format(value, ",f")


def general(value):
    """As Excel shows a number under General."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def fixed(value, decimals, marks=False):
    """As Excel shows a number under 0.00 and the like."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return format(rounded, ",f" if marks else "f")


def rate(part, whole):
    """The execution rate in percent, cut to two decimals as the seeds have it."""
    return (part * 100 / whole).quantize(CENT, ROUND_DOWN) if whole else Decimal("0.00")
