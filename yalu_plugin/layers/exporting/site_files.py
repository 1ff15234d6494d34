"""Export the sites of a survey for other programs: dialog, algorithm and scripts share this function."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsFeedback

from yalu_plugin.core.atomic_file import atomic_files
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.exporting.export_files import FOLDERS_BY, FORMAT_NAMES, check_own_files, stem_of
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import part_of
from yalu_plugin.layers.exporting.export_formats import WRITERS, ExportWork
from yalu_plugin.layers.exporting.read_export import read_export
from yalu_plugin.layers.exporting.site_selection import selected_sites
from yalu_plugin.layers.feedback_progress import feedback_of_part, progress_of
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor

_READ, _SELECTED = 0.3, 0.4  # shares of the whole that are done then


class NoSiteToExport(YaluError):
    """Nothing would be in the file."""

    template = translatable("No site fits: nothing was exported. Choose other sites, or another filter.")


class ExportNotWritten(YaluError):
    """A file could not be written."""

    template = translatable("The sites could not be written to {path}. Close it elsewhere, or choose another folder "
                            "with enough space.")


class Exported(NamedTuple):
    """What was written: the files, the one asked for first, the number of sites, and what is not as in the survey."""

    files: list[Path]
    sites: int
    notices: list[Phrase]


@dataclass(frozen=True)
class SiteChoice:
    """Which sites, and as known when.

    Attributes:
        only: the ids of the sites; None for all.
        where: an expression on the columns of the table of sites that is true for them, see `selected_sites`.
        day: the UTC day that states are as known on; None: the latest.
    """

    only: frozenset[str] | None = None
    where: str = ""
    day: date | None = None


def export_sites(survey: Survey, path: Path, form: str, choice: SiteChoice, corridor: Corridor | None,
                 datum: tuple[float, float] | None = None, folders_by: str = FOLDERS_BY[0],
                 feedback: QgsFeedback | None = None) -> Exported:
    """Write sites of the survey's file in a format, one of FORMAT_NAMES, all of its files or none. Safe in any thread.

    `path` gets the ending of the format; other files of the format have names that begin like it. `corridor` and
    `datum` are as for `read_export`; `folders_by` is what the folders of a KMZ are, one of FOLDERS_BY.

    Raises NoSiteToExport, ExportNotWritten, ForeignFile, FilterInvalid, FilterColumnUnknown, SheetTooLong, Cancelled,
    and what reading the survey raises.
    """
    feedback = feedback or QgsFeedback()
    progress, path = progress_of(feedback), path.with_name(f"{stem_of(path)}{FORMAT_NAMES[form]}")
    export = read_export(survey, corridor, datum, choice.day, choice.only, feedback_of_part(feedback, _READ))
    export = selected_sites(export, choice.where, part_of(progress, _READ, _SELECTED - _READ))
    if not export.site_ids:
        raise NoSiteToExport()
    notices: list[Phrase] = []
    try:
        with atomic_files(path.parent) as folder:
            WRITERS[form](ExportWork(export, folder, path.stem, folders_by, notices,
                                     part_of(progress, _SELECTED, 1 - _SELECTED)))
            names = sorted((file.name for file in folder.iterdir()), key=lambda name: (name != path.name, name))
            check_own_files(path, names)
            progress(1.0)
    except OSError as error:
        raise ExportNotWritten(str(error), path=path) from error
    return Exported([path.with_name(name) for name in names], len(export.site_ids), notices)
