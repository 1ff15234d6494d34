"""Sites near a place: never fewer than there are."""

from __future__ import annotations

from yalu_plugin.core.survey.near import Grid


def grid(*places):
    return Grid([{"id": f"{lon} {lat}", "geom": f"Point ({lon} {lat})"} for lon, lat in places])


def test_sites_across_the_antimeridian_and_at_the_poles_are_near():
    far = [(float(lon), 0.5) for lon in range(-170, 170)]
    assert "-179.999 10.0" in grid((-179.999, 10.0), *far).near(179.999, 10.0, 500)
    assert "-60.0 89.999" in grid((-60.0, 89.999), *far).near(120.0, 89.999, 500)


def test_what_is_no_place_on_earth_is_near_nothing():
    sites = [{"id": "a", "geom": "LineString (1 2, 3 4)"}, {"id": "b"}, {"id": "c", "geom": "Point (inf 0)"},
             {"id": "d", "geom": "Point (0 91)"}]
    assert Grid(sites).near(0, 0, 1e8) == []
