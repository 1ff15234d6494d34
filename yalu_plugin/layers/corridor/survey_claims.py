"""A survey's published claims, measured, for the corridor panel and yalu:comparepublished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.corridor.survey_searches import survey_searches
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    import pandas

    from yalu_plugin.core.corridor.line import Corridor

TABLES = ("sites", "observations", "sources", "claims")


class NoClaims(YaluError):
    """A survey without published claims to compare with."""

    template = translatable(
        "The survey {path} holds no published claims. Fill in its table claims, or make a survey with the published "
        "data.")


def survey_claims(survey: Survey, corridor: Corridor) -> pandas.DataFrame:
    """Return every claim of a survey, measured; see core.corridor.published_check. Raises NoClaims, MissingPackages."""
    need_geopandas()
    from yalu_plugin.core.corridor.claim_scopes import read_scopes
    from yalu_plugin.core.corridor.published_check import compare_published

    rows = {table: survey.rows(table) for table in TABLES}
    if not rows["claims"]:
        raise NoClaims(path=survey.location)
    return compare_published(rows, corridor, read_scopes(resource("data")), survey_searches(survey, corridor))
