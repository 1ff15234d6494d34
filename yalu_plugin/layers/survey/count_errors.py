"""Errors about areas, counts and marks, and what to do about them."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class NoAreaSelected(YaluError):
    """A count needs an area."""

    template = translatable("No area is chosen. Choose one in the Counting panel, or draw one there.")


class NoAreaDrawn(YaluError):
    """Fewer than three corners, all on one line, or edges that cross."""

    template = translatable("These {n} corners enclose no area, or its edges cross. Click at least three corners in "
                            "turn around it.")


class NoCountStarted(YaluError):
    """A mark needs a count."""

    template = translatable("No count has been started. Show a dated scene of the area, then press Begin count.")


class AreaNotOnScene(YaluError):
    """An area outside the picture cannot be counted on it."""

    template = translatable("{scene} shows nothing of {area}. Show a scene that covers it, then begin the count.")


class PlaceNotOnImage(YaluError):
    """Marks are placed on the pixels of one image."""

    template = translatable("{scene} does not show this place: nothing was counted. Click where the image is.")


class OtherSceneShown(YaluError):
    """Marks of a count belong to its image, and another one is on screen."""

    template = translatable("This count is of {scene}, which is not on screen. Show it, or begin a count on the scene "
                            "that is.")


class FileReplaced(YaluError):
    """A click refers to what the user saw, and that was another file under the same name."""

    template = translatable("The file of {scene} was replaced while it was on screen, so nothing was counted. What is "
                            "in it now is shown: look at it, and click again.")


class OutsideArea(YaluError):
    """Objects counted in an area have to be inside it."""

    template = translatable("This place lies outside {area}: nothing was counted. Click within it, or choose another "
                            "area.")


class CountOfAnother(YaluError):
    """Two analysts' marks in one count could not be distinguished."""

    template = translatable("This count is by {analyst}. Begin a count of your own: the two can be compared then.")


class CountFinished(YaluError):
    """The figure of a finished count does not change unless the user reopens it."""

    template = translatable("This count is finished. Press Reopen count to go on with it.")


class AreaInParts(YaluError):
    """Corners have to be those of one ring."""

    template = translatable("{area} has several parts, a hole, or no shape: it cannot be reshaped here. Use QGIS' "
                            "vertex tool on the layer of areas.")


class AreaRemoved(YaluError):
    """The area was removed since it was selected."""

    template = translatable("This area is not in the survey any more.")


class MarksOutside(YaluError):
    """Objects counted in an area have to be inside it."""

    template = translatable("{n} marks that were counted in {area} would lie outside. Draw it around them, or draw "
                            "another area.")
    singular_template = translatable("1 mark that was counted in {area} would lie outside. Draw it around that, or "
                                     "draw another area.")


class NoMarkHere(YaluError):
    """No mark of this count is near enough, or none is left."""

    template = translatable("No mark of this count is there.")


class MarksBeingEdited(YaluError):
    """QGIS does not filter a layer that is being edited."""

    template = translatable("The marks are being edited with QGIS' own tools. Save or end that first, then count "
                            "without seeing others' marks.")


class StillBlind(YaluError):
    """A count is independent only if its analyst knows neither the marks of the first one nor their number."""

    template = translatable("This count is blind until it is finished. Press Finish count first.")


class NotComparable(YaluError):
    """Agreement is computed for two counts on the same pixels."""

    template = translatable("Only two counts of one area on one image can be compared.")
