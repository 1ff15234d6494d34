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

from yalu_plugin.core.imagery.image_files import image_ref
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.i18n import tr
from yalu_plugin.layers.project import GROUP, ROLE

SCENE = "scene"
SCENE_ID = "yalu/scene"
GIVEN_CRS = "yalu/given_crs"
IMAGERY = "imagery"
Bands = tuple[Qgis.DataType, ...]
_STYLE_CATEGORIES = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Rendering


def scene_layer(scene: Scene, styles: Mapping[Bands, str] | None = None) -> QgsRasterLayer:
    """Return a new raster layer of `scene`, marked as the plugin's scene, in the style for its bands or in true colour.

    Raises RasterUnreadable and any error of source_of.
    """
    from yalu_plugin.layers.imagery.drivers import RasterUnreadable
    from yalu_plugin.layers.imagery.scene_source import source_of  # imported on first use, for a fast start

    source, provider = source_of(scene)
    options = QgsRasterLayer.LayerOptions()
    options.loadDefaultStyle = False  # it would read pixels for a contrast that is replaced anyway
    layer = QgsRasterLayer(source, one_line(scene.label), provider, options)
    if not layer.isValid():
        raise RasterUnreadable(layer.error().summary(), path=scene.uri)
    layer.setCustomProperty(ROLE, SCENE)
    layer.setCustomProperty(SCENE_ID, scene.id)
    layer.setCustomProperty(GIVEN_CRS, image_ref(scene.uri).crs)
    style = (styles or {}).get(bands_of(layer))
    if style is None:
        _apply_true_colour(layer)
    else:
        apply_style(layer, style)
    return layer


def open_for_drawing(layer: QgsRasterLayer) -> None:
    """Open an image's file for the first drawing: QGIS draws with a copy of its provider, which opens it again.

    The dataset opened by one copy is reused by the next.
    """
    if layer.providerType() == "gdal":
        copy = layer.dataProvider().clone()
        copy.bandScale(1)  # only then the file is opened
        sip.delete(copy)  # Python does not own it


def show_scene(project: QgsProject, scene: Scene) -> QgsRasterLayer:
    """Put `scene` into the project in place of the scene on screen, with that scene's bands and contrast.

    It is in the group "Imagery", under the plugin's other layers. Raises RasterMissing and RasterUnreadable; then the
    project is unchanged.
    """
    shown = shown_layer(project)
    layer = scene_layer(scene, {bands_of(shown): style_of(shown)} if shown else None)
    replace_scenes(project, [layer])
    return layer


def replace_scenes(project: QgsProject, layers: Sequence[QgsRasterLayer]) -> list[QgsMapLayer]:
    """Put `layers`, the topmost first, in place of the project's scenes, with the same visibility.

    The removed layers are returned, and owned by the caller.
    """
    previous = _scene_layers(project)
    visible = not previous or _is_checked(project, previous[0])
    order = project.layerTreeRoot().customLayerOrder()
    _insert_in_tree(project, layers, visible)
    if project.layerTreeRoot().hasCustomLayerOrder():
        _insert_in_order(project, layers, order)
    return [project.takeMapLayer(one) for one in previous if one not in layers]


def _insert_in_tree(project: QgsProject, layers: Sequence[QgsRasterLayer], visible: bool) -> None:
    """Insert each layer at its place, below the previous one; layers already in the tree stay if they can.

    Nothing is sorted afterwards: QGIS' reorderGroupLayers uses nodes that it has just deleted.
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
            group.insertChildNode(place, node.clone())  # before removal: QGIS drops layers that are nowhere in the tree
            group.removeChildNode(node)
            node = group.children()[place - 1]
        place = group.children().index(node) + 1


def _insert_in_order(project: QgsProject, layers: Sequence[QgsRasterLayer], order: Sequence[QgsMapLayer]) -> None:
    """In a custom layer order, put new scenes in place of the previous ones."""
    scenes = [one for one in order if one.customProperty(ROLE) == SCENE]
    if scenes:
        place = order.index(scenes[0])
        others = [one for one in order[place:] if one not in scenes]
        project.layerTreeRoot().setCustomLayerOrder([*order[:place], *layers, *others])


def clear_scene(project: QgsProject) -> None:
    """Remove the scene from the project; its group stays where the user has put it."""
    project.removeMapLayers([layer.id() for layer in _scene_layers(project)])


def shown_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """Return the project's layers of the scenes on screen, topmost first, without unreadable ones."""
    return [layer for layer in _scene_layers(project) if isinstance(layer, QgsRasterLayer) and layer.isValid()]


