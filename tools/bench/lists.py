"""make bench: reading a list of a million rows for the import, compared with the standard library and GDAL.

The rivals do less: csv.reader only splits lines into cells, and ogr2ogr omits a KML's times, nested folders and
colours. Each reads in a separate process; measured are its processor time and its peak memory.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROWS = 1_000_000
OURS = "import sys; from yalu_plugin.core.importing.source_reader import read_source; read_source(sys.argv[1])"
CSV_READER = "import csv, sys; rows = list(csv.reader(open(sys.argv[1], newline='')))"
LIMITS = {"csv": 6, "kml": 8}  # times the rival's time
MAX_BYTES = 1000  # of memory per row


def write(folder: Path, rows: int) -> dict[str, Path]:
    """Write the same list as CSV and as KML, SYNTHETIC."""
    paths = {"csv": folder / "list.csv", "kml": folder / "list.kml"}
    with paths["csv"].open("w") as table, paths["kml"].open("w") as marks:
        table.write("name,kind,lat,lon,first_seen,note\n")
        marks.write("<kml><Document><Style id='b'><IconStyle><color>ff000000</color></IconStyle></Style><Folder>")
        for row in range(rows):
            lat, lon = f"{41 + row % 1000 / 1000:.6f}", f"{127 + row % 997 / 1000:.6f}"
            day = f"2025-07-{row % 28 + 1:02d}"
            table.write(f"SYNTHETIC {row},barge,{lat},{lon},{day},near bend {row % 50}\n")
            marks.write(f"<Placemark><name>SYNTHETIC {row}</name><description>near bend {row % 50}</description>"
                        f"<TimeStamp><when>{day}</when></TimeStamp><styleUrl>#b</styleUrl><Point><coordinates>"
                        f"{lon},{lat}</coordinates></Point></Placemark>\n")
        marks.write("</Folder></Document></kml>")
    return paths


def measure(*command: str) -> tuple[float, float]:
    """Return the seconds of processor time and the bytes of memory that a program uses."""
    code = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
            "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime + used.ru_stime, used.ru_maxrss)")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    finished = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True,
                          env=environment)
    seconds, kilobytes = finished.stdout.split()
    return float(seconds), float(kilobytes) * 1024


def main() -> int:
    """Print a line for each file format; returns 1 if a limit is exceeded, otherwise 0."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    missed = 0
    empty = measure(sys.executable, "-c", "import yalu_plugin.core.importing.source_reader")[1]
    with tempfile.TemporaryDirectory() as name:
        for kind, path in write(Path(name), rows).items():
            rival = (sys.executable, "-c", CSV_READER, str(path)) if kind == "csv" else (
                "ogr2ogr", "-f", "CSV", str(path.with_suffix(".out")), str(path))
            if shutil.which(rival[0]) is None:
                print(f"{kind}: {rival[0]} is not installed: skipped")
                continue
            seconds, size = measure(sys.executable, "-c", OURS, str(path))
            rival_seconds, _ = measure(*rival)
            ratio, per_row = seconds / rival_seconds, (size - empty) / rows
            print(f"{kind}: {rows:,} rows in {seconds:.1f} s, {ratio:.1f} times {Path(rival[0]).name} "
                  f"(limit {LIMITS[kind]}); {per_row:.0f} bytes per row (limit {MAX_BYTES})")
            missed += ratio > LIMITS[kind] or per_row > MAX_BYTES
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
