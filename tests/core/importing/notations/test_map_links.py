"""Links to maps: the place in the link itself, a pin before the view; nothing is downloaded."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing.notations.coordinate_types import (
    CoordinateError,
    LinkWithoutPlace,
    OtherCrs,
    SeveralPlaces,
    UnreadableCoordinate,
)
from yalu_plugin.core.importing.notations.map_links import read_link


@pytest.mark.parametrize(("link", "datum"), [
    ("https://www.google.com/maps/@41.411114,128.186804,500m/data=!3m1!1e3", ""),
    ("https://www.google.com/maps?q=41.411114,128.186804", ""),
    ("https://www.google.com/maps?q=loc:41.411114+128.186804", ""),
    ("google.com/maps?q=41.411114,128.186804.", ""),
    ("https://www.google.com/maps/search/?api=1&query=41.411114%2C128.186804", ""),
    ("https://www.google.com/maps/search/41.411114,+128.186804?entry=tts", ""),
    ("https://www.google.com/maps/place/41%C2%B024'40.0%22N+128%C2%B011'12.5%22E/@41.5,128.3,17z", ""),
    ("https://www.google.com/maps/place/Hyesan/@41.39,128.17,13z/data=!4m6!3m5!1s0x5e2!8m2!3d41.411114!4d128.186804!16s",
     ""),
    ("https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d3000.5!2d128.186804!3d41.411114!2m3!1f0!2f0!3f0", ""),
    ("https://maps.google.com/?ll=41.411114,128.186804&z=14", ""),
    ("https://earth.google.com/web/@41.411114,128.186804,700.5a,1000d,35y,0h,0t,0r", ""),
    ("https://www.openstreetmap.org/?mlat=41.411114&mlon=128.186804#map=15/41.5/128.3", ""),
    ("https://www.openstreetmap.org/node/123#map=15/41.411114/128.186804&layers=N", ""),
    ("https://www.bing.com/maps?cp=41.411114~128.186804&lvl=15", ""),
    ("https://bing.com/maps/default.aspx?sp=point.41.411114_128.186804_Ford&cp=41.5~128.3", ""),
    ("https://yandex.com/maps/?ll=128.186804%2C41.411114&z=15", ""),
    ("https://yandex.ru/maps/?ll=128.19,41.5&pt=128.186804,41.411114&z=15", ""),
    ("https://map.naver.com/?lat=41.411114&lng=128.186804", ""),
    ("https://map.kakao.com/link/map/혜산,41.411114,128.186804", ""),
    ("https://map.kakao.com/link/map/41.411114,128.186804", ""),
    ("https://maps.apple.com/?ll=41.411114,128.186804&q=Ford", ""),
    ("http://wikimapia.org/#lang=en&lat=41.411114&lon=128.186804&z=15&m=w", ""),
    ("https://zoom.earth/maps/satellite/#view=41.411114,128.186804,15z/date=2025-07-30", ""),
    ("https://zoom.earth/#41.411114,128.186804,15z,sat", ""),
    ("https://browser.dataspace.copernicus.eu/?zoom=15&lat=41.411114&lng=128.186804&fromTime=2025-07-30", ""),
    ("https://apps.sentinel-hub.com/eo-browser/?zoom=14&lat=41.411114&lng=128.186804", ""),
    ("https://geohack.toolforge.org/geohack.php?params=41.411114_N_128.186804_E_type:city", ""),
    ("https://www.google.com/maps/place/8QHCC56P%2BCP", ""), ("https://plus.codes/8QHCC56P+CP", ""),
    ("https://maps.google.com/maps?f=q&q=41.411114,128.186804+(Ford)&z=14", ""),
    ("https://wego.here.com/?map=41.411114,128.186804,15,satellite", ""),
    ("https://livingatlas.arcgis.com/wayback/#active=1&mapCenter=128.186804%2C41.411114%2C15", ""),
    ("https://mapy.cz/zakladni?x=128.186804&y=41.411114&z=15", ""),
    ("https://uri.amap.com/marker?position=128.186804,41.411114&name=x", "GCJ-02"),
    ("https://uri.amap.com/marker?position=128.186804,41.411114&coordinate=wgs84", ""),
    ("http://api.map.baidu.com/marker?location=41.411114,128.186804&title=x", "BD-09"),
    ("https://apis.map.qq.com/uri/v1/marker?marker=coord:41.411114,128.186804;title:x", "GCJ-02"),
    ("https://ditu.google.cn/maps/@41.411114,128.186804,15z", "GCJ-02"),
    ("geo:41.411114,128.186804,700;crs=wgs84;u=35", ""), ("geo:0,0?q=41.411114,128.186804(Ford)", ""),
])
def test_a_link_to_a_place(link: str, datum: str) -> None:
    assert read_link(link) == (41.411114, 128.186804, True, datum) or "%C2%B0" in link or "8QHC" in link
    assert read_link(link)[:2] == pytest.approx((41.411114, 128.186804), abs=1e-4)


@pytest.mark.parametrize(("link", "error"), [
    ("https://maps.app.goo.gl/abc123", LinkWithoutPlace), ("https://osm.org/go/5Ocw5g--", LinkWithoutPlace),
    ("https://map.naver.com/p/?c=15.00,0,0,0,dh", LinkWithoutPlace),
    ("https://map.naver.com/v5/?c=14134963.5,4518382.5,15,0,0,0,dh", LinkWithoutPlace),
    ("https://map.kakao.com/?urlX=508000&urlY=1110000", LinkWithoutPlace),
    ("https://map.baidu.com/@14268000,5050000,15z", LinkWithoutPlace),
    ("https://worldview.earthdata.nasa.gov/?v=127,41,129,42", LinkWithoutPlace),
    ("https://example.org/news/2025/07/30", LinkWithoutPlace), ("https://example.org/a/12.5,13.5", LinkWithoutPlace),
    ("https://www.google.com/maps?q=Hyesan+12", LinkWithoutPlace), ("geo:0,0", LinkWithoutPlace),
    ("https://www.google.com/maps/dir/41.4,128.1/41.5,128.2/@41.45,128.15,12z", SeveralPlaces),
    ("https://www.google.com/maps?saddr=41.4,128.1&daddr=41.5,128.2", LinkWithoutPlace),
    ("https://www.google.com/maps/place/x/data=!3d41.4!4d128.1!3d41.5!4d128.2", SeveralPlaces),
    ("geo:41.4,128.1;crs=nad27", OtherCrs), ("geo:here", UnreadableCoordinate), ("https://[bad", UnreadableCoordinate),
])
def test_errors_of_links_without_a_place(link: str, error: type[CoordinateError]) -> None:
    with pytest.raises(error):
        read_link(link)


@pytest.mark.parametrize("text", ["41.41, 128.18", "", "geology", "see https://example.org/@41.4,128.1,5z", "wwwhat"])
def test_other_texts(text: str) -> None:
    assert read_link(text) is None
