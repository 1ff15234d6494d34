"""Odd texts, as scans, tables, PDFs, spreadsheets and other scripts have them, and the right answer for each.

The texts are SYNTHETIC. What is doubtful is to be checked; a number that may be something else gives no place.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.report_text.published_report import Report
from yalu_plugin.core.report_text.report_rows import COLUMN_MAP, read_rows
from yalu_plugin.core.report_text.sentence_words import KnownNames

FORD, DOCK, PHUNGYANG = (41.411114, 128.186804), (41.51938, 127.22136), (41.431189, 127.885265)
SECONDS, GRID, CODE = (41.411111, 128.186667), (41.411111, 128.186594), (41.41106, 128.18681)


def rows_of(text):
    found = read_rows(Report(Path("report.txt"), text), KnownNames(["Hyesan"]))
    return assess_rows(found.source, COLUMN_MAP, today=dt.date(2026, 11, 30)).rows


def places(rows):
    return [(row.site["lat"], row.site["lon"]) for row in rows if row.site]


@pytest.mark.parametrize(("text", "right"), [
    ("Ford at 41.411114 , 128.186804 .", [FORD]), ("Ford at 41o24'40\"N, 128o11'12\"E", [SECONDS]),
    ("Ford at 41*24'40\"N 128*11'12\"E", [SECONDS]), ("Ford 41º 24´ 40´´ N, 128º 11´ 12´´ E", [SECONDS]),
    ("Ford 41°24`40``N 128°11`12``E", [SECONDS]), ("Ford 41°24‘40“N 128°11‘12“E", [SECONDS]),
    ("Ford 41°24ʹ40ʺN 128°11ʹ12ʺE", [SECONDS]), ("Ford 41°24’40’’N, 128°11’12’’E", [SECONDS]),
    ("Ford 41°24׳40״N 128°11׳12״E", [SECONDS]), ("渡口 ４１°２４′４０″Ｎ，１２８°１１′１２″Ｅ", [SECONDS]),
    ("Ford 8QHCC56P+CP at the bank", [CODE]),
    ("The vehi-\ncle ford at 41.411114,\n128.186804 was seen on imagery.", [FORD]),
    ("The vehicle ford which is shown in the picture lies at 41.411114,\n128.186804.", [FORD]),
    ("The vehicle ford which is shown in the picture lies at 41°24'40\"\nN, 128°11'12\"\nE.", [SECONDS]),
    ("The ford (41.411114, 128.186804)12 was used.[3]", [FORD]),
    ("The ford is at 41.411114, 128.186804¹² and was used.", [FORD]),
    ("Ford* at 41.411114°N†, 128.186804°E‡", [FORD]),
    ("12 Ford at 41.411114, 128.186804; see also fn. 13.", [FORD]),
    ("| Site | Lat | Lon | Date |\n|---|---|---|---|\n| Ford A | 41.411114 | 128.186"
     "804 | 2025-07-30 |\n| Dock B | 41.51938 | 127.22136 | 2025-08-01 |", [FORD, DOCK]),
    ("Name\tLongitude\tLatitude\nFord A\t128.186804\t41.411114\nDock B\t127.22136\t41.51938", [FORD, DOCK]),
    ("Site       Lat         Lon\nFord A     41.411114   128.186804\nDock B     41.5"
     "19380   127.221360", [FORD, DOCK]),
    ("Ford A;41,411114;128,186804", [FORD]), ("Брод: 41,411114 с.ш., 128,186804 в.д.", [FORD]),
    ("Furt 41,411114 128,186804", [FORD]), ("1 41.411114 128.186804\n2 41.51938 127.22136", [FORD, DOCK]),
    ("Ford A 41.411114 128.186804 712\nDock B 41.51938 127.22136 540", [FORD, DOCK]),
    ("41.411114, 128.186804; 41.51938, 127.22136", [FORD, DOCK]), ("The ford is at MGRS 52T DL 32017 84715.", [GRID]),
    ("(52TDL3201784715)", [GRID]), ("8QHCC56P+CP", [CODE]), ("geo:41.411114,128.186804;u=35", [FORD]),
    ("https://earth.google.com/web/@41.411114,128.186804,712.5a,500d,35y,0h,0t,0r", [FORD]),
    ("https://www.google.com/maps/place/41%C2%B024'40.0%22N+128%C2%B011'12.5%22E/@41"
     ".4100,128.1800,17z/data=!3m1!4b1!4m4!3m3!8m2!3d41.411114!4d128.186804", [FORD]),
    ("(see <https://maps.google.com/?q=41.411114,128.186804>).", [FORD]), ("UTM 52T 432017E 4584715N", [GRID]),
    ("Zone 52T, Easting 432017, Northing 4584715", [GRID]), ("52 T 432017 m E 4584715 m N", [GRID]),
    ("N 41° 24.667', E 128° 11.200'", [SECONDS]), ("41-24.667N 128-11.200E", [SECONDS]),
    ("412440N1281112E", [SECONDS]),
    ("41 degrees 24 minutes 40 seconds north, 128 degrees 11 minutes 12 seconds east", [SECONDS]),
    ("41 deg. 24 min. 40 sec. N., 128 deg. 11 min. 12 sec. E.", [SECONDS]), ("41°24'40 N 128°11'12 E", [SECONDS]),
    ("E128.186804 N41.411114", [FORD]), ("128.186804°E, 41.411114°N", [FORD]),
    ("latitude 41.411114 and longitude 128.186804", [FORD]),
    ("located at (41.411114 N; 128.186804 E) (Kim et al., 2024)", [FORD]),
    ("المعبر عند ٤١٫٤١١١١٤، ١٢٨٫١٨٦٨٠٤", [FORD]), ("המעבר ב-41.411114, 128.186804", [FORD]),
    ("\u202b\u200f41.411114\u200f,\u202c \u200f128.186804", [FORD]),
    ("41°\u202f24′\u202f40″\u202fN,\u00a0128°\u202f11′\u202f12″\u202fE", [SECONDS]),
    ("41.411\u00ad114, 128.186\u00ad804", [FORD]), ("41.411\u200b114,\u200b128.186804", [FORD]),
    ("128.186804, 41.411114", [FORD]), ("41&deg;24&prime;40&Prime;N 128&deg;11&prime;12&Prime;E", [SECONDS]),
    ("북위 41° 24′ 40″, 동경 128° 11′ 12″", [SECONDS]),
    ("동경 128도 11분 12초, 북위 41도 24분 40초", [SECONDS]),
    ("2025년 7월 30일 촬영한 위성사진에서 혜산시 도하장(북위 41.411114, 동경 128.186804)이 확인됐다.", [FORD]),
    ("2025년 7월 30일 위성영상에서 41.411114, 128.186804 지점의 차량이 보인다.", [FORD]),
    ("北纬41度24分40秒，东经128度11分12秒", [SECONDS]), ("（东经128.186804°，北纬41.411114°）", [FORD]),
    ("Переправа 41°24′40″ с. ш. 128°11′12″ в. д.", [SECONDS]),
    ("{{coord|41.411114|N|128.186804|E|display=inline}}", [FORD]), ("POINT Z (128.186804 41.411114 712)", [FORD]),
    ("{\"type\":\"Point\",\"coordinates\":[128.186804,41.411114]}", [FORD]),
    ("<coordinates>128.186804,41.411114,0</coordinates>", [FORD]),
    ("GPS Position: 41 deg 24' 40.00\" N, 128 deg 11' 12.00\" E", [SECONDS]),
    ("Docks at 41.411114, 128.186804 and 41.51938, 127.22136 were seen.", [FORD, DOCK]),
    ("Fords: A 41.411114 128.186804, B 41.51938 127.22136, C 41.431189 127.885265.", [FORD, DOCK, PHUNGYANG]),
    ("Figure 3. Ford at Phungyang (41.431189° 127.885265°). Source: Planet.", [PHUNGYANG]),
    ("41.411114N128.186804E", [FORD]), ("at 41.411114° lat., 128.186804° long.", [FORD]),
    ("41:24:40N, 128:11:12E", [SECONDS]), ("Corrigendum: not 41.411114, 128.186804 but 41.51938, 127.22136.", [DOCK]),
    ("Is 41.411114, 128.186804 a ford?", [FORD]),
    ("A site with coordinates of 41.411114, 128.186804 was seen.", [FORD]),
    ("혜산시에서 41.411114, 128.186804 지점에 도하장이 있다.", [FORD]),
    ("5월부터 41.411114, 128.186804에서 차량이 보인다.", [FORD]),
    ("The ford at 41.411114, 128.186804, 2 km west of Hyesan, is new.", [FORD]),
    ("41°24'40\"N-128°11'12\"E", [SECONDS]), ("41°24'40\"N/128°11'12\"E", [SECONDS]),
    ("41.411114N x 128.186804E", [FORD]), ("Coordinates:\n41.411114, 128.186804", [FORD]),
    ("• Ford A: 41.411114, 128.186804\n• Dock B: 41.51938, 127.22136", [FORD, DOCK]),
    ("[Ford](https://www.google.com/maps?q=41.411114,128.186804)", [FORD]), ("**41.411114, 128.186804**", [FORD]),
    ("\"Ford A\",\"41.411114\",\"128.186804\"", [FORD]),
    ("{\"name\": \"Ford\", \"lat\": 41.411114, \"lng\": 128.186804}", [FORD]),
    ("<wpt lat=\"41.411114\" lon=\"128.186804\">", [FORD]),
    ("41 deg 24' 40.00\" N, 128 deg 11' 12.00\" E", [SECONDS]),
    ("$GPGGA,123519,4124.6667,N,12811.2000,E,1,08,0.9,545.4,M,46.9,M,,*47", [SECONDS]),
    ("41.411114,128.186804", [FORD]), ("https://maps.google.com/maps?q=41.411114%2C128.186804", [FORD]),
    ("https://www.bing.com/maps?cp=41.411114~128.186804&lvl=16", [FORD]),
    ("https://www.openstreetmap.org/#map=16/41.41111/128.18680", [FORD]),
    ("https://livingatlas.arcgis.com/wayback/#mapCenter=128.18680%2C41.41111%2C16", [FORD]),
    ("0200Z 41.411114 128.186804 #OSINT", [FORD]), ("41.411114 128.186804 1,024 m", [FORD]),
    ("41,411114°, 128,186804°", [FORD]), ("N 41°24'40\" by E 128°11'12\"", [SECONDS]),
    ("(41.411114° N) (128.186804° E)", [FORD]), ("Site A | N41 24 40 | E128 11 12", [SECONDS]),
    ("【北纬41°24′40″\u3000东经128°11′12″】", [SECONDS]), ("北纬41度24.667分，东经128度11.2分", [SECONDS]),
    ("北緯41度24分40秒 東経128度11分12秒", [SECONDS]), ("위도: 41.411114 / 경도: 128.186804", [FORD]),
    ("2025.7.30 위성영상: 도하장 41.411114, 128.186804", [FORD]), ("MGRS:52TDL3201784715", [GRID]),
    ("8QHCC56P+CP Hyesan", [CODE]), ("8qhcc56p+cp", [CODE]), ("📍41.411114, 128.186804", [FORD]),
    ("41\ufffd24'40\"N 128\ufffd11'12\"E", [SECONDS]), ("41°24'40,5\"N 128°11'12,5\"E", [(41.41125, 128.186806)]),
])
def test_places_in_odd_spellings(text, right):
    assert places(rows_of(text)) == [pytest.approx(place, abs=2e-5) for place in right]


@pytest.mark.parametrize(("text", "right"), [
    ("Latitude\n41.411114\nLongitude\n128.186804", [FORD]),
    ("https://uri.amap.com/marker?position=128.192,41.4125", [(41.4125, 128.192)]),
    ("2025년 7월 30일 위성영상에서 도하장(41.411114, 128.186804)은 관측되지 않았다.", [FORD]),
    ("2025年7月30日的卫星影像上未见渡口（41.411114，128.186804）。", [FORD]),
    ("Hyesan (41.4°N, 128.2°E) is a city.", [(41.4, 128.2)]),
    ("Reach 41.411114, 128.186804 – 41.51938, 127.22136", [FORD, DOCK]),
    ("41.411114, 128.186804 부근에 도하장이 있다.", [FORD]), ("渡口在41.411114，128.186804附近。", [FORD]),
    ("41.411114, 128.186804 (approximate)", [FORD]), ("lat: 41.411114\nlon: 128.186804", [FORD]),
])
def test_doubtful_places_are_to_be_checked(text, right):
    rows = rows_of(text)
    assert places(rows) == [pytest.approx(place, abs=2e-5) for place in right]
    assert {row.status for row in rows} == {"check"}


@pytest.mark.parametrize("text", [
    "Ford at 4l.411114, 128.186804.", "Ford at 41.4111l4, 128.I86804", "Ford at 41024'40\"N 128011'12\"E",
    "The ford was located by the team at 41.4111-\n14, 128.186804 near the town.", "Ford A  414111140 1281868040",
    "Ford A\t41\t24\t40\t128\t11\t12", "Gasoline: 41.411114 yuan, diesel 128.186804 yuan; 15,000 won ($1.86).",
    "$41.4111-$128.1868 per ton", "Call 041-128-1868, +86 41 4111 1286, (041) 411-1114 ext. 128.",
    "Tel 41.4111.1486, Fax 128.1868.0400", "At 12:41:24, 13:28:11 and 41:24 into the video.",
    "Between 41.2 and 41.6 N and 127.0 to 128.5 E the river is shallow.",
    "Area 41.2–41.6°N, 127.0–128.5°E is covered.",
    "between latitudes 41.2345 and 41.6789 and longitudes 127.1234 and 128.5678",
    "The stretch from 41.411114, 128.186804 to 41.51938, 127.22136 is covered.",
    "41.411114, 128.186804에서 41.51938, 127.22136까지의 구간",
    "41.411114, 128.186804에서 서쪽으로 2km 떨어진 곳에 도하장이 있다.", "渡口位于41.411114，128.186804以西2公里处。",
    "The ford is 2 km downstream from 41.411114, 128.186804.",
    "41.411114, 128.186804, about 2 km west of which a ford was seen.",
    "Брод в 2 км к западу от 41.411114, 128.186804.",
    "QGIS 3.40.6, PROJ 9.4.1, GEOS 3.13.0; IP 41.41.111.4:128", "doi:10.1080/41.411114.128.186804",
    "ISBN 978-41-411114-128-6", "R2 = 0.4111, p = 0.0128; mean 41.4111 ± 2.1, sd 128.1868",
    "values of 41.4111 and 128.1868 mg", "41.4111 m, 128.1868 m", "41.411114, 128.186804 RMB",
    "€41.4111, €128.1868", "Part no. 52TDL3201784715; bolt M8x40", "Flight KE 52 TDL 320 847",
    "Patrol in 52TDL3284.", "52TDL32O1784715", "Plus Code C56P+CP Hyesan",
    "https://www.google.com/maps?q=41.411\n114,128.186804", "E 432017 N 4584715",
    "٤١°٢٤′٤٠″ شمالاً ١٢٨°١١′١٢″ شرقاً", "LINESTRING (128.186804 41.411114, 127.22136 41.51938)",
    "Hyesan (41.4, 128.2) is a city.", "41°74'40\"N 128°11'12\"E", "141.411114, 228.186804", "0°N 0°E",
    "Between 41.411114, 128.186804 and 41.51938, 127.22136 the river is shallow.",
    "The reach 41.411114, 128.186804 to 41.51938, 127.22136 was covered.",
    "从41.411114，128.186804到41.51938，127.22136的河段", "///filled.count.soap", "wzc8x3k5q",
    "Tile T52TDL, S2A_MSIL2A_20250730T021451", "30.0725, 12.2025", "1:41.4111, 1:128.1868",
    "The air was 41.4111°C and 128.1868°F", "azimuth 41.4111°, heading 128.1868°",
    "heading 41.41°, bearing 128.18°", "Kim 41.4111 Lee 128.1868 points", "978-41.411114",
    "Account 41-411114-128186804", "41.4111 x 128.1868 mm", "41.4111%, 128.1868%", "+850 41 411114, +86 128 186804",
    "41:24:40-128:11:12", "41.4111V 128.1868V", "41.4111원, 128.1868원", "41&amp;deg;24", "41.411114 – 128.186804",
    "41'411.114, 128'186.804", "C++17 and 41+128=169; B2B+C2C", "2,4-D 41.4111-128", "4124'40\"N 12811'12\"E",
    "-0.0, -0.0",
])
def test_what_is_no_place_gives_none(text):
    assert places(rows_of(text)) == []
