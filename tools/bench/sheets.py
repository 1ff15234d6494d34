"""make bench: how long 43 site sheets take, compared with QGIS' atlas export of the same layout, in one run.

Run with the Python that QGIS uses and QT_QPA_PLATFORM=offscreen. Ours is everything from the survey to the finished
file: measuring, rows, images, layout, PDF. QGIS' is QgsLayoutExporter over the atlas of the finished layout. The sites
are SYNTHETIC, the images are real, and the survey is temporary.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT)

from qgis.core import Qgis, QgsApplication, QgsLayoutExporter, QgsPrintLayout  # noqa: E402

from yalu_plugin.core.imagery.catalogue import catalogue  # noqa: E402
from yalu_plugin.layers.imagery.raster import read_raster  # noqa: E402
from yalu_plugin.layers.layouts.export import export  # noqa: E402
from yalu_plugin.layers.layouts.layout_lifetime import temporary_project  # noqa: E402
from yalu_plugin.layers.layouts.site_sheets import build_sheets  # noqa: E402
from yalu_plugin.layers.survey.create import create_survey  # noqa: E402
from yalu_plugin.layers.survey.images import add_images  # noqa: E402
from yalu_plugin.layers.survey.observations import observation  # noqa: E402
from yalu_plugin.layers.survey.survey import Survey  # noqa: E402
from yalu_plugin.layers.survey.write import change  # noqa: E402

SITES, RUNS, DAY, LIMIT = 43, 3, date(2025, 7, 30), 1.3


def main() -> int:
    """Print the two times and their ratio; returns 1 if the ratio exceeds the limit, otherwise 0."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        survey = build_survey(folder)
        with temporary_project(survey) as project:
            layout = build_sheets(project, survey, DAY)
            export(layout, folder / "warm.pdf")
            ours, qgis = [], []
            for run in range(RUNS):
                qgis.append(time_of(qgis_export, layout, folder / f"qgis{run}.pdf"))
                ours.append(time_of(our_export, survey, folder / f"ours{run}.pdf"))
    ratio = statistics.median(ours) / statistics.median(qgis)
    print(f"{SITES} site sheets, median of {RUNS}: from the survey {statistics.median(ours):.2f} s, QGIS' atlas export "
          f"of the same layout {statistics.median(qgis):.2f} s, ratio {ratio:.2f} (at most {LIMIT})")
    return int(ratio > LIMIT)


def build_survey(folder: Path) -> Survey:
    """Create a survey of 43 sites, each observed on two images."""
    survey = create_survey(folder / "survey.gpkg", "SYNTHETIC")
    scenes = catalogue(ROOT / "tests" / "data" / "s2_romania", read_raster).scenes
    add_images(survey, scenes)
    sites = [{"id": str(n), "name": f"SYNTHETIC {n}", "kind": "vehicle_ford",
              "geom": f"POINT ({22.147 + n / 4000} 45.2048)"} for n in range(SITES)]
    seen = [observation(site["id"], state, scenes[which]) for site in sites
            for state, which in (("absent", 3), ("present", 4))]
    change(survey.path, "bench", {"sites": sites, "observations": seen})
    return survey


def qgis_export(layout: QgsPrintLayout, path: Path) -> None:
    """Export the atlas as QGIS' layout designer does."""
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    QgsLayoutExporter.exportToPdf(layout.atlas(), str(path), settings)


def our_export(survey: Survey, path: Path) -> None:
    """Export from the survey to the file, in a separate project, as yalu:exportsitesheets does."""
    with temporary_project(survey) as project:
        export(build_sheets(project, survey, DAY), path)


def time_of(work: Callable[..., None], *arguments: object) -> float:
    """Return the seconds that `work` takes with these arguments."""
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    code = main()
    application.exitQgis()
    sys.exit(code)