def shown_layer(project: QgsProject) -> QgsRasterLayer | None:
    """Return the topmost of `shown_layers`, or None."""
    return next(iter(shown_layers(project)), None)


def scene_id_of(layer: QgsMapLayer) -> str:
    """Return the id of the scene that this layer shows, or an empty text."""
    return str(layer.customProperty(SCENE_ID, ""))


def is_placed_as(layer: QgsMapLayer, scene: Scene) -> bool:
    """Return whether a layer of this scene has the CRS that is assigned to the scene now."""
    return str(layer.customProperty(GIVEN_CRS, "")) == image_ref(scene.uri).crs


def style_of(layer: QgsRasterLayer) -> str:
    """Return the layer's renderer, contrast, opacity and blending as QGIS' XML."""
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), _STYLE_CATEGORIES)
    return str(document.toString(-1))


def apply_style(layer: QgsRasterLayer, style: str) -> None:
    """Apply a style that `style_of` returned for a layer with the same bands."""
    document = QDomDocument()
    document.setContent(style)
    layer.importNamedStyle(document, _STYLE_CATEGORIES)
    _apply_contrast_rule(layer)


def bands_of(layer: QgsRasterLayer) -> Bands:
    """Return the data types of the layer's bands: scenes with the same ones share a style."""
    provider = layer.dataProvider()
    return tuple(provider.dataType(number) for number in range(1, provider.bandCount() + 1))


def _scene_layers(project: QgsProject) -> list[QgsMapLayer]:
    return [layer for layer in project.layerTreeRoot().layerOrder() if layer.customProperty(ROLE) == SCENE]


def _is_checked(project: QgsProject, layer: QgsMapLayer) -> bool:
    node = project.layerTreeRoot().findLayer(layer.id())
    return node is None or node.itemVisibilityChecked()


def _place_of_scenes(project: QgsProject) -> tuple[QgsLayerTreeGroup, int]:
    """Return the group of the topmost scene and its index there; otherwise the top of the imagery group."""
    nodes = project.layerTreeRoot().findLayers()
    first = next((one for one in nodes if one.layer() and one.layer().customProperty(ROLE) == SCENE), None)
    return (_imagery_group(project), 0) if first is None else (first.parent(), first.parent().children().index(first))


def _imagery_group(project: QgsProject) -> QgsLayerTreeGroup:
    """Return the plugin's imagery group; a new one goes under its other groups, so above a basemap."""
    children = project.layerTreeRoot().children()
    group = next((child for child in children if child.customProperty(GROUP) == IMAGERY), None)
    if group is None:
        ours = [index for index, child in enumerate(children) if child.customProperty(GROUP)]
        group = project.layerTreeRoot().insertGroup(max(ours, default=-1) + 1, tr("Imagery"))
        group.setCustomProperty(GROUP, IMAGERY)
    return group


def _apply_contrast_rule(layer: QgsRasterLayer) -> None:
    """Apply a contrast that is a rule, such as 2 to 98 %, to this scene's pixels; keep one of fixed limits.

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


def _apply_true_colour(layer: QgsRasterLayer) -> None:
    """Show bands 1, 2, 3, or those with these names, as red, green, blue, stretched from 2 to 98 % of the scene.

    Byte bands are not stretched; fewer than three bands are shown in QGIS' default style.
    """
    from yalu_plugin.layers.imagery.band_colours import colour_bands  # imported on first use, for a fast start

    bands = bands_of(layer)
    named = colour_bands(layer) if len(bands) >= 3 else None
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
