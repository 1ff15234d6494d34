"""What is installed on which Debian, and from where."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]

DEB822 = """\
Types: deb deb-src
# a mirror nearby
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/some.gpg

Types: deb
URIs: http://mirror.example/security
Suites: bookworm-security
Components: main
"""
SWITCHED_OFF = "Enabled: no\nTypes: deb\nURIs: http://off.example/debian\nSuites: bookworm\nComponents: main\n\n"
ONE_LINE = """\
deb cdrom:[Debian 12]/ bookworm main
# deb http://old.example/debian bookworm main
deb-src http://mirror.example/debian bookworm main
deb [signed-by=/usr/share/keyrings/some.gpg] http://mirror.example/debian bookworm main contrib
"""
DEB822_BACKPORTS = """\
sources
Types: deb
URIs: http://mirror.example/debian
Suites: bookworm-backports
Components: main contrib
Signed-By: /usr/share/keyrings/some.gpg"""
ONE_LINE_BACKPORTS = (
    "list\ndeb [signed-by=/usr/share/keyrings/some.gpg] http://mirror.example/debian bookworm-backports main contrib"
)


def call(apt: Path, function: str) -> subprocess.CompletedProcess[str]:
    command = f'source tools/setup; apt_folder="{apt}"; {function} bookworm'
    return subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def apt(tmp_path: Path) -> Path:
    (tmp_path / "sources.list.d").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("sources.list.d/debian.sources", DEB822, DEB822_BACKPORTS),
        ("sources.list.d/debian.sources", SWITCHED_OFF + DEB822, DEB822_BACKPORTS),
        ("sources.list", ONE_LINE, ONE_LINE_BACKPORTS),
        ("sources.list.d/debian.list", ONE_LINE, ONE_LINE_BACKPORTS),
        ("sources.list", "deb http://mirror.example/debian bookworm-updates main\n", ""),
    ],
)
def test_backports_entry(apt: Path, name: str, text: str, expected: str) -> None:
    (apt / name).write_text(text)
    assert call(apt, "backports_entry").stdout.strip() == expected


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("deb http://mirror.example/debian bookworm-backports main\n", True),
        ("# deb http://mirror.example/debian bookworm-backports main\n", False),
        (ONE_LINE, False),
    ],
)
def test_has_backports(apt: Path, text: str, known: bool) -> None:
    (apt / "sources.list").write_text(text)
    assert (call(apt, "has_backports").returncode == 0) is known


@pytest.mark.parametrize(("what", "database"), [("run", False), ("test", True)])
def test_only_the_tests_need_a_database(apt: Path, what: str, database: bool) -> None:
    """Nothing is installed, and apt has backports."""
    (apt / "sources.list").write_text("deb http://mirror.example/debian bookworm-backports main\n")
    bare = "installed() { false; }; qgis_python() { false; }"
    command = f'source tools/setup; {bare}; apt_folder="{apt}"; system_commands {what}'
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ("postgresql-postgis" in result.stdout) is database


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('ID=debian\nVERSION_ID="12"\n', True),
        ('ID=debian\nVERSION_ID="13"\n', True),
        ("ID=debian\nVERSION_CODENAME=forky\n", True),  # testing and unstable have no number
        ('ID=debian\nVERSION_ID="11"\n', False),
        ('ID=ubuntu\nVERSION_ID="24.04"\n', False),
        ("", False),
    ],
)
def test_on_debian(tmp_path: Path, text: str, expected: bool) -> None:
    (tmp_path / "os-release").write_text(text)
    command = f'source tools/setup; os_release="{tmp_path}/os-release"; on_debian'
    assert (subprocess.run(["bash", "-c", command], cwd=ROOT, check=False).returncode == 0) is expected


@pytest.mark.parametrize(
    ("version", "geos", "expected"),
    [
        ("2.0.7", (3, 11), ["shapely==2.0.7"]),
        ("0+unknown", (3, 13), ["shapely<2.2"]),
        ("1.8.5", (3, 11), ["shapely<2.1", "shapely<2.2"]),
        (None, (3, 14), []),
    ],
)
def test_constraint_of_shapely(monkeypatch: pytest.MonkeyPatch, version: str | None, geos: tuple[int, int],
                               expected: list[str]) -> None:
    constraints = pytest.importorskip("tools.constraints")
    shapely = SimpleNamespace(__version__=version) if version else None
    monkeypatch.setattr(constraints, "module", {"shapely": shapely}.get)
    monkeypatch.setattr(constraints.ogr, "GetGEOSVersionMajor", lambda: geos[0])
    monkeypatch.setattr(constraints.ogr, "GetGEOSVersionMinor", lambda: geos[1])
    assert constraints.constraints() == ["pandas<3", *expected]
