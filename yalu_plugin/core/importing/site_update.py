"""What a list changes in sites that the survey has, and which of these the list has no longer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from yalu_plugin.core.importing.import_assessment import ASKED, CHECK, SEPARATE, Choices, GoneSite, ImportRow, Remark
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.list_changes import COMPARED_COLUMNS, KEEP, Difference
from yalu_plugin.core.importing.own_exports import SITE_ID, SURVEY_ID, export_scope, is_own_export
from yalu_plugin.core.importing.row_description import RowDescription
from yalu_plugin.core.importing.site_differences import PLACE, site_differences
from yalu_plugin.core.importing.site_identity import KnownSites
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import SAME_SITE_M
from yalu_plugin.core.text import translatable

FAR = translatable("moved by {metres:.0f} m")
REMOVED = translatable("This site was removed from the survey after the export: import it again, as another site?")
UPDATE_FIELDS = (PLACE, *dict.fromkeys((*COMPARED_COLUMNS["sites"], *COMPARED_COLUMNS["observations"])))
_TIME = len("2026-11-30T06:30:00")  # characters of a time that are compared
_NO_ROWS: Mapping[str, Row] = {}


@dataclass(frozen=True)
class ExportedSurvey:
    """The survey whose export may be imported: its id, and its observations of which the file has rows, by id."""

    id: str = ""
    observations: Mapping[str, Row] = field(default_factory=lambda: _NO_ROWS)


NOT_EXPORTED = ExportedSurvey()


class SiteUpdate:
    """Compares rows with the sites and observations of the survey that they are about."""

    def __init__(self, source: Source, known: KnownSites, choices: Choices,
                 exported: ExportedSurvey) -> None:
        self._columns, self._known, self._choices, self._exported = source.columns, known, choices, exported
        self._is_own = is_own_export(source)

    def differences(self, row: SourceRow, description: RowDescription, known: int | None
                    ) -> tuple[tuple[Difference, ...], tuple[Remark, ...]]:
        """Return in which fields a row and a site of the survey differ, and doubts about what is taken of them."""
        if known is None:
            return (), ()
        own = (row, self._columns) if self._is_own and row.text(SITE_ID) else None  # others the user added
        found = site_differences(description, self._known.sites[known], row.number, self._choices, own)
        return found, tuple(Remark(CHECK, Phrase(FAR, {"metres": each.metres})) for each in found
                            if each.field == PLACE and each.taken and each.metres > SAME_SITE_M)

    def removed(self, row: SourceRow, answer: str | None) -> tuple[Remark, ...]:
        """Ask about a row with the id of a site that is not in the survey any more."""
        is_ours = self._is_own and row.text(SITE_ID) and row.text(SURVEY_ID) == self._exported.id
        return (Remark(ASKED, Phrase(REMOVED)),) if is_ours and answer != SEPARATE else ()


def gone_sites(source: Source, known: KnownSites, named: Collection[int], rows: Iterable[ImportRow], choices: Choices
               ) -> tuple[GoneSite, ...]:
    """Return the sites that the list had, and has no longer: those of its source, or of the survey that it exports.

    `named` are the indexes of the sites that its rows are about. An export of some sites does not show which are gone.
    """
    of_rows = {row.of_site for row in rows}
    if is_own_export(source):
        scope = export_scope(source)
        had = [scope.has_all and site.created_at[:_TIME] <= scope.at[:_TIME] for site in known.sites]
    else:
        had = [site.of_source for site in known.sites]
    gone = (site for at, site in enumerate(known.sites)
            if had[at] and at not in named and site.id not in of_rows and not site.retired_on)
    return tuple(GoneSite(site, choices.gone.get(site.id, choices.gone.get("*", KEEP))) for site in gone)
