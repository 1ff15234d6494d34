"""Why sites cannot be measured along a corridor."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class SitesWithoutCrs(YaluError):
    """Points whose coordinates mean nothing without a CRS."""

    template = translatable("The sites have no coordinate reference system. Set the CRS of their layer.")


class DuplicateSiteIds(YaluError):
    """Two sites that cannot be told apart."""

    template = translatable(
        "{count} sites have the id {site_id}. Give each site an id of its own, then measure again.")
