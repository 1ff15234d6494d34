"""What has been published, held against what the survey holds."""

from __future__ import annotations

from collections.abc import Iterable

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import CROSSING_KINDS


def located(sites: Iterable[Row], claims: Iterable[Row]) -> tuple[int, int] | None:
    """How many crossings of the largest published count have a place in the survey, and that count: (4, 43).

    A crossing counts where it comes from the source that made the claim. None where no count is claimed.
    """
    counts = [claim for claim in claims if claim["quantity"] == "crossings" and claim["value"] is not None]
    if not counts:
        return None
    largest = max(counts, key=lambda claim: float(claim["value"]))
    found = [site for site in sites
             if site["kind"] in CROSSING_KINDS and site["source_id"] == largest["source_id"]]
    return len(found), int(largest["value"])
