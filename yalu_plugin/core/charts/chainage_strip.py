"""The chainage strip: the crossings along the river, by kind and by state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.charts.chart import A4, SMALL_PT, Sheet, Statement, draw_message, drawing, legend
from yalu_plugin.core.kinds import BUILT_IN_KINDS, INK, SHAPES, WHITE
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import STATE_WORDS, kind_phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Annotation
    from matplotlib.transforms import Bbox as Box

# as on the map: shape and colour both tell the kind
SYMBOLS: dict[str, dict[str, str]] = {
    kind.value: {"marker": SHAPES[kind.shape], "color": kind.fill, "edgecolors": WHITE if kind.fill == INK else INK}
    for kind in BUILT_IN_KINDS if kind.is_crossing}
OTHER = {"marker": "D", "color": "#9a9a9a", "edgecolors": "#000000"}
MOST_NAMES = 12  # more would hide the symbols
KINDS_APART = 0.22  # of the way from lane to lane
LARGEST, SMALLEST, FULL_SIZE = 46.0, 12.0, 80  # square points of a symbol; how many are as large as that
HEIGHTS_PT = (6.0, -6.0, 24.0, -24.0)  # of a name above or below its symbol, in the order they are tried
APART_PT = 4.0  # between two names, which would else read as one


def chainage_strip(
    rows: Sequence[Mapping[str, Any]], states: Mapping[str, str], statement: Statement, sheet: Sheet = A4
) -> Figure:
    """Crossings by km downstream of the datum, in one lane for each state that occurs.

    rows: those of Measured.table (site_id, name, kind, chainage_km). states: by site id, a word of STATES;
    a site without one is "unknown", which is not absent. Names are written where they find room; where they are too
    many for that, the kinds stand one above the other in a lane, so that none hides another, and many are smaller.
    """
    translate = sheet.translate
    lanes = [state for state in reversed(tuple(STATE_WORDS)) if any(_state(row, states) == state for row in rows)]
    with drawing(translatable("Crossings along the river"), statement, sheet) as (figure, axes):
        if not rows:
            draw_message(axes, translate(translatable("no crossing on this line")))
            return figure
        axes.set_xlabel(translate(translatable("river km downstream of the datum")))
        axes.set_yticks(range(len(lanes)), [_in_two_lines(translate(STATE_WORDS[state])) for state in lanes])
        axes.set_ylim(-0.6, len(lanes) - 0.4)
        axes.grid(True, axis="both")
        axes.tick_params(length=0)
        axes.margins(x=0.06)
        kinds = list(dict.fromkeys(row["kind"] for row in rows))
        apart = KINDS_APART if len(rows) > MOST_NAMES else 0.0
        size = max(SMALLEST, min(LARGEST, LARGEST * FULL_SIZE / len(rows)))
        for number, kind in enumerate(kinds):
            chosen, aside = [row for row in rows if row["kind"] == kind], apart * (number - (len(kinds) - 1) / 2)
            axes.scatter([row["chainage_km"] for row in chosen],
                         [lanes.index(_state(row, states)) + aside for row in chosen], s=size, zorder=3,
                         linewidths=(size / LARGEST) ** 0.5, label=_kind(kind, translate), **SYMBOLS.get(kind, OTHER))
        legend(axes, 3 if sheet.wide else 1)
        if len(rows) <= MOST_NAMES:
            figure.draw_without_rendering()
            _write_names(axes, [(row["chainage_km"], lanes.index(_state(row, states)), _in_two_lines(row["name"]))
                                for row in rows], sheet.palette.ink)
    return figure


def _in_two_lines(text: str) -> str:
    """A lane's word or a name in two lines where it is long: a narrow chart keeps its width for the river."""
    middle = text.rfind(" ", 0, 14) if len(text) > 14 else -1
    return text if middle < 0 else f"{text[:middle]}\n{text[middle + 1:]}"


def _kind(kind: str | None, translate: Callable[[str], str]) -> str:
    phrase = kind_phrase(kind)
    return translate(phrase.template).format(**phrase.values)


def _state(row: Mapping[str, Any], states: Mapping[str, str]) -> str:
    return states.get(row["site_id"], "unknown")


def _write_names(axes: Axes, places: Sequence[tuple[float, int, str]], ink: str) -> None:
    """Write each name with a line to its symbol, at the first height where it covers nothing; else not at all."""
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
                taken.append(box.padded(APART_PT * point))
                break
            text.remove()


def _box_of(text: Annotation) -> Box:
    """The letters' box in pixels, without the line to the symbol."""
    from matplotlib.text import Text

    text.get_window_extent()  # puts it in its place
    return Text.get_window_extent(text)
