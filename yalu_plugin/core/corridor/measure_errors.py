"""Errors of measuring sites along a corridor."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class SitesWithoutCrs(YaluError):
    """The points have no CRS, so their coordinates have no meaning."""

    template = translatable("The sites have no coordinate reference system. Set the CRS of their layer.")


class DuplicateSiteIds(YaluError):
    """Several sites have the same id."""

    template = translatable(
        "{count} sites have the id {site_id}. Give each site an id of its own, then measure again.")
