"""The states in which a site is observed, each declared once.

The schema, keys and buttons, labels and legends, cells of the matrix and the symbols of the map (tools/make_styles.py)
read these records. To add a state: add a record, an icon `observe_<value>.svg`, and the words used for it in foreign
lists (core/importing/notations/state_words.py).
"""

from __future__ import annotations

from typing import NamedTuple

from yalu_plugin.core.text import translatable

MARKS = ("circle", "dashed_circle", "bars", "slash", "dots")  # drawn around or across a site's symbol, and in cells


class State(NamedTuple):
    """One state in which a site can be observed.

    Attributes:
        value: the value in the column `state` of observations.
        label: its English name on screen and on pages.
        key: the letter that records it, and represents it in spreadsheets.
        button: the position of its button, from the left.
        colour: of its mark, as #rrggbb.
        mark: one of MARKS.
        is_sighting: the site was seen, complete or not.
        is_conclusive: it determines a site's state. "Not observable" does not, it says nothing about the site.
    """

    value: str
    label: str
    key: str
    button: int
    colour: str
    mark: str
    is_sighting: bool = False
    is_conclusive: bool = True


OBSERVED_STATES = (  # in the order of value lists and legends
    State("present", translatable("Present"), "P", 1, "#0b6e4f", "circle", is_sighting=True),
    State("under_construction", translatable("Under construction"), "U", 4, "#c25e00", "dashed_circle",
          is_sighting=True),
    State("washed_out", translatable("Washed out"), "W", 3, "#c1121f", "bars"),
    State("absent", translatable("Absent"), "A", 2, "#5f5f5f", "slash"),
    State("not_observable", translatable("Not observable"), "N", 5, "#8a8a8a", "dots", is_conclusive=False),
)
NOT_OBSERVABLE = "not_observable"
UNKNOWN = "unknown"  # the state of a site before its first conclusive observation: not the same as absent
UNKNOWN_LABEL = translatable("Not known")
STATES = tuple(state.value for state in OBSERVED_STATES)
SIGHTINGS = tuple(state.value for state in OBSERVED_STATES if state.is_sighting)
BY_BUTTON = tuple(sorted(OBSERVED_STATES, key=lambda state: state.button))
STATE_KEYS = {state.value: state.key for state in BY_BUTTON}
STATE_BY_VALUE = {state.value: state for state in OBSERVED_STATES}


def is_conclusive(value: str | None) -> bool:
    """Return whether an observation with this value of `state` says something about the site; None does not.

    A value that is not one of STATES, which other programs may write, does.
    """
    return value is not None and (value not in STATE_BY_VALUE or STATE_BY_VALUE[value].is_conclusive)
