"""Pictures like published ones: of the dots at least half visible, 98 % are found, and 98 % of those found are dots."""

from __future__ import annotations

from statistics import median
from typing import Any


def test_dots_of_pictures_like_published_ones(qgis_app: Any) -> None:
    from tools.bench.dot_scores import found_dots, score, total
    from tools.bench.map_picture import SITES
    from tools.synthetic_map_picture import Wear, draw_picture, read_sites, worn

    sites = read_sites(SITES)
    pictures = [worn(draw_picture(sites, 1600, 9, 1), Wear(7, 0.8, 0.02, 60)),
                worn(draw_picture(sites, 1400, 6, 3), Wear(3, 0.9, 0, 60))]
    whole = total([score(picture, found_dots(picture)) for picture in pictures])
    assert whole.visible == 72 and whole.covered == 14
    assert whole.recall >= 0.98 and whole.precision >= 0.98
    assert whole.reported >= 0.8 * whole.covered
    assert median(whole.errors) < 0.1


def test_a_score_counts_what_is_missed_and_what_is_false(qgis_app: Any) -> None:
    from qgis.PyQt.QtGui import QImage

    from tools.bench.dot_scores import score
    from tools.synthetic_map_picture import Drawn, Picture
    from yalu_plugin.core.map_picture.dot import Dot

    drawn = tuple(Drawn("other", x, 0.0, visible, (128.0, 41.0)) for x, visible in ((0, 1.0), (50, 0.6), (58, 0.3)))
    found = [Dot("other", x, 1.0, 5.0, 1.0) for x in (0.0, 90.0)]
    result = score(Picture(QImage(), drawn, 5.0), found)
    assert (result.visible, result.found, result.false, result.covered, result.reported) == (2, 1, 1, 1, 0)
    assert (result.recall, result.precision, result.errors) == (0.5, 0.5, (0.2,))


def test_a_dot_cut_by_the_edge_is_visible_in_part(qgis_app: Any) -> None:
    from qgis.PyQt.QtGui import QColor, QImage

    from tools.synthetic_map_picture import UNWORN, Drawn, Picture, worn

    image = QImage(100, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    dots = tuple(Drawn("other", x, 40.0, 1.0, (128.0, 41.0)) for x in (5.0, 10.0, 14.0, 50.0))
    cropped = worn(Picture(image, dots, 8.0), UNWORN._replace(crop=0.1))
    assert [(dot.column, dot.row) for dot in cropped.dots] == [(0.0, 32.0), (4.0, 32.0), (40.0, 32.0)]
    assert [round(dot.visible, 1) for dot in cropped.dots] == [0.5, 0.8, 1.0]
