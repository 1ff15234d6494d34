"""The scenes on screen: one raster layer each in the project, replaced from date to date with the contrast kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import (
    Qgis,
    QgsContrastEnhancement,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsReadWriteContext,
    QgsSingleBandGrayRenderer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtXml import QDomDocument

from yalu_plugin.core.imagery.files import which
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.i18n import tr
from yalu_plugin.layers.project import GROUP, ROLE

SCENE = "scene"
SCENE_ID = "yalu/scene"
GIVEN_CRS = "yalu/given_crs"
IMAGERY = "imagery"
Bands = tuple[Qgis.DataType, ...]
_LOOK = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Rendering


def scene_layer(scene: Scene, looks: Mapping[Bands, str] | None = None) -> QgsRasterLayer:
    """A new raster layer of `scene`, marked as the plugin's scene: in the look for its bands, or in first colours.

    Raises what source_of raises, and RasterUnreadable.
    """
    from yalu_plugin.layers.imagery.raster import RasterUnreadable
    from yalu_plugin.layers.imagery.scene_source import source_of  # on first use: a start has 50 ms

    source, provider = source_of(scene)
    options = QgsRasterLayer.LayerOptions()
    options.loadDefaultStyle = False  # which reads pixels for a contrast, only to be given another one
    layer = QgsRasterLayer(source, one_line(scene.label), provider, options)
    if not layer.isValid():
        raise RasterUnreadable(layer.error().summary(), path=scene.uri)
    layer.setCustomProperty(ROLE, SCENE)
    layer.setCustomProperty(SCENE_ID, scene.id)
    layer.setCustomProperty(GIVEN_CRS, which(scene.uri).crs)
    look = (looks or {}).get(bands_of(layer))
    if look is None:
        _show_true_colour(layer)
    else:
        give_look(layer, look)
    return layer


def open_for_drawing(layer: QgsRasterLayer) -> None:
    """Have an image's file open for the first drawing: QGIS draws with a copy of its provider, which opens it again.

    What a copy has opened is kept for the next one.
    """
    if layer.providerType() == "gdal":
        copy = layer.dataProvider().clone()
        copy.bandScale(1)  # only then the file is opened
        sip.delete(copy)  # Python does not own it


def show_scene(project: QgsProject, scene: Scene) -> QgsRasterLayer:
    """Put `scene` into the project in place of the scene that was there, in the bands and contrast of that one.

    It lies in the group "Imagery", under the plugin's other layers. Raises RasterMissing and RasterUnreadable;
    then the project stays as it was.
    """
    shown = shown_layer(project)
    layer = scene_layer(scene, {bands_of(shown): look_of(shown)} if shown else None)
    replace_scenes(project, [layer])
    return layer


def replace_scenes(project: QgsProject, layers: Sequence[QgsRasterLayer]) -> list[QgsMapLayer]:
    """Put `layers`, the topmost first, where the project's scenes are, as visible as those were.

    The layers taken out are the caller's now.
    """
    previous = _scene_layers(project)
    visible = not previous or _is_checked(project, previous[0])
    order = project.layerTreeRoot().customLayerOrder()
    _put_in_tree(project, layers, visible)
    if project.layerTreeRoot().hasCustomLayerOrder():
        _put_in_order(project, layers, order)
    return [project.takeMapLayer(one) for one in previous if one not in layers]


def _put_in_tree(project: QgsProject, layers: Sequence[QgsRasterLayer], visible: bool) -> None:
    """Each layer goes in at its place, below the one before it. What is there already stays where it is if it can.

    Nothing is sorted afterwards: QGIS' own reorderGroupLayers goes on using nodes that it has just deleted.
    """
    group, place = _place_of_scenes(project)
    for layer in layers:
        node = project.layerTreeRoot().findLayer(layer.id())
        if node is None:
            project.addMapLayer(layer, False)
            node = group.insertLayer(place, layer)
            node.setExpanded(False)
            node.setItemVisibilityChecked(visible)
        elif node.parent() is not group:
            continue  # the user has moved it
        elif group.children().index(node) < place:
            group.insertChildNode(place, node.clone())  # first: a layer that is nowhere in the tree is taken out
            group.removeChildNode(node)
            node = group.children()[place - 1]
        place = group.children().index(node) + 1


def _put_in_order(project: QgsProject, layers: Sequence[QgsRasterLayer], order: Sequence[QgsMapLayer]) -> None:
    """Where the user draws layers in another order than the tree's, new scenes take the place of those before."""
    scenes = [one for one in order if one.customProperty(ROLE) == SCENE]
    if scenes:
        place = order.index(scenes[0])
        others = [one for one in order[place:] if one not in scenes]
        project.layerTreeRoot().setCustomLayerOrder([*order[:place], *layers, *others])


