"""Texts of a strip map: its dates, and the captions of its panels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.strip_line import Strip
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.strips import Panel


def strip_dates(survey: Survey, shown: statements.Shown, off: int, strip: Strip, scale: int) -> str:
    """Return what the map shows, as of which day, along which line. `off`: how many located sites are on no panel."""
    title = tr("Strip map 1:{scale}, each panel turned along the river; chainage in km "
               "downstream of {datum} along {line}")
    far = tr("Off this map (too far from the line or past its ends): {count}")
    counted = (statements.dates(survey, shown).split("\n")[0], far.format(count=off) if off else "")
    return "\n".join(filter(None, (
        "  ·  ".join(filter(None, (*counted, statements.survey_line(survey)))), statements.left_outside(shown),
        title.format(scale=f"{scale:,}".replace(",", " "), datum=strip.measured.datum_text,
                     line=strip.measured.corridor.credit),
        statements.names_or_numbers(shown))))


def panel_caption(panels: Sequence[Panel], number: int, strip: Strip) -> str:
    """Return the number of a panel, its kilometres, and its neighbours at the match lines."""
    from yalu_plugin.layers.layouts.strip_layers import match_name

    panel = panels[number]
    parts = [tr("Panel {number} of {total}").format(number=number + 1, total=len(panels)),
             tr("km {first:.1f} to km {last:.1f}").format(first=strip.km(panel.from_m), last=strip.km(panel.to_m))]
    if number:
        parts.append(tr("at match line {name} from panel {number}").format(name=match_name(number - 1), number=number))
    if number + 1 < len(panels):
        parts.append(tr("at match line {name} on to panel {number}").format(name=match_name(number), number=number + 2))
    return "  ·  ".join(parts)
