"""The same crossings on a second line, to see how much of a distance is the line's detail."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.line_facts import LineFacts
    from yalu_plugin.core.corridor.measure import Measured


@dataclass(frozen=True)
class SecondLine:
    """The measured crossings on another line.

    chainage_km: by site id, from the same datum, NaN where a site is farther than 5 km from this line. along_km:
    between the outermost of the crossings that both lines reach; difference_km: along_km minus the same distance on the
    first line.
    """

    facts: LineFacts  # the name includes its layer's name if it is the first line's name
    chainage_km: dict[str, float]
    along_km: float
    difference_km: float


def on_second_line(measured: Measured, other: Corridor, layer_name: str) -> SecondLine:
    """Measure the same crossings along another line, from a layer of this name. Safe in any thread."""
    from yalu_plugin.core.corridor.line_facts import compare_lines, describe

    table = compare_lines(measured.table, measured.corridor, other, measured.datum)
    both = table.dropna(subset=["chainage_km", "other_chainage_km"])
    chainages = both[["chainage_km", "other_chainage_km"]]
    span = chainages.max() - chainages.min()
    facts = describe(other)
    if facts.name == measured.corridor.name and facts.name != layer_name:
        facts = replace(facts, name=tr("{name} of layer {layer}").format(name=facts.name, layer=layer_name))
    return SecondLine(facts, dict(zip(table["site_id"], table["other_chainage_km"])),
                      float(span["other_chainage_km"]), float(span["other_chainage_km"] - span["chainage_km"]))
