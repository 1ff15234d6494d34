"""Estimate of the fuel that filling stations take from the size of their tanks: that of AccessDPRK, 2020-04-24, with
all assumptions adjustable.

The document rounds at every step; here nothing is rounded, and the published figures are shown for comparison.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite, pi
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

SOURCE = "AccessDPRK, 2020-04-24"
GALLONS_PER_BARREL, MONTHS = 42, 12  # US gallons
GALLONS_PER_CUBIC_FOOT = 12**3 / 231  # a US gallon is 231 cubic inches
MAX_DIFFERENCE = 0.01  # relative difference of two densities of one fuel by rounding

# exact metric values: feet, pounds and US gallons are defined by them
_FOOT_M, _POUND_KG, _GALLON_L, _BARREL_M3 = 0.3048, 0.45359237, 3.785411784, 0.158987294928
_METRIC = {"ft": ("m", _FOOT_M), "cu ft": ("m³", _FOOT_M**3), "lb": ("kg", _POUND_KG), "gal": ("L", _GALLON_L),
           "lb/cu ft": ("kg/m³", _POUND_KG / _FOOT_M**3), "lb/gal": ("kg/L", _POUND_KG / _GALLON_L),
           "gal a month": ("L a month", _GALLON_L), "barrels a month": ("m³ a month", _BARREL_M3),
           "barrels a year": ("m³ a year", _BARREL_M3)}


class AssumptionOutOfRange(YaluError):
    """The estimate cannot be computed with this number."""

    template = translatable("{name} = {value} is out of range. Give a possible number.")


@dataclass(frozen=True)
class Assumptions:
    """The assumptions about tanks, fuel and stations; the defaults are those of the document.

    Lengths in feet, densities in pounds per cubic foot and per US gallon, the cap in barrels of 42 US gallons a year.
    Raises AssumptionOutOfRange.
    """

    tank_length_ft: float = 32.0
    tank_diameter_ft: float = 7.0
    allowance_percent: float = 10.0  # of a tank's volume, for its walls
    pounds_per_cubic_foot: float = 46.75
    pounds_per_gallon: float = 6.7
    tanks_per_station: float = 2.0
    stations: int = 122
    refills_per_month: float = 1.0
    cap_barrels: float = 500_000.0

    def __post_init__(self) -> None:
        for name in _UNITS:
            value, can_be_none = getattr(self, name), name in _CAN_BE_NONE
            if not isfinite(value) or value < 0 or (value == 0 and not can_be_none):
                raise AssumptionOutOfRange(name=name.upper(), value=value)
        if self.allowance_percent > 100:
            raise AssumptionOutOfRange(name="ALLOWANCE_PERCENT", value=self.allowance_percent)

    @property
    def pounds_of_a_cubic_foot_by_gallon(self) -> float:
        """The weight of a cubic foot if a US gallon weighs `pounds_per_gallon`."""
        return self.pounds_per_gallon * GALLONS_PER_CUBIC_FOOT

    @property
    def densities_agree(self) -> bool:
        """Whether both weights are for one fuel. In the document they are not: 6.7 lb/gal are 50.12 lb/cu ft."""
        return abs(self.pounds_per_cubic_foot / self.pounds_of_a_cubic_foot_by_gallon - 1) <= MAX_DIFFERENCE


_UNITS = {"tank_length_ft": "ft", "tank_diameter_ft": "ft", "allowance_percent": "%",
          "pounds_per_cubic_foot": "lb/cu ft", "pounds_per_gallon": "lb/gal", "tanks_per_station": "", "stations": "",
          "refills_per_month": "", "cap_barrels": "barrels a year"}
_CAN_BE_NONE = ("allowance_percent", "tanks_per_station", "stations", "refills_per_month")


class Figure(NamedTuple):
    """A row of the estimate: an assumption or a result. `published` is the document's figure in `published_unit`, None
    where the assumptions differ from the document's.
    """

    name: str
    is_assumption: bool
    value: float
    unit: str
    published: float | None = None
    published_unit: str = ""


class Estimate(NamedTuple):
    """The amounts that the stations take, unrounded, and all figures from which they follow."""

    gallons_per_month: float
    barrels_per_year: float
    cap_ratio: float  # relative to the cap: above it if more than 1
    figures: tuple[Figure, ...]


def estimate(given: Assumptions) -> Estimate:
    """Compute the estimate: a tank is a cylinder, and each station's tanks are filled as often as assumed."""
    volume = pi * (given.tank_diameter_ft / 2) ** 2 * given.tank_length_ft
    inside = volume * (1 - given.allowance_percent / 100)
    pounds = inside * given.pounds_per_cubic_foot
    gallons = pounds / given.pounds_per_gallon
    monthly = gallons * given.tanks_per_station * given.stations * given.refills_per_month
    yearly = monthly / GALLONS_PER_BARREL * MONTHS
    ratio = yearly / given.cap_barrels
    results = (
        ("tank_volume", volume, "cu ft", 1231.5), ("tank_volume_less_allowance", inside, "cu ft", 1108.3),
        ("tank_weight", pounds, "lb", 51_813), ("tank_content", gallons, "gal", 7_733),
        ("gallons_per_month", monthly, "gal a month", 1_886_852),
        ("barrels_per_month", monthly / GALLONS_PER_BARREL, "barrels a month", 44_925),
        ("barrels_per_year", yearly, "barrels a year", 539_100), ("cap_ratio", ratio, "", 1.08))
    as_published = given == Assumptions()
    figures = (*_assumptions(given), *(
        Figure(name, False, value, unit, published if as_published else None, unit if as_published else "")
        for name, value, unit, published in results))
    return Estimate(monthly, yearly, ratio, figures)


def in_metric(figure: Figure) -> Figure:
    """Return the figure in metric units; the published value is unchanged."""
    unit, factor = _METRIC.get(figure.unit, (figure.unit, 1.0))
    return figure._replace(value=figure.value * factor, unit=unit)


def _assumptions(given: Assumptions) -> Iterator[Figure]:
    published = Assumptions()
    for name, unit in _UNITS.items():
        yield Figure(name, True, float(getattr(given, name)), unit, float(getattr(published, name)), unit)
