"""What can be wrong with a stranger's file, or with one row of it."""

from __future__ import annotations

from typing import TypeVar

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

Error = TypeVar("Error", bound=YaluError)


def alone(error: Error) -> Error:
    """The error without where it came from: kept for each of a million rows, that would take 5 GB."""
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
    """A known format that is not read here; other programs turn it into one that is."""

    template = translatable("{path} is {format}, which is not read here. Open it in QGIS or its own program and save "
                            "it as {instead}.")


class SurveyGiven(YaluError):
    """The file is a survey of ours: its sites are not a list to be read row by row."""

    template = translatable("{path} is a survey with sites, observations and images of its own. Take it over whole, "
                            "or open it.")


class UnreadableFile(YaluError):
    """The file's content does not follow its format."""

    template = translatable(
        "{path} is damaged or not what its name says. Open it in its own program and save it again.")


class NotFeatures(YaluError):
    """JSON that holds no features and no list of objects, or a database without layers."""

    template = translatable("{path} holds no features. Save it as GeoJSON or GeoPackage with a feature for each site.")


class UnknownDelimiter(YaluError):
    """The sign given to part columns by cannot be one."""

    template = translatable("“{delimiter}” cannot part columns. Give one character: a comma, a semicolon, a tab.")


class EmptyFile(YaluError):
    """The file holds nothing."""

    template = translatable("{path} is empty. Choose a file with a header line and a row for each site.")


class NoRows(YaluError):
    """The table has columns and no rows."""

    template = translatable("{path} has a header but no rows. Choose a file with a row for each site.")


class ReachesOut(YaluError):
    """A side file that is a link, or a member of an archive that leads out of it: not opened."""

    template = translatable("{name} leads out of {path} to another place, and was not opened. Put the file itself "
                            "there.")


class EntitiesDeclared(YaluError):
    """XML that declares entities, or where to fetch more of them: they can grow without bounds or be other files."""

    template = translatable("{path} declares XML entities, which are not read. Save it again in Google Earth or QGIS.")


class TooLarge(YaluError):
    """More bytes than are read."""

    template = translatable("{path} holds {size} MB, and at most {limit} MB are read. Split it.")


class TooManyColumns(YaluError):
    """More columns than any list of sites has."""

    template = translatable("{path} has more than {limit} columns. Keep those that say something of a site, and save "
                            "it again.")


class TooManyRows(YaluError):
    """More rows than are read."""

    template = translatable("{path} has more than {limit} rows. Split it.")


class TooMuchText(YaluError):
    """Rows that would fill the memory."""

    template = translatable("{path} has more text than fits into memory: more than {limit} MB. Split it, or leave out "
                            "columns.")


class OpenQuotation(YaluError):
    """A quotation mark that is not closed: a row of a table that swallowed the next ones."""

    template = translatable("A quotation mark is not closed, so that this row holds the next ones too. Close it.")


class TextTooLong(YaluError):
    """One cell, line or element without an end."""

    template = translatable("{path} has a text of more than {limit} characters near row {row}: a quotation mark or a "
                            "line's end may be missing. Mend it there.")


class TooDeep(YaluError):
    """Elements inside elements without an end."""

    template = translatable("{path} is nested more than {limit} deep. Save it again with fewer levels.")


class DamagedGeometry(YaluError):
    """A row's geometry that is none: a point without numbers, say."""

    template = translatable("The geometry is damaged: {text}. Draw the point again.")


class OutsideCrs(YaluError):
    """A point that its CRS cannot have."""

    template = translatable("{text} lies outside what {crs} covers. Mend the point, or choose the coordinate reference "
                            "system it is in.")


class DamagedRow(YaluError):
    """A row that does not follow its format, while the others may."""

    template = translatable("The row is damaged: {text}. Mend it, or add the site by hand.")


class PasswordNeeded(YaluError):
    """An archive that is locked with a password."""

    template = translatable("{path} is locked with a password. Save it without one.")


class Packed(YaluError):
    """An archive with several files, or with one that is not read from inside an archive."""

    template = translatable("{path} holds {names}. Unpack it and choose one of these files.")


class NothingRead(YaluError):
    """A file without features, or whose features are of a kind that is not read."""

    template = translatable("{path} has no site that can be read. {reason}")
