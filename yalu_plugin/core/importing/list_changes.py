"""What a list changes in a survey that has sites of it: kinds of change, whose word counts, and what is done."""

from __future__ import annotations

from typing import Any, NamedTuple

# What an included row changes in the survey: nothing, the place of a site, other columns or observations of it, or it
# is a new one. GONE is a site of the survey that the list has no longer.
UNCHANGED, MOVED, CHANGED, NEW, GONE = CHANGES = ("unchanged", "moved", "changed", "new", "gone")
IN_SURVEY, IN_LIST = WORDS = ("survey", "list")  # whose word counts where both differ
KEEP, RETIRE, DELETE = GONE_ANSWERS = ("keep", "retire", "delete")


class Difference(NamedTuple):
    """A field of a site or an observation in which list and survey differ.

    `field` is a column of the table, or "place" with longitude and latitude in EPSG:4326; then `metres` is how far
    apart they are. The survey is changed only if the list's word is `taken`.
    """

    field: str
    in_survey: Any
    in_list: Any
    taken: bool = False
    metres: float = 0.0
