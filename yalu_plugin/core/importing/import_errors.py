"""Errors of an imported file, or of one row of it."""

from __future__ import annotations

from typing import TypeVar

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

Error = TypeVar("Error", bound=YaluError)


def without_traceback(error: Error) -> Error:
    """Return the error without traceback and causes: stored for a million rows, these would take 5 GB."""
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return error


class MissingFile(YaluError):
    """There is no file at the path."""

    template = translatable("{path} does not exist or cannot be read. Choose another file.")


class UnknownFormat(YaluError):
    """The file is of a kind that cannot be imported."""

    template = translatable("{path} cannot be imported. Choose a CSV, Excel (XLSX), OpenDocument (ODS), GeoJSON, "
                            "GeoPackage, Shapefile, FlatGeobuf, GML, GPX, KML or KMZ file.")


class UnsupportedFormat(YaluError):
    """A known format that is not supported; other programs can convert it."""

    template = translatable("{path} is {format}, which is not read here. Open it in QGIS or its own program and save "
                            "it as {instead}.")


class SurveyGiven(YaluError):
    """The file is a survey of this plugin, which is not imported row by row."""

    template = translatable("{path} is a survey with sites, observations and images of its own. Import it as a "
                            "whole, or open it.")


class UnreadableFile(YaluError):
    """The file's content does not follow its format."""

    template = translatable(
        "{path} is damaged or not what its name says. Open it in its own program and save it again.")


class NotFeatures(YaluError):
    """The JSON holds no features and no list of objects, or the database has no layers."""

    template = translatable("{path} holds no features. Save it as GeoJSON or GeoPackage with a feature for each site.")


class UnknownDelimiter(YaluError):
    """The given text cannot be a column delimiter."""

    template = translatable("“{delimiter}” cannot separate columns. Give one character: a comma, a semicolon, a tab.")


class EmptyFile(YaluError):
    """The file holds nothing."""

    template = translatable("{path} is empty. Choose a file with a header line and a row for each site.")


class NoRows(YaluError):
    """The table has columns and no rows."""

    template = translatable("{path} has a header but no rows. Choose a file with a row for each site.")


class ReachesOut(YaluError):
    """A sidecar file that is a link, or a member of an archive that leads out of it; it is not opened."""

    template = translatable("{name} leads out of {path} to another place, and was not opened. Put the file itself "
                            "there.")


class EntitiesDeclared(YaluError):
    """The XML declares entities or a place to fetch them from: they can grow without bounds or read other files."""

    template = translatable("{path} declares XML entities, which are not read. Save it again in Google Earth or QGIS.")


class FileTooLarge(YaluError):
    """The file has more bytes than the limit."""

    template = translatable("{path} holds {size} MB, and at most {limit} MB are read. Split it.")


class TooManyColumns(YaluError):
    """The file has more columns than the limit."""

    template = translatable("{path} has more than {limit} columns. Keep those that describe a site, and save it "
                            "again.")


class TooManyRows(YaluError):
    """The file has more rows than the limit."""

    template = translatable("{path} has more than {limit} rows. Split it.")


class TooMuchText(YaluError):
    """The rows would fill the memory."""

    template = translatable("{path} has more text than fits into memory: more than {limit} MB. Split it, or leave out "
                            "columns.")


class OpenQuotation(YaluError):
    """A quotation mark is not closed, so that a row of a table contains the next ones."""

    template = translatable("A quotation mark is not closed, so that this row holds the next ones too. Close it.")


class TextTooLong(YaluError):
    """A cell, line or element is longer than the limit, probably without an end."""

    template = translatable("{path} has a text of more than {limit} characters near row {row}: a quotation mark or a "
                            "line's end may be missing. Correct it there.")


class TooDeep(YaluError):
    """Elements are nested deeper than the limit."""

    template = translatable("{path} is nested more than {limit} deep. Save it again with fewer levels.")


class DamagedGeometry(YaluError):
    """The geometry of a row is invalid, for example a point without numbers."""

    template = translatable("The geometry is damaged: {text}. Draw the point again.")


class OutsideCrs(YaluError):
    """A point lies outside what its CRS covers."""

    template = translatable("{text} lies outside what {crs} covers. Correct the point, or choose the coordinate "
                            "reference system it is in.")


class DamagedRow(YaluError):
    """One row does not follow the format; the others may be fine."""

    template = translatable("The row is damaged: {text}. Correct it, or add the site by hand.")


class PasswordNeeded(YaluError):
    """The archive is locked with a password."""

    template = translatable("{path} is locked with a password. Save it without one.")


class Packed(YaluError):
    """The archive holds several files, or one that cannot be read inside an archive."""

    template = translatable("{path} holds {names}. Unpack it and choose one of these files.")


class NothingRead(YaluError):
    """The file has no features, or only features of an unsupported kind."""

    template = translatable("{path} has no site that can be read. {reason}")
