"""What can be wrong with a survey file."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class SurveyMissing(YaluError):
    """The file is not where it was."""

    template = translatable("There is no file {path}. Check whether it was moved, or choose another survey.")


class NotAGeoPackage(YaluError):
    """Another kind of file."""

    template = translatable("{path} is not a GeoPackage. Choose a survey (.gpkg), or use Import for other files.")


class NotASurvey(YaluError):
    """A GeoPackage without the survey's tables."""

    template = translatable("{path} is a GeoPackage but not a survey. Use Import to bring its points into one.")


class SurveyDamaged(YaluError):
    """Cut short or overwritten, or a table of it was taken out."""

    template = translatable("{path} is damaged: nothing was changed in it. Put back a copy of it, and open that.")


class SurveyUnreadable(YaluError):
    """Its permissions, or a folder in which nothing may be written, keep it from being read."""

    template = translatable("{path} cannot be read here. Copy it to a folder of your own, and open that copy.")


class SurveyTooNew(YaluError):
    """Its tables may mean something this plugin does not know."""

    template = translatable(
        "{path} was made by a newer plugin (survey version {version}, this one reads {known}). Update the plugin.")


class SurveyReadOnly(YaluError):
    """Writing is not possible, or nobody is meant to write."""

    template = translatable("{path} is read-only: nothing was written. Save a copy where you may write, and open that.")


class SurveyLocked(YaluError):
    """Another program is writing to it, or QGIS itself, which keeps it locked while it edits in transaction groups."""

    template = translatable(
        "{path} is in use by another program or an unsaved edit: nothing was written. Save or close it there and try "
        "again.")


class SurveyExists(YaluError):
    """A survey is never written over another file."""

    template = translatable("{path} already exists and is left as it is. Open it, or choose another name.")


class CannotCreate(YaluError):
    """The folder is missing, full or not writable."""

    template = translatable("Cannot create {path}. Choose another folder: one with free space, where you may write.")


class WriteFailed(YaluError):
    """GDAL could not write; what was begun was taken back."""

    template = translatable("Nothing was written to {path}. Check free space and the disk it is on, then try again.")


class NoSurveyOpen(YaluError):
    """What was asked for needs a survey."""

    template = translatable("No survey is open. Use New or Open in the Crossings panel first.")
