"""make bench: the matrix of 500 SYNTHETIC sites by 500 dates is scrolled, beside a QTableView that has Qt's delegate.

    build/venv/bin/python -m tools.bench.matrix

Both have the same cells, sections and size. A frame is one step of a scroll bar, painted. The rival's model returns a
pixmap drawn before, so it computes nothing. Times are of the main thread, 95th percentile; a frame at 60 a second has
16.7 ms. A table, not a test.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsFeedback
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import QScrollBar, QTableView

from tools.bench.survey_timing import own_time
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.matrix.matrix_model import MatrixModel
from yalu_plugin.gui.matrix.matrix_view import MatrixView
from yalu_plugin.layers.survey.create import create_survey

SITES = DATES = 500
FRAMES, FRAME_MS, SIZE = 200, 1000 / 60, (1900, 900)
STATES = ("present", "absent", "washed_out", "under_construction", "not_observable", None)


class RivalModel(MatrixModel):
    """The same cells as pixmaps, for Qt's delegate."""

    pixmap: Callable[[Any], Any]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the pixmap of a cell."""
        return self.pixmap(self.cell(index.row(), index.column())) if role == Qt.ItemDataRole.DecorationRole else None


def scenes() -> list[Scene]:
    """Return scenes of a day each, every third day."""
    days = (datetime(2016, 1, 1, tzinfo=timezone.utc) + timedelta(days=3 * number) for number in range(DATES))
    return [Scene(f"scene{number}", f"{number}.tif", day, day + timedelta(hours=1), "acquired", "filename")
            for number, day in enumerate(days)]


def show(models: tuple[MatrixModel, ...], folder: Path, shown: list[Scene]) -> None:
    """Show a survey with an observation in four cells of five."""
    survey, any_of = create_survey(folder / "survey.gpkg", "SYNTHETIC", published=False), random.Random(1)
    survey.change("bench", {
        "sites": [{"id": f"s{number}", "name": f"SYNTHETIC {number}", "kind": "vehicle_ford",
                   "geom": f"POINT ({126.8 + number / 400} 41.5)"} for number in range(SITES)],
        "observations": [{"id": f"{site}-{scene.id}", "site_id": f"s{site}", "state": state, "image_id": None,
                          "seen_from": scene.acquired_from.date().isoformat(),
                          "seen_to": scene.acquired_from.date().isoformat()}
                         for site in range(SITES) for scene in shown
                         if (state := any_of.choice(STATES)) is not None]})
    facts = survey.read(QgsFeedback())
    for model in models:
        model.show(facts, [(scene,) for scene in shown], {scene.id: scene for scene in shown},
                   {f"s{number}": float(number) for number in range(SITES)}, "scene")


def frames_ms(bar: QScrollBar, step: int) -> float:
    """Return the 95th percentile of the times of FRAMES steps of a scroll bar, in milliseconds."""
    times, direction = [], 1
    for _ in range(FRAMES):
        if not bar.minimum() <= bar.value() + direction * step <= bar.maximum():
            direction = -direction
        begin = own_time()
        bar.setValue(bar.value() + direction * step)
        QgsApplication.processEvents()
        times.append(1000 * (own_time() - begin))
    return statistics.quantiles(times, n=20)[-1]


def whole_ms(view: QTableView) -> float:
    """Return the 95th percentile of painting all visible cells, in milliseconds."""
    times = []
    for _ in range(FRAMES // 4):
        begin = own_time()
        view.viewport().repaint()
        times.append(1000 * (own_time() - begin))
    return statistics.quantiles(times, n=20)[-1]


def main() -> int:
    """Print the table; returns 1 where a frame takes longer than the screen shows it, otherwise 0."""
    ours, rival = MatrixModel(None), RivalModel(None)
    view, table = MatrixView(ours), QTableView()
    rival.pixmap = view._marks.pixmap
    with tempfile.TemporaryDirectory() as name:
        show((ours, rival), Path(name), scenes())
    table.setModel(rival)
    wide, high = view.horizontalHeader().sectionSize(0), view.verticalHeader().sectionSize(0)
    table.horizontalHeader().setMinimumSectionSize(wide)
    table.horizontalHeader().setDefaultSectionSize(wide)
    table.verticalHeader().setDefaultSectionSize(high)
    print(f"The matrix of {SITES} sites by {DATES} dates, {SIZE[0]} x {SIZE[1]} pixels, ms at p95; a frame has "
          f"{FRAME_MS:.1f}\n  {'':24}{'matrix':>10}{'QTableView':>12}{'ratio':>8}")
    worst = 0.0
    for each in (view, table):
        each.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        each.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        each.resize(*SIZE)
        each.show()
        QgsApplication.processEvents()
    for text, bar, step in (("down, a row", "vertical", high), ("across, a column", "horizontal", wide),
                            ("down, three rows", "vertical", 3 * high), ("down, a page", "vertical", SIZE[1])):
        times = [frames_ms(getattr(each, f"{bar}ScrollBar")(), step) for each in (view, table)]
        worst = max(worst, times[0])
        print(f"  {text:24}{times[0]:10.1f}{times[1]:12.1f}{times[0] / times[1]:8.2f}")
    times = [whole_ms(view), whole_ms(table)]
    worst = max(worst, times[0])
    print(f"  {'all visible cells':24}{times[0]:10.1f}{times[1]:12.1f}{times[0] / times[1]:8.2f}\n"
          f"  a frame takes at most {worst:.1f} ms ({'met' if worst <= FRAME_MS else 'MISSED'})")
    return int(worst > FRAME_MS)


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    code = main()
    application.exitQgis()
    sys.exit(code)
