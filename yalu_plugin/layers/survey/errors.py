"""What can be wrong with a survey file."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class SurveyMissing(YaluError):
    template = translatable("There is no file {path}. Check whether it was moved, or choose another survey.")


class NotAGeoPackage(YaluError):
    template = translatable("{path} is not a GeoPackage. Choose a survey (.gpkg), or use Import for other files.")


class NotASurvey(YaluError):
    template = translatable("{path} is a GeoPackage but not a survey. Use Import to bring its points into one.")


class SurveyTooNew(YaluError):
    template = translatable(
        "{path} was made by a newer plugin (survey version {version}, this one reads {known}). Update the plugin.")


class SurveyReadOnly(YaluError):
    template = translatable("{path} is read-only: nothing was written. Save a copy where you may write, and open that.")


class SurveyLocked(YaluError):
    template = translatable("{path} is in use by another program: nothing was written. Close it there and try again.")


class SurveyExists(YaluError):
    template = translatable("{path} already exists and is left as it is. Open it, or choose another name.")


class CannotCreate(YaluError):
    template = translatable("Cannot create {path}: {reason}. Choose another folder.")


class WriteFailed(YaluError):
    template = translatable("Nothing was written to {path}: {detail}")


class NoSurveyOpen(YaluError):
    template = translatable("No survey is open. Use New or Open in the Crossings panel first.")
