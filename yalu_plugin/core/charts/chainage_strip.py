"""The chainage strip: the crossings along the river, by kind and by state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.charts.chart import A4, SMALL_PT, Sheet, Statement, draw_message, drawing, legend
from yalu_plugin.core.kinds import BUILT_IN_KINDS, INK, SHAPES, WHITE
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import STATE_LABELS, kind_phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Annotation
    from matplotlib.transforms import Bbox as Box

# As on the map: both shape and colour show the kind.
SYMBOLS: dict[str, dict[str, str]] = {
    kind.value: {"marker": SHAPES[kind.shape], "color": kind.fill, "edgecolors": WHITE if kind.fill == INK else INK}
    for kind in BUILT_IN_KINDS if kind.is_crossing}
OTHER = {"marker": "D", "color": "#9a9a9a", "edgecolors": "#000000"}
MOST_NAMES = 12  # more would hide the symbols
LONGEST_STATE = 30  # characters of a state that is not one of ours
KIND_OFFSET = 0.22  # between kinds, as a share of the distance between lanes
LARGEST, SMALLEST, FULL_SIZE = 46.0, 12.0, 80  # square points of a symbol; up to how many symbols have the largest size
HEIGHTS_PT = (6.0, -6.0, 24.0, -24.0)  # of a name above or below its symbol, in the order in which they are tried
NAME_GAP_PT = 4.0  # between two names


def chainage_strip(
    rows: Sequence[Mapping[str, Any]], states: Mapping[str, str], statement: Statement, sheet: Sheet = A4
) -> Figure:
    """Draw the crossings by km downstream of the datum, in one lane for each state that occurs.

    rows: those of Measured.table (site_id, name, kind, chainage_km). states: by site id, a value of STATES;
    a site without one is "unknown", which is not absent. Names are written where there is space. With more than
    MOST_NAMES crossings there are no names; the kinds are offset within a lane, so that none hides another, and
    symbols get smaller with their number.
    """
    translate = sheet.translate
    lanes = _lanes({_state(row, states) for row in rows})
    with drawing(translatable("Crossings along the river"), statement, sheet) as (figure, axes):
        if not rows:
            draw_message(axes, translate(translatable("no crossing on this line")))
            return figure
        axes.set_xlabel(translate(translatable("river km downstream of the datum")))
        axes.set_yticks(range(len(lanes)), [_in_two_lines(_lane_label(state, translate)) for state in lanes])
        axes.set_ylim(-0.6, len(lanes) - 0.4)
        axes.grid(True, axis="both")
        axes.tick_params(length=0)
        axes.margins(x=0.06)
        kinds = list(dict.fromkeys(row["kind"] for row in rows))
        distance = KIND_OFFSET if len(rows) > MOST_NAMES else 0.0
        size = max(SMALLEST, min(LARGEST, LARGEST * FULL_SIZE / len(rows)))
        for number, kind in enumerate(kinds):
            chosen, offset = [row for row in rows if row["kind"] == kind], distance * (number - (len(kinds) - 1) / 2)
            axes.scatter([row["chainage_km"] for row in chosen],
                         [lanes.index(_state(row, states)) + offset for row in chosen], s=size, zorder=3,
                         linewidths=(size / LARGEST) ** 0.5, label=_kind(kind, translate), **SYMBOLS.get(kind, OTHER))
        legend(axes, 3 if sheet.wide else 1)
        if len(rows) <= MOST_NAMES:
            figure.draw_without_rendering()
            _write_names(axes, [(row["chainage_km"], lanes.index(_state(row, states)), _in_two_lines(row["name"]))
                                for row in rows], sheet.palette.ink)
    return figure


def _lanes(found: set[str]) -> list[str]:
    """The states from the bottom up: words that another program wrote, then ours in the order of legends, reversed."""
    return [*sorted(found - set(STATE_LABELS)), *(state for state in reversed(tuple(STATE_LABELS)) if state in found)]


def _lane_label(state: str, translate: Callable[[str], str]) -> str:
    return translate(STATE_LABELS[state]) if state in STATE_LABELS else one_line(state, LONGEST_STATE)


def _in_two_lines(text: str) -> str:
    """Break a long label or name into two lines, so that a narrow chart keeps its width for the river."""
    middle = text.rfind(" ", 0, 14) if len(text) > 14 else -1
    return text if middle < 0 else f"{text[:middle]}\n{text[middle + 1:]}"


def _kind(kind: str | None, translate: Callable[[str], str]) -> str:
    phrase = kind_phrase(kind)
    return translate(phrase.template).format(**phrase.values)


def _state(row: Mapping[str, Any], states: Mapping[str, str]) -> str:
    return states.get(row["site_id"], "unknown")


def _write_names(axes: Axes, places: Sequence[tuple[float, int, str]], ink: str) -> None:
    """Write each name with a line to its symbol, at the first height where it covers nothing; else leave it out."""
    from matplotlib.transforms import Bbox

    point = axes.figure.dpi / 72
    centres = [axes.transData.transform((km, lane)) for km, lane, _ in places]
    taken = [Bbox.from_extents(x, y, x, y).padded(4 * point) for x, y in centres]  # the symbols
    left, right = axes.get_xlim()
    for km, lane, name in places:
        share = (km - left) / (right - left)
        align, end = ("left", 0.0) if share < 0.2 else ("right", 1.0) if share > 0.8 else ("center", 0.5)
        for height in HEIGHTS_PT:
            above = height > 0
            leader = {"arrowstyle": "-", "color": ink, "linewidth": 0.5, "shrinkA": 0, "shrinkB": 4,
                      "relpos": (end, 0.0 if above else 1.0)}
            text = axes.annotate(name, (km, lane), (0, height), textcoords="offset points", ha=align,
                                 va="bottom" if above else "top", fontsize=SMALL_PT, annotation_clip=False,
                                 arrowprops=leader, zorder=2)
            text.set_in_layout(False)
            box = _box_of(text)
            inside = axes.bbox.x0 <= box.x0 and axes.bbox.y0 <= box.y0 and box.y1 <= axes.bbox.y1
            if inside and not any(box.overlaps(other) for other in taken):
                taken.append(box.padded(NAME_GAP_PT * point))
                break
            text.remove()


def _box_of(text: Annotation) -> Box:
    """Return the box of the text in pixels, without the line to the symbol."""
    from matplotlib.text import Text

    text.get_window_extent()  # sets its position
    return Text.get_window_extent(text)
