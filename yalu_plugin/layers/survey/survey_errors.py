"""What can be wrong with a survey file."""

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
    """Cut short or overwritten, or a table of it was taken out."""

    template = translatable("{path} is damaged: nothing was changed in it. Put back a copy of it, and open that.")


class ValuesUnreadable(YaluError):
    """Another program wrote what is no value of its column. A notice: the survey is open, and reads them as empty."""

    template = translatable("{path}: values that cannot be read, and count as empty: {n}. The first: {first}. Put them "
                            "right in the attribute table.")


class SurveyUnreadable(YaluError):
    """Its permissions, or a folder in which nothing may be written, keep it from being read."""

    template = translatable(
        "{path} cannot be read here. Copy it to a folder of your own, with the files beside it whose names begin with "
        "its own, and open that copy.")


class SideFileSetAside(YaluError):
    """What a killed program left beside the survey was found to be another file's. A notice: the survey is open."""

    template = translatable(
        "Beside {path} lay changes of another file, as after a crash and a backup put back. They were not taken in and "
        "are kept as {aside}.")


class SideFileCopied(YaluError):
    """It could not be told whose side file it was, and it was taken in. A notice: the survey is open."""

    template = translatable(
        "The changes in {side} were taken into {path}. Whether they belong to it could not be told: as it was before, "
        "it is kept as {aside}.")


class SideFileUnsure(YaluError):
    """A log or journal lies beside the survey that may be its own, or that of a file that was there before."""

    template = translatable(
        "{side} beside {path} holds changes that may be its own, or those of a file that was there before. Open it in "
        "the Crossings panel to choose, or move {side} away.")


class ForeignSideFile(YaluError):
    """It would have to be moved, and may not be."""

    template = translatable(
        "{side} beside {path} holds changes of another file, and nothing can be moved in this folder. Copy {path} "
        "alone to a folder of your own, and open that copy.")


class SurveyReplaced(YaluError):
    """Under its name there is another file than the one that was opened, or an older state of it."""

    template = translatable(
        "{path} was replaced since it was opened: nothing was written. Open it again to go on with what it holds now.")


class SurveyRemoved(YaluError):
    """The file that was open is not there any more."""

    template = translatable(
        "{path} was removed or renamed since it was opened: nothing was written. Put it back, or open it where it is "
        "now.")


class NameTooLong(YaluError):
    """SQLite keeps a journal beside the file, whose name is longer, and takes no path beyond its own limit."""

    template = translatable("The name or folder of {path} is too long. Choose a shorter one.")


class NameMisread(YaluError):
    """QGIS or GDAL would look for another file under this name."""

    template = translatable("QGIS cannot open a file called {path}: it reads {part} as an instruction. Choose a name "
                            "or folder without it.")


class SurveyTooNew(YaluError):
    """Its tables may mean something this plugin does not know."""

    template = translatable(
        "{path} was made by a newer plugin (survey version {version}, this one reads {known}). Update the plugin.")


class SurveyOlder(YaluError):
    """Made by an older plugin: it lacks tables or columns of today. It can be read, and upgraded."""

    template = translatable(
        "{path} was made by an older plugin (survey version {version}): nothing can be written to it. Open it in the "
        "Crossings panel to upgrade it; a backup copy is kept beside it.")


class CannotUpgrade(YaluError):
    """Its record lacks entries or has some twice: it was altered, and could not be carried on."""

    template = translatable("The record of changes in {path} was altered, so it cannot be carried on: nothing was "
                            "changed. Put back a copy from before, or open it for reading only.")


class RowsRemoved(YaluError):
    """Somebody else took out what was to be changed."""

    template = translatable("{n} rows of {table} that were to be changed are not in {path} any more: nothing was "
                            "written.")


class ChangedSince(YaluError):
    """Somebody else changed the rows that were to be put back as they were before."""

    template = translatable("{n} rows of {table} were changed by somebody else since: they are left as they are now.")


class ForeignTriggers(YaluError):
    """The file would run statements of somebody else's at each change."""

    template = translatable("{path} changes itself by a trigger ({trigger}) that is not the plugin's. It is not opened "
                            "as a survey; use Import to bring its points into one.")


class TriggersRestored(YaluError):
    """Somebody took out what keeps the record, and may have changed rows unseen. A notice: the survey is open."""

    template = translatable(
        "{path} had lost {n} of the triggers that record every change. They were restored; verify the record to see "
        "what was changed meanwhile.")


class CannotRecord(YaluError):
    """This QGIS' SQLite has no JSON functions, with which the file records changes. A notice: the survey is open."""

    template = translatable("{path} is open for reading only: this QGIS' SQLite cannot write the record of changes.")


class SurveyReadOnly(YaluError):
    """Writing is not possible, or nobody is meant to write."""

    template = translatable("{path} is read-only: nothing was written. Save a copy where you may write, and open that.")


class SurveyLocked(YaluError):
    """Another program is writing to it, or QGIS itself, which keeps it locked while it edits in transaction groups."""

    template = translatable("{path} is in use by another program or an unsaved edit: nothing was written. Save or "
                            "close it there and try again.")


class LocksUnsupported(YaluError):
    """Its disk or share knows no locks, without which SQLite neither reads nor writes."""

    template = translatable("{path} lies where no file can be locked, as on some network shares: nothing was written. "
                            "Copy it to a folder of this computer, and open that copy.")


class SurveyExists(YaluError):
    """A survey is never written over another file."""

    template = translatable("{path} already exists and is left as it is. Open it, or choose another name.")


class CannotCreate(YaluError):
    """The folder is missing, full or not writable."""

    template = translatable("Cannot create {path}. Choose another folder: one with free space, where you may write.")


class WriteFailed(YaluError):
    """GDAL could not write; what was begun was taken back."""

    template = translatable("Nothing was written to {path}. Check free space and the disk it is on, then try again.")


class EditsInConflict(YaluError):
    """Edits that wait to be saved, of what others have changed meanwhile."""

    template = translatable("Nothing of {layer} was saved: choose which value stays, then save again.")


class EditsBreakRules(YaluError):
    """Edits that wait to be saved, with a value that a form would not have taken."""

    template = translatable("Nothing of {layer} was saved. {column} is “{value}”: {text} Put it right, then save "
                            "again.")


class SurveyBeingRead(YaluError):
    """What others changed is not known yet."""

    template = translatable("Not saved: the survey is being read. Save the edits again in a moment.")


class EditsNotSaved(YaluError):
    """Edits made with QGIS' own tools wait in a layer that is about to be taken out of the project."""

    template = translatable(
        "Edits wait in the layer {layer} and cannot be saved. Copy them to another layer or discard them first.")


class NoSurveyOpen(YaluError):
    """What was asked for needs a survey."""

    template = translatable("No survey is open. Use New or Open in the Crossings panel first.")


class NotAsLastSeen(YaluError):
    """The file is another one than was seen last, without a sign that anybody altered it. A notice: it is open."""

    template = translatable("{path} is not as it was seen last. {finding} If you have a newer copy, close this one and "
                            "put that in its place.")
    lost: tuple[StoredHead, ...] = ()  # the heads that the record does not have

    @classmethod
    def of(cls, path: object, finding: Phrase, lost: Sequence[StoredHead]) -> NotAsLastSeen:
        """What names this file, says this of it, and knows these heads."""
        error = cls(path=path, finding=finding)
        error.lost = tuple(lost)
        return error
