"""make bench: SYNTHETIC sites exported in every format, next to QGIS' own writer on the same rows. Not a test.

    QT_QPA_PLATFORM=offscreen build/venv/bin/python -m tools.bench.exports [SITES [OBSERVATIONS]]

Each format in a process of its own: seconds for everything (reading the survey, all files of the format), of these
the processor's, the size of the files, and the largest memory above that of a QGIS without a survey. QGIS writes only
the rows of the sites, from a GeoPackage that has them already; "times QGIS" is the ratio of the processor's seconds.
"memory x" is the memory divided by that for a thousandth of the sites: of a format that keeps its rows in memory it
would grow like the sites. The limit is that of KMZ, for every format; on a computer that is busy with other work only
the processor's seconds say something.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SITES, OBSERVATIONS, LIMIT_S, RIVAL_S, SMALLER = 70_000, 210_000, 30, 120, 1_000
DRIVERS = {"KMZ": "LIBKML", "GeoJSON": "GeoJSON", "GPKG": "GPKG", "CSV": "CSV", "XLSX": "XLSX", "GPX": "GPX",
           "SHP": "ESRI Shapefile"}


def export(survey_path: Path, form: str, output: Path) -> None:
    """Export the survey, and print seconds, megabytes of files and of memory."""
    from yalu_plugin.layers.exporting.site_files import SiteChoice, export_sites
    from yalu_plugin.layers.survey.matrix_survey import river_corridor
    from yalu_plugin.layers.survey.open import open_survey

    before, begin, used = peak_mb(), time.perf_counter(), time.process_time()
    survey = open_survey(survey_path, reading=True)
    written = export_sites(survey, output, form, SiteChoice(), river_corridor(survey))
    seconds = time.perf_counter() - begin
    size = sum(file.stat().st_size for file in written.files) / 1e6
    print(f"{seconds:.1f} {time.process_time() - used:.1f} {size:.1f} {peak_mb() - before:.0f} "
          f"{'; '.join(map(str, written.notices))}")


def rival(source: Path, form: str, output: Path) -> None:
    """Have QGIS write the rows of the sites, and print seconds."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    layer, options = QgsVectorLayer(f"{source}|layername=sites"), QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = DRIVERS[form], "UTF-8"
    if form == "GPX":
        options.datasourceOptions, options.layerName = ["GPX_USE_EXTENSIONS=YES"], "waypoints"
    begin = time.process_time()
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(output), QgsCoordinateTransformContext(), options)
    print(f"{time.process_time() - begin:.2f}" if not error else f"fails: {message}")


def peak_mb() -> float:
    """Return the largest memory of this process so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(work: str, *given: object) -> str:
    """Run a function of this module in a process of its own, and return what it prints last.

    Raises TimeoutExpired: the rival takes more than RIVAL_S.
    """
    done = subprocess.run([sys.executable, "-m", "tools.bench.exports", work, *map(str, given)], check=True,
                          capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                          timeout=RIVAL_S if work == "rival" else None)
    return done.stdout.strip().splitlines()[-1]


def main() -> None:
    """Print the table."""
    sites, observations = (int(sys.argv[at]) if len(sys.argv) > at else number
                           for at, number in ((1, SITES), (2, OBSERVATIONS)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run("build", folder / "survey.gpkg", sites, observations)
        run("build", folder / "small.gpkg", max(sites // SMALLER, 1), max(observations // SMALLER, 1))
        print(f"{sites:,} SYNTHETIC sites with {observations:,} observations\n"
              f"  {'':10}{'seconds':>9}{'processor':>11}{'MB':>7}{'memory MB':>11}{'memory x':>10}"
              f"{'QGIS, sites only':>18}{'times QGIS':>12}", flush=True)
        run("export", folder / "survey.gpkg", "GPKG", folder / "rows.gpkg")
        for form in DRIVERS:
            print_format(folder, form)


def print_format(folder: Path, form: str) -> None:
    """Export the surveys in a folder in a format, and print its line."""
    seconds, used, size, memory, *notices = run(
        "export", folder / "survey.gpkg", form, folder / f"out-{form}").split()
    small = float(run("export", folder / "small.gpkg", form, folder / f"small-{form}").split()[3])
    ending = "kml" if form == "KMZ" else form.lower()
    try:
        other = run("rival", folder / "rows.gpkg", form, folder / f"rival-{form}.{ending}")
    except subprocess.TimeoutExpired:  # GDAL's LIBKML takes the square of the time for twice the rows
        other = f"over {RIVAL_S} s"
    times = "" if not other[0].isdigit() else f"{float(used) / max(float(other), 0.01):.1f}"
    print(f"  {form:10}{seconds:>9}{used:>11}{size:>7}{memory:>11}{float(memory) / max(small, 1):>10.1f}{other:>18}"
          f"{times:>12}   at most {LIMIT_S} s: {'met' if float(seconds) <= LIMIT_S else 'MISSED'} {' '.join(notices)}",
          flush=True)


def build(path: Path, sites: int, observations: int) -> None:
    """Write the SYNTHETIC survey."""
    from tools.synthetic_survey import build_survey

    build_survey(path, sites, observations)
    print("built")


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in ("export", "rival", "build"):
        from qgis.core import QgsApplication

        os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.gettempdir())
        application = QgsApplication([], True)
        application.initQgis()
        if sys.argv[1] == "build":
            build(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
        else:
            {"export": export, "rival": rival}[sys.argv[1]](Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
    else:
        main()
