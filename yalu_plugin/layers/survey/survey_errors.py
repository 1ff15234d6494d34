"""Errors about a survey file."""

from __future__ import annotations

from collections.abc import Sequence

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.stored_heads import StoredHead
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
    """The file was cut short or overwritten, or a table was removed from it."""

    template = translatable("{path} is damaged: nothing was changed in it. Put back a copy of it, and open that.")


class ValuesUnreadable(YaluError):
    """Another program wrote invalid values into columns. A notice: the survey is open, and reads them as empty."""

    template = translatable("{path}: values that cannot be read, and count as empty: {n}. The first: {first}. "
                            "Correct them in the attribute table.")


class SurveyUnreadable(YaluError):
    """Permissions, or a folder in which nothing may be written, prevent reading."""

    template = translatable(
        "{path} cannot be read here. Copy it to a folder of your own, with the files next to it whose names begin "
        "with its name, and open that copy.")


class SideFileSetAside(YaluError):
    """A side file left by a killed program was found to belong to another file. A notice: the survey is open."""

    template = translatable(
        "Next to {path} were changes of another file, as after a crash and a restored backup. They were not applied "
        "and are kept as {aside}.")


class SideFileCopied(YaluError):
    """A side file was applied though its owner was not certain. A notice: the survey is open."""

    template = translatable(
        "The changes in {side} were applied to {path}. Whether they belong to it could not be determined: a copy of "
        "it from before is kept as {aside}.")


class SideFileUnsure(YaluError):
    """A log or journal next to the survey may belong to it, or to a file that was there before."""

    template = translatable(
        "{side} next to {path} holds changes that may belong to it, or to a file that was there before. Open it in "
        "the Crossings panel to choose, or move {side} away.")


class ForeignSideFile(YaluError):
    """A foreign side file would have to be moved, and may not be."""

    template = translatable(
        "{side} next to {path} holds changes of another file, and nothing can be moved in this folder. Copy {path} "
        "alone to a folder of your own, and open that copy.")


class SurveyReplaced(YaluError):
    """The path leads to another file than the one that was opened, or to an older state of it."""

    template = translatable(
        "{path} was replaced since it was opened: nothing was written. Open it again to go on with what it holds now.")


class SurveyRemoved(YaluError):
    """The file that was open no longer exists."""

    template = translatable(
        "{path} was removed or renamed since it was opened: nothing was written. Put it back, or open it where it is "
        "now.")


class NameTooLong(YaluError):
    """SQLite writes a journal next to the file, with a longer name, and limits the length of a path."""

    template = translatable("The name or folder of {path} is too long. Choose a shorter one.")


class NameMisread(YaluError):
    """QGIS or GDAL would open another file under this name."""

    template = translatable("QGIS cannot open a file called {path}: it reads {part} as an instruction. Choose a name "
                            "or folder without it.")


class SurveyTooNew(YaluError):
    """Its tables may mean something this plugin does not know."""

    template = translatable(
        "{path} was made by a newer plugin (survey version {version}, this one reads {known}). Update the plugin.")


class SurveyOlder(YaluError):
    """The survey was made by an older plugin and lacks tables or columns. It can be read, and upgraded."""

    template = translatable(
        "{path} was made by an older plugin (survey version {version}): nothing can be written to it. Open it in the "
        "Crossings panel to upgrade it; a backup copy is kept next to it.")


class CannotUpgrade(YaluError):
    """The record lacks entries or has some twice: it was altered, and cannot be continued."""

    template = translatable("The record of changes in {path} was altered, so it cannot be carried on: nothing was "
                            "changed. Put back a copy from before, or open it for reading only.")


class RowsRemoved(YaluError):
    """Another process removed the rows that were to be changed."""

    template = translatable("{n} rows of {table} that were to be changed are not in {path} any more: nothing was "
                            "written.")


class ChangedSince(YaluError):
    """Another process changed the rows that were to be restored."""

    template = translatable("{n} rows of {table} were changed by somebody else since: they are left as they are now.")
    singular_template = translatable("1 row of {table} was changed by somebody else since: it is left as it is now.")


class ForeignTriggers(YaluError):
    """The file would run statements of another author at each change."""

    template = translatable("{path} changes itself by a trigger ({trigger}) that is not the plugin's. It is not opened "
                            "as a survey; use Import to bring its points into one.")


class TriggersRestored(YaluError):
    """The recording triggers were removed, and rows may have changed unrecorded. A notice: the survey is open."""

    template = translatable(
        "{path} had lost {n} of the triggers that record every change. They were restored; verify the record to see "
        "what was changed meanwhile.")


class CannotRecord(YaluError):
    """This QGIS' SQLite has no JSON functions, with which the file records changes. A notice: the survey is open."""

    template = translatable("{path} is open for reading only: this QGIS' SQLite cannot write the record of changes.")


class SurveyReadOnly(YaluError):
    """Writing is not possible or not permitted."""

    template = translatable("{path} is read-only: nothing was written. Save a copy where you may write, and open that.")


class SurveyLocked(YaluError):
    """Another program is writing to the file, or QGIS itself, which locks it while it edits in transaction groups."""

    template = translatable("{path} is in use by another program or an unsaved edit: nothing was written. Save or "
                            "close it there and try again.")


class LocksUnsupported(YaluError):
    """The disk or share supports no locks, without which SQLite neither reads nor writes."""

    template = translatable("{path} is in a place where files cannot be locked, as on some network shares: nothing "
                            "was written. Copy it to a folder of this computer, and open that copy.")


class SurveyExists(YaluError):
    """A survey never overwrites another file."""

    template = translatable("{path} already exists and is left as it is. Open it, or choose another name.")


class CannotCreate(YaluError):
    """The folder is missing, full or not writable."""

    template = translatable("Cannot create {path}. Choose another folder: one with free space, where you may write.")


class WriteFailed(YaluError):
    """GDAL could not write; the transaction was rolled back."""

    template = translatable("Nothing was written to {path}. Check free space and the disk it is on, then try again.")


class EditsInConflict(YaluError):
    """Unsaved edits conflict with changes made by others meanwhile."""

    template = translatable("Nothing of {layer} was saved: choose which value stays, then save again.")


class EditsBreakRules(YaluError):
    """Unsaved edits contain a value that a form would not have accepted."""

    template = translatable("Nothing of {layer} was saved. {column} is “{value}”: {text} Correct it, then save again.")


class SurveyBeingRead(YaluError):
    """Changes made by others are not known until the survey is read."""

    template = translatable("Not saved: the survey is being read. Save the edits again in a moment.")


class EditsNotSaved(YaluError):
    """A layer with unsaved edits of QGIS' own tools is about to be removed from the project."""

    template = translatable(
        "Edits wait in the layer {layer} and cannot be saved. Copy them to another layer or discard them first.")


class NoSurveyOpen(YaluError):
    """The requested action needs a survey."""

    template = translatable("No survey is open. Use New or Open in the Crossings panel first.")


class NotAsLastSeen(YaluError):
    """The file is not the one seen last, with no sign that it was altered. A notice: it is open."""

    template = translatable("{path} is not as it was seen last. {finding} If you have a newer copy, close this one and "
                            "put that in its place.")
    lost: tuple[StoredHead, ...] = ()  # the heads that the record does not have

    @classmethod
    def of(cls, path: object, finding: Phrase, lost: Sequence[StoredHead]) -> NotAsLastSeen:
        """Return the notice about this file with this finding and the heads that its record lacks."""
        error = cls(path=path, finding=finding)
        error.lost = tuple(lost)
        return error
