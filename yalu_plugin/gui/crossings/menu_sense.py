"""Which of the actions on sites make sense for those that are selected: a menu has no others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yalu_plugin.core.published import Row

OF_ONE = frozenset({
    "go_to_site", "copy_coordinates", "evidence", "site_card", "site_form", "site_sheet", "rename_site", "move_site",
    "successor_site", "successor_along", "split_site", "correct_observation", "withdraw_observation",
    "note_observation", "report_observation"})
OF_SEEN = frozenset({"evidence", "correct_observation", "withdraw_observation", "note_observation", "split_site"})


class Selected(NamedTuple):
    """The selected sites, whether anything was seen of the one, and whether something of that is chosen in its card."""

    sites: Sequence[Row]
    is_seen: bool = False
    is_chosen: bool = False


def makes_sense(name: str, selected: Selected) -> bool:
    """Whether the action of this name can do anything for these sites."""
    sites = selected.sites
    if name in OF_ONE and len(sites) != 1 or name in OF_SEEN and not selected.is_seen:
        return False
    if name == "merge_sites":
        return len(sites) > 1
    if name == "split_site":
        return selected.is_chosen
    if name in ("retire_site", "bring_back_site"):
        return any(bool(site.get("retired_on")) == (name == "bring_back_site") for site in sites)
    return True