def clear_scene(project: QgsProject) -> None:
    """Take the scene out of the project; its group stays where the user has put it."""
    project.removeMapLayers([layer.id() for layer in _scene_layers(project)])


def shown_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """The project's layers of the scenes on screen, the topmost first, where their files can be read."""
    return [layer for layer in _scene_layers(project) if isinstance(layer, QgsRasterLayer) and layer.isValid()]


def shown_layer(project: QgsProject) -> QgsRasterLayer | None:
    """The topmost of `shown_layers`, if there is any."""
    return next(iter(shown_layers(project)), None)


def scene_id_of(layer: QgsMapLayer) -> str:
    """The id of the scene that this layer shows, or an empty text."""
    return str(layer.customProperty(SCENE_ID, ""))


def is_placed_as(layer: QgsMapLayer, scene: Scene) -> bool:
    """Whether a layer of this scene lies where the scene does: by the CRS that it is given now, if it is given one."""
    return str(layer.customProperty(GIVEN_CRS, "")) == which(scene.uri).crs


def look_of(layer: QgsRasterLayer) -> str:
    """The layer's renderer, contrast, opacity and blending, as QGIS' XML."""
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), _LOOK)
    return str(document.toString(-1))


def give_look(layer: QgsRasterLayer, look: str) -> None:
    """Give the layer a look that `look_of` read from one with the same bands."""
    document = QDomDocument()
    document.setContent(look)
    layer.importNamedStyle(document, _LOOK)
    _stretch_by_its_own_rule(layer)


def bands_of(layer: QgsRasterLayer) -> Bands:
    """The data types of the layer's bands: scenes that have these alike share a look."""
    provider = layer.dataProvider()
    return tuple(provider.dataType(number) for number in range(1, provider.bandCount() + 1))


def _scene_layers(project: QgsProject) -> list[QgsMapLayer]:
    return [layer for layer in project.layerTreeRoot().layerOrder() if layer.customProperty(ROLE) == SCENE]


def _is_checked(project: QgsProject, layer: QgsMapLayer) -> bool:
    node = project.layerTreeRoot().findLayer(layer.id())
    return node is None or node.itemVisibilityChecked()


def _place_of_scenes(project: QgsProject) -> tuple[QgsLayerTreeGroup, int]:
    """The group and the index in it of the topmost scene in the tree; else the top of the imagery group."""
    nodes = project.layerTreeRoot().findLayers()
    first = next((one for one in nodes if one.layer() and one.layer().customProperty(ROLE) == SCENE), None)
    return (_imagery_group(project), 0) if first is None else (first.parent(), first.parent().children().index(first))


def _imagery_group(project: QgsProject) -> QgsLayerTreeGroup:
    """The plugin's imagery group; a new one goes under its other groups, so above a basemap."""
    children = project.layerTreeRoot().children()
    group = next((child for child in children if child.customProperty(GROUP) == IMAGERY), None)
    if group is None:
        ours = [index for index, child in enumerate(children) if child.customProperty(GROUP)]
        group = project.layerTreeRoot().insertGroup(max(ours, default=-1) + 1, tr("Imagery"))
        group.setCustomProperty(GROUP, IMAGERY)
    return group


def _stretch_by_its_own_rule(layer: QgsRasterLayer) -> None:
    """Apply a contrast that is a rule, say 2 to 98 %, to this scene's pixels; leave one that is two numbers.

    A cloudy scene must not leave the next one black, and limits typed by the user must not move.
    """
    renderer = layer.renderer()
    if isinstance(renderer, QgsMultiBandColorRenderer):
        enhancement = renderer.redContrastEnhancement()
    elif isinstance(renderer, QgsSingleBandGrayRenderer):
        enhancement = renderer.contrastEnhancement()
    else:
        return
    limits = renderer.minMaxOrigin().limits()
    if enhancement is not None and limits != QgsRasterMinMaxOrigin.Limits.None_:
        layer.setContrastEnhancement(enhancement.contrastEnhancementAlgorithm(), limits)


def _show_true_colour(layer: QgsRasterLayer) -> None:
    """Bands 1, 2, 3 as red, green, blue, or those that are called so, stretched from 2 to 98 % of the scene.

    Byte bands are not stretched; fewer bands than three are shown as QGIS shows them.
    """
    from yalu_plugin.layers.imagery.colours import colours  # on first use: a start has 50 ms

    bands = bands_of(layer)
    named = colours(layer) if len(bands) >= 3 else None
    if len(bands) < 3 or bands[0] == Qgis.DataType.Byte and named is None:
        _, is_loaded = layer.loadDefaultStyle()
        if not is_loaded:
            layer.setDefaultContrastEnhancement()
        return
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *(named or (1, 2, 3))))
    if bands[0] == Qgis.DataType.Byte:
        return
    layer.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        QgsRasterMinMaxOrigin.Limits.CumulativeCut)
