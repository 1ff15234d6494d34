"""The colour of each state, and its mark in a cell, as SVG that Qt can draw (no clipping, no patterns).

Maps draw the same colours and shapes around a site's symbol (tools/make_styles.py). Observed states are dark, each
with its own mark; not observable is light grey; not inspected is white: distinguishable without colour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yalu_plugin.core.states import NOT_OBSERVABLE, OBSERVED_STATES, STATE_BY_VALUE
from yalu_plugin.core.survey.matrix.matrix_cells import Cell

COLOURS: Mapping[str, str] = {state.value: state.colour for state in OBSERVED_STATES}
OTHER = "#5b3f8c"  # custom states
BLIND_GREY, INK, WHITE = "#cfcfcf", "#1a1a1a", "#ffffff"
MOST_SLICES = 3
_MORE = "..."

Box = tuple[float, float, float, float]  # left, top, width, height


def cell_svg(cell: Cell, width: float, height: float) -> str:
    """Return the SVG elements of a cell with its corner at 0, 0; empty for a cell without observations.

    States in a known order are side by side; contradicting states are split by a diagonal and framed; a state that may
    belong to another column is a hatched bar, never a filled cell.
    """
    if not (cell.states or cell.blind or cell.spanning):
        return ""
    box = 0.0, 0.0, width, height
    if not cell.states and not cell.blind:
        return _bars(cell.spanning, (0.0, 0.2 * height, width, 0.6 * height))
    if cell.conflict:
        drawn = _conflict(cell.states, box)
    elif cell.states:
        drawn = _slices(cell.states, box)
    else:
        drawn = _filled(NOT_OBSERVABLE, box)
    return drawn + (_strip(cell.spanning, box) if cell.spanning else "")


def _slices(states: Sequence[str], box: Box) -> str:
    """Draw states side by side in their order; of many only the first and the last."""
    shown = states if len(states) <= MOST_SLICES else (states[0], _MORE, states[-1])
    left, top, width, height = box
    each = width / len(shown)
    return "".join(_filled(state, (left + at * each, top, each, height)) for at, state in enumerate(shown))


def _conflict(states: Sequence[str], box: Box) -> str:
    left, top, width, height = box
    one, other = states[:2]
    size, edge = 0.62 * min(width, height), 0.09 * min(width, height)
    return (f'<path d="M{left:g} {top:g}h{width:g}L{left:g} {top + height:g}z" fill="{fill_of(one)}"/>'
            f'<path d="M{left + width:g} {top + height:g}v{-height:g}L{left:g} {top + height:g}z" '
            f'fill="{fill_of(other)}"/>'
            f'<path d="M{left:g} {top + height:g}L{left + width:g} {top:g}" {_stroke(WHITE, edge)}/>'
            + _mark(one, _ink_on(one), left + 0.27 * width, top + 0.34 * height, size)
            + _mark(other, _ink_on(other), left + 0.73 * width, top + 0.66 * height, size)
            + f'<rect x="{left + edge / 2:g}" y="{top + edge / 2:g}" width="{width - edge:g}" '
              f'height="{height - edge:g}" {_stroke(INK, edge)}/>')


def _filled(state: str, box: Box) -> str:
    left, top, width, height = box
    return (f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" fill="{fill_of(state)}"/>'
            + _mark(state, _ink_on(state), left + width / 2, top + height / 2, min(width, height)))


def _bars(states: Sequence[str], box: Box) -> str:
    """Draw a hatched bar for each state, one below the other, that continues in the next column."""
    left, top, width, height = box
    shown = states[:MOST_SLICES]
    each = height / len(shown)
    return "".join(_bar(state, (left, top + at * each, width, each)) for at, state in enumerate(shown))


def _bar(state: str, box: Box) -> str:
    left, top, width, height = box
    colour = _line_of(state)
    step = width / 8
    hatch = "".join(f"M{left + (at + 0.5) * step:g} {top:g}v{height:g}" for at in range(8))
    edges = f"M{left:g} {top:g}h{width:g}M{left:g} {top + height:g}h{width:g}"
    middle, size = (left + width / 2, top + height / 2), 1.15 * min(width, height)
    return (f'<path d="{hatch}" {_stroke(colour, 0.055 * width)}/><path d="{edges}" {_stroke(colour, 0.05 * height)}/>'
            f'<circle cx="{middle[0]:g}" cy="{middle[1]:g}" r="{0.5 * size:g}" fill="{WHITE}"/>'
            + _mark(state, colour, *middle, size))


def _strip(states: Sequence[str], box: Box) -> str:
    """Draw a hatched strip along the bottom of a filled cell."""
    left, top, width, height = box
    low = 0.2 * height
    return (f'<rect x="{left:g}" y="{top + height - low:g}" width="{width:g}" height="{low:g}" fill="{WHITE}"/>'
            + "".join(f'<path d="M{left + (at + 0.5) * width / 8:g} {top + height - 0.8 * low:g}v{0.8 * low:g}" '
                      f'{_stroke(_line_of(states[at % len(states)]), 0.06 * width)}/>' for at in range(8)))


def _mark(state: str, colour: str, x: float, y: float, size: float) -> str:
    """Draw the shape of a state around x, y, within `size`."""
    stroke = _stroke(colour, 0.12 * size)
    mark = "dots" if state == _MORE else STATE_BY_VALUE[state].mark if state in STATE_BY_VALUE else ""
    if mark == "circle":
        return f'<circle cx="{x:g}" cy="{y:g}" r="{0.27 * size:g}" {stroke}/>'
    if mark == "dashed_circle":
        dash = 0.27 * size * 0.785  # eight pieces
        return (f'<circle cx="{x:g}" cy="{y:g}" r="{0.27 * size:g}" {stroke} '
                f'stroke-dasharray="{dash:g} {dash:g}"/>')
    if mark == "bars":
        return "".join(f'<path d="M{x - 0.3 * size:g} {y + up * size:g}h{0.6 * size:g}" {stroke}/>'
                       for up in (-0.17, 0.17))
    if mark == "slash":
        return f'<path d="M{x - 0.28 * size:g} {y + 0.28 * size:g}l{0.56 * size:g} {-0.56 * size:g}" {stroke}/>'
    if mark == "dots":
        return "".join(f'<circle cx="{x + by * size:g}" cy="{y:g}" r="{0.07 * size:g}" fill="{colour}"/>'
                       for by in (-0.24, 0, 0.24))
    return (f'<path d="M{x:g} {y - 0.3 * size:g}l{0.3 * size:g} {0.3 * size:g}l{-0.3 * size:g} {0.3 * size:g}'
            f'l{-0.3 * size:g} {-0.3 * size:g}z" {stroke}/>')


def fill_of(state: str) -> str:
    """Return the fill colour of a cell with this state."""
    return {NOT_OBSERVABLE: BLIND_GREY, _MORE: WHITE}.get(state) or COLOURS.get(state, OTHER)


def _line_of(state: str) -> str:
    return COLOURS.get(state, OTHER)


def _ink_on(state: str) -> str:
    return INK if state in (NOT_OBSERVABLE, _MORE) else WHITE


def _stroke(colour: str, width: float) -> str:
    return f'fill="none" stroke="{colour}" stroke-width="{width:g}"'
