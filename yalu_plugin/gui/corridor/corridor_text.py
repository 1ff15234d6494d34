"""Texts about the measured corridor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.core.decimals import decimals, metres_or_km
from yalu_plugin.gui.corridor.page_table import signed
from yalu_plugin.i18n import tr
from yalu_plugin.layers.corridor.line_text import line_text

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.core.corridor.stretch import Stretch
    from yalu_plugin.layers.corridor.second_line import SecondLine

NAMED = 10  # sites named in a sentence


def headline(measured: Measured) -> str:
    """Return the figures in one line."""
    count = tr("1 crossing") if measured.count == 1 else tr("{n} crossings").format(n=measured.count)
    if measured.left_out:
        count = tr("{crossings} (left out: {which})").format(crossings=count, which=_left_out_counts(measured))
    if measured.count < 2:
        return count
    figures = tr("along river {along} km   straight {straight} km   ratio {ratio}").format(
        along=decimals(measured.along_km, 2), straight=decimals(measured.straight_km, 2),
        ratio=decimals(measured.sinuosity, 2) or "–")
    return f"{figures}   {count}"


def _left_out_counts(measured: Measured) -> str:
    """Return how many crossings were left out, by reason."""
    counts = ((len(measured.off_line), tr("{n} off the line")), (measured.not_crossings, tr("{n} of other kinds")),
              (measured.retired, tr("{n} retired")),
              (measured.without_point, tr("{n} without a place")))
    return ", ".join(template.format(n=count) for count, template in counts if count)


def credit(measured: Measured, is_default: bool) -> str:
    """Return the line that was measured on, an unusual km 0, and the crossings too far from the line to count."""
    from yalu_plugin.core.corridor.line_facts import describe

    parts = [tr("measured on {line}").format(line=line_text(describe(measured.corridor)))]
    if from_upstream_end(measured, is_default):
        parts.append(tr("km 0 is the line's upstream end: the Hyesan ford is not on it"))
    if measured.off_line:
        parts.append(tr("off the line, farther than 5 km from it: {names}").format(names=off_line_names(measured)))
    return " · ".join(parts)


def off_line_names(measured: Measured) -> str:
    """Return the first few crossings too far from the line, and how many more there are."""
    first, more = ", ".join(measured.off_line[:NAMED]), len(measured.off_line) - NAMED
    return tr("{names}; and {n} more").format(names=first, n=more) if more > 0 else first


def from_upstream_end(measured: Measured, is_default: bool) -> bool:
    """Return whether the default datum is used and the Hyesan ford is not on the line."""
    from yalu_plugin.core.corridor.datum import HYESAN_FORD

    return is_default and measured.datum != HYESAN_FORD


def line_origin(corridor: Corridor) -> dict[str, str]:
    """Return the columns about the line that every row of a copied table has, by title."""
    from yalu_plugin.core.corridor.line_facts import describe

    return {tr("River line"): line_text(describe(corridor)), tr("Source of the line"): corridor.source,
            tr("Licence"): corridor.licence}


def second_line_text(second: SecondLine) -> str:
    """Return how the same crossings measure on the second line."""
    figures = tr("second line: along {along} km ({difference} km)").format(
        along=decimals(second.along_km, 2), difference=signed(second.difference_km))
    return f"{figures}: {line_text(second.facts)}"


def stretch_text(stretch: Stretch, line: Corridor) -> str:
    """Return the distances between two places on a line, the places, the clicks' distances from it, and the line."""
    from yalu_plugin.core.corridor.line_facts import describe

    (lon, lat), (end_lon, end_lat) = stretch.lonlat[0], stretch.lonlat[-1]
    first, second = map(metres_or_km, stretch.offset_m)
    return "\n".join((
        tr("along river {along} km   straight {straight} km   ratio {ratio}").format(
            along=decimals(stretch.along_km, 2), straight=decimals(stretch.straight_km, 2),
            ratio=decimals(stretch.sinuosity, 2) or "–"),
        tr("from {lat:.5f}, {lon:.5f} to {end_lat:.5f}, {end_lon:.5f} (WGS 84) on the line; the first click is {first} "
           "off it, the second {second}").format(
            lat=lat, lon=lon, end_lat=end_lat, end_lon=end_lon, first=first, second=second),
        tr("measured on {line}").format(line=line_text(describe(line)))))


def datum_text(measured: Measured, is_default: bool) -> str:
    """Return where chainage starts."""
    if from_upstream_end(measured, is_default):
        return tr("Chainage starts at the line's upstream end: the Hyesan ford is not on this line.")
    return tr("Chainage starts at {lat:.5f}, {lon:.5f} (WGS 84), {offset:.0f} m from the line.").format(
        lat=measured.datum[1], lon=measured.datum[0], offset=measured.datum_offset_m)
