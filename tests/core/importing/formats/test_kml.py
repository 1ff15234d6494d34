from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.content import CHUNK
from yalu_plugin.core.importing.import_errors import EntitiesDeclared, NothingRead, TextTooLong, TooDeep, UnreadableFile
from yalu_plugin.core.importing.import_source import NoSuchLayer, ReadOptions, Source
from yalu_plugin.core.importing.source_reader import read_source

POINT = "<Point><coordinates>128.186804,41.411114,0</coordinates></Point>"
HYESAN = (128.186804, 41.411114)


def _kml(inner: str) -> str:
    return ('<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">'
            f"<Document><name>test.kml</name>{inner}</Document></kml>")


def _with_dtd(dtd: str, inner: str) -> str:
    return f"{dtd}<kml><Document>{inner}</Document></kml>"


def _mark(inner: str, name: str = "A") -> str:
    return f"<Placemark><name>{name}</name>{inner}</Placemark>"


def _read(folder: Path, inner: str) -> Source:
    path = folder / "a.kml"
    path.write_text(_kml(inner), "utf-8")
    return read_source(path)


@pytest.mark.parametrize(("time", "expected"), [
    ("<TimeStamp><when>2025-07-30</when></TimeStamp>", "2025-07-30"),
    ("<TimeStamp><when>2025</when></TimeStamp>", "2025"),
    ("<TimeStamp><when>2023-08</when></TimeStamp>", "2023-08"),
    ("<TimeSpan><begin>2024-04</begin><end>2024-06</end></TimeSpan>", "2024-04/2024-06"),
    ("<TimeSpan><begin>2024</begin></TimeSpan>", "2024/.."),
    ("<TimeSpan><end>2024</end></TimeSpan>", "../2024"),
    ("<TimeSpan><begin>2024</begin><end>2024</end></TimeSpan>", "2024"),
    ("<gx:TimeStamp><when> 2025-07-30T01:30:00+09:00 </when></gx:TimeStamp>", "2025-07-30T01:30:00+09:00"),
])
def test_times_as_written(tmp_path: Path, time: str, expected: str) -> None:
    assert _read(tmp_path, _mark(time + POINT)).rows[0].values["time"] == expected


def test_the_nearest_time_counts(tmp_path: Path) -> None:
    document = "<TimeSpan><begin>2020</begin></TimeSpan>"
    folder = "<Folder><name>F</name><TimeStamp><when>2023-08</when></TimeStamp>{}</Folder>"
    own = _mark("<TimeStamp><when>2025</when></TimeStamp>" + POINT)
    rows = _read(tmp_path, document + folder.format(own + _mark(POINT)) + _mark(POINT)).rows
    assert [row.values["time"] for row in rows] == ["2025", "2023-08", "2020/.."]


def test_the_time_of_a_view_is_no_sighting(tmp_path: Path) -> None:
    view = "<LookAt><gx:TimeStamp><when>2019-01-02</when></gx:TimeStamp></LookAt>"
    assert dict(_read(tmp_path, _mark(view + POINT)).rows[0].values) == {
        "folder": "", "name": "A", "time of the view": "2019-01-02"}


def test_paths_of_folders_are_layers(tmp_path: Path) -> None:
    inner = ("<Folder><name>Ryanggang</name><Folder><name>Hyesan</name>" + _mark(POINT) + "</Folder><Folder>"
             "<name>Pochon</name>" + _mark(POINT, "B") + "</Folder></Folder>" + _mark(POINT, "C"))
    source = _read(tmp_path, inner)
    assert source.layers == ("Ryanggang / Hyesan", "Ryanggang / Pochon", "a")
    assert [row.values["folder"] for row in source.rows] == ["Ryanggang / Hyesan", "Ryanggang / Pochon", ""]
    only = read_source(source.path, ReadOptions(layers=("Ryanggang / Pochon",)))
    assert [(row.number, row.values["name"]) for row in only.rows] == [(2, "B")]
    with pytest.raises(NoSuchLayer, match="Ryanggang / Hyesan"):
        read_source(source.path, ReadOptions(layers=("None",)))


def test_texts_of_folders_and_documents_are_about_the_file(tmp_path: Path) -> None:
    source = _read(tmp_path, "<description>All <b>crossings</b></description><Folder><name>F</name><Snippet>seen in "
                             "2024</Snippet>" + _mark(POINT) + "</Folder>")
    assert source.about == "test.kml\nAll crossings\nF: seen in 2024"


def test_data_of_any_kind_is_read(tmp_path: Path) -> None:
    inner = _mark(
        '<Snippet>washed out on 30 Jul 2025</Snippet><address>Hyesan</address><ExtendedData><Data name="name"><value>B'
        '</value></Data><Data name="kind"><displayName>Kind</displayName><value>barge</value></Data>'
        '<c:gate>yes</c:gate><SchemaData schemaUrl="#S"><SimpleData name="first_seen">2023-08-15</SimpleData>'
        '<gx:SimpleArrayData name="n">'
        '<gx:value>1</gx:value><gx:value>2</gx:value></gx:SimpleArrayData></SchemaData></ExtendedData>' + POINT)
    assert dict(_read(tmp_path, inner).rows[0].values) == {
        "folder": "", "name": "A", "snippet": "washed out on 30 Jul 2025", "address": "Hyesan", "name (2)": "B",
        "kind": "barge", "gate": "yes", "first_seen": "2023-08-15", "n": "1; 2"}


@pytest.mark.parametrize(("style", "colour"), [
    ("<styleUrl>#black</styleUrl>", "black"), ("<styleUrl>#map</styleUrl>", "yellow"),
    ("<styleUrl>#web</styleUrl>", "yellow"), ("<styleUrl>#loop</styleUrl>", None),
    ("<styleUrl>other.kml#black</styleUrl>", None), ("<styleUrl>#icon-1899-FFEA00-nodesc</styleUrl>", "yellow"),
    ("<styleUrl>#pin</styleUrl>", "yellow"), ("<styleUrl>#inmap</styleUrl>", "#ff0000"),
    ("<styleUrl>#black</styleUrl><Style><IconStyle><color>ff0000ff</color></IconStyle></Style>", "#ff0000"),
    ("<styleUrl>#black</styleUrl><Style><LabelStyle/></Style>", "black"), ("", None),
])
@pytest.mark.parametrize("after", [True, False])
def test_colours_of_icons(tmp_path: Path, style: str, colour: str | None, after: bool) -> None:
    styles = (
        '<Style id="black"><IconStyle><color>ff000000</color></IconStyle></Style>'
        '<Style id="yellow"><IconStyle><color>ff00ffff</color></IconStyle></Style>'
        '<StyleMap id="map"><Pair><key>highlight</key><styleUrl>#black</styleUrl></Pair>'
        '<Pair><key>normal</key><styleUrl>#yellow</styleUrl></Pair></StyleMap>'
        '<StyleMap id="loop"><Pair><key>normal</key><styleUrl>#loop</styleUrl></Pair></StyleMap>'
        '<StyleMap id="inmap"><Pair><key>normal</key><Style><IconStyle><color>ff0000ff</color></IconStyle></Style>'
        '</Pair></StyleMap><StyleMap id="web"><Pair><key>normal</key><styleUrl>#cascade</styleUrl></Pair></StyleMap>'
        '<gx:CascadingStyle kml:id="cascade"><Style><IconStyle><Icon><href>https://earth.google.com/earth/document/icon'
        '?color=fbc02d&amp;id=2000&amp;scale=4</href></Icon></IconStyle></Style></gx:CascadingStyle>'
        '<Style id="pin"><IconStyle><color>ffffffff</color><Icon><href>http://maps.google.com/mapfiles/kml/pushpin/'
        'ylw-pushpin.png</href></Icon></IconStyle></Style>')
    mark = _mark(style + POINT)
    source = _read(tmp_path, mark + styles if after else styles + mark)
    assert source.rows[0].values.get("icon colour") == colour


def test_a_bad_geometry_refuses_its_row_only(tmp_path: Path) -> None:
    geometries = [
        POINT, "<LineString><coordinates>128.19,41.41,0</coordinates></LineString>",
        "<Polygon><outerBoundaryIs><LinearRing><coordinates>128.18,41.41 128.181,41.41</coordinates></LinearRing>"
        "</outerBoundaryIs></Polygon>",
        "<gx:Track><when>2025-07-30</when><gx:coord>128.1 41.4 0</gx:coord></gx:Track>",
        "<Point><coordinates>abc</coordinates></Point>", "<Point><coordinates>128,18,41,41</coordinates></Point>",
        "<Point><coordinates>nan,41</coordinates></Point>", "<Point/>", "",
        f"<MultiGeometry>{POINT}<LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry>",
        f"<MultiGeometry>{POINT}<Point><coordinates>128,41</coordinates></Point></MultiGeometry>",
        "<Point><coordinates>\n 128.186804, 41.411114 </coordinates></Point>",
    ]
    rows = _read(tmp_path, "".join(map(_mark, geometries))).rows
    assert [row.number for row in rows] == list(range(1, 13))
    assert [(row.lon, row.lat) == HYESAN for row in rows] == [
        True, False, False, False, False, False, False, False, False, True, False, True]
    assert [row.geometry for row in rows] == [
        "", "LineString", "Polygon", "Track", "", "", "", "", "", "", "MultiGeometry", ""]
    assert [row.number for row in rows if row.error] == [5, 6, 7]
    assert str(rows[4].error) == 'The geometry is damaged: ["abc"]. Draw the point again.'


def test_notices_name_what_is_not_read(tmp_path: Path) -> None:
    source = _read(tmp_path, "<NetworkLink><name>more</name><Link><href>more.kml</href></Link></NetworkLink>"
                             "<GroundOverlay><name>map</name></GroundOverlay><gx:Tour><name>T</name></gx:Tour>"
                             '<xi:include href="x"/>' + _mark(POINT))
    assert list(map(str, source.notices)) == [
        "Network link “more” to more.kml was not followed.", "Image overlay “map” was not read.",
        "Tour “T” was not read.", "Element <include> was not read."]
    assert len(source.rows) == 1


def test_many_things_not_read_are_counted(tmp_path: Path) -> None:
    source = _read(tmp_path, "<GroundOverlay><name>map</name></GroundOverlay>" * 50 + _mark(POINT))
    assert len(source.notices) == 20
    assert str(source.notices[-1]) == "Image overlay “map” was not read. And 30 more of these."


def test_a_file_with_only_a_link_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingRead, match="Network link “live” to http://h/l.kml was not followed"):
        _read(tmp_path, "<NetworkLink><name>live</name><Link><href>http://h/l.kml</href></Link></NetworkLink>")


def test_html_of_a_description_is_text(tmp_path: Path) -> None:
    html = ('<![CDATA[<div><b>First seen:</b> Aug&nbsp;2023<br><table><tr><td>Status</td><td>washed out</td></tr>'
            '</table><a href="https://h/x">report</a><img src="https://h/a.jpg"/></div>]]>')
    values = _read(tmp_path, _mark(f"<description>{html}</description>" + POINT)).rows[0].values
    assert values["description"] == "First seen: Aug 2023\nStatus: washed out\nreport (https://h/x) [https://h/a.jpg]"


@pytest.mark.parametrize(("encoding", "declared", "name"), [
    ("cp949", "EUC-KR", "혜산 도하점"), ("gb2312", "gb2312", "临江渡口"), ("big5", "Big5", "臨江渡口"),
    ("cp949", "UTF-8", "혜산 도하점"), ("utf-8", "ISO-8859-1", "혜산 도하점"), ("utf-16", "UTF-16", "혜산"),
    ("utf-8", "UTF-16", "A"), ("utf-8-sig", "UTF-8", "혜산"), ("latin-1", "ISO-8859-1", "Café"),
])
def test_encodings(tmp_path: Path, encoding: str, declared: str, name: str) -> None:
    path = tmp_path / "a.kml"
    path.write_bytes(_kml(_mark(POINT, name)).replace('"UTF-8"', f'"{declared}"').encode(encoding))
    assert read_source(path).rows[0].values["name"] == name


def test_the_file_of_a_korean_windows(data: Path) -> None:
    assert read_source(data / "import" / "euckr.kml").rows[0].values["name"] == "혜산 차량 도하점"


@pytest.mark.parametrize("text", [
    _with_dtd("<!DOCTYPE kml>", _mark(POINT)), _with_dtd("<!DOCTYPE kml [<!ELEMENT kml ANY>]>", _mark(POINT)),
    "\n\n" + _kml(_mark(POINT)), _kml(_mark(POINT, "A\x0b")), _mark(POINT), _kml(_mark(POINT)).replace(" xmlns", " x"),
])
def test_small_faults_are_tolerated(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.kml"
    path.write_text(text, "utf-8")
    assert [(row.values["name"], row.lon) for row in read_source(path).rows] == [("A", HYESAN[0])]


_LONG = f'x CDATA "{"y" * 1_000_000}"'
_DEFAULTS = f"<!DOCTYPE kml [<!ATTLIST a {_LONG}><!ATTLIST Folder {_LONG}>]>"  # default attributes of each element


@pytest.mark.parametrize(("text", "error"), [
    ('<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><kml><Document><name>&b;</name></Document></kml>',
     EntitiesDeclared),
    ('<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Document><name>&x;</name></Document></kml>',
     EntitiesDeclared),
    ('<!DOCTYPE k [<!ENTITY % x SYSTEM "http://h/e.dtd"> %x;]><kml/>', EntitiesDeclared),
    ('<!DOCTYPE k [<!NOTATION n SYSTEM "n"><!ENTITY x SYSTEM "file:///etc/passwd" NDATA n>]><kml/>', EntitiesDeclared),
    (_with_dtd('<!DOCTYPE kml SYSTEM "http://h/k.dtd">', _mark(POINT)), EntitiesDeclared),
    (_with_dtd('<!DOCTYPE kml PUBLIC "-//K//EN" "k.dtd">', _mark(POINT, "A&nbsp;B")), EntitiesDeclared),
    ("<kml><Document>" + "<Folder>" * 3000, TooDeep), (_kml(_mark("<a>" * 3000)), TooDeep),
    (_kml(_mark("<description>" + "x" * 10_000_001)), TextTooLong),
    (_kml(_mark("<description a='" + "x" * 12_000_000 + "'/>")), TextTooLong),
    (_kml("<!--" + "x" * 12_000_000), TextTooLong), (_kml("<!--" + "x\n" * 6_000_000), TextTooLong),
    (_with_dtd("<!--x-->" * 1_500_000, _mark(POINT)), TextTooLong),
    (_with_dtd(_DEFAULTS, _mark("<a/>" * 11)), TextTooLong), (_with_dtd(_DEFAULTS, "<a/>" * 21), TextTooLong),
    (_with_dtd(_DEFAULTS, "<Folder/>" * 21), TextTooLong),
    (_kml(_mark(POINT) * 50)[:2000], UnreadableFile),
])
def test_hostile_files_are_refused(tmp_path: Path, text: str, error: type[YaluError]) -> None:
    path = tmp_path / "a.kml"
    path.write_text(text, "utf-8")
    with pytest.raises(error, match="a.kml"):
        read_source(path)


def test_three_thousand_folders(tmp_path: Path) -> None:
    source = _read(tmp_path, "".join(f"<Folder><name>F{n}</name>{_mark(POINT)}</Folder>" for n in range(3000)))
    assert len(source.layers) == len(source.rows) == 3000
    assert source.rows[2999].values["folder"] == "F2999"


def test_documents_that_a_kmz_links_to_are_read(data: Path) -> None:
    source = read_source(data / "import" / "three_documents.kmz")
    assert [(row.number, row.values["folder"], row.values["name"]) for row in source.rows] == [
        (1, "vehicle", "A"), (2, "barge", "B")]
    assert source.layers == ("vehicle", "barge") and source.notices == ()


def test_a_kmz_made_on_a_mac(data: Path) -> None:
    source = read_source(data / "import" / "macos.kmz")
    assert [row.values["name"] for row in source.rows] == ["A"] and source.notices == ()


def test_members_that_lead_out_of_a_kmz_are_named(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.kml")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "a.kmz"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("../../evil.kml", "/abs.kml", "C:\\x.kml", link, "doc.kml"):
            archive.writestr(name, _kml(_mark(POINT)))
        archive.writestr("inner.kmz", "x")
    source = read_source(path)
    assert len(source.rows) == 1
    assert [str(notice).split("”")[0] for notice in source.notices] == [
        "“../../evil.kml", "“/abs.kml", "“C:\\x.kml", "“link.kml", "“inner.kmz"]


def test_the_suffix_of_a_file_does_not_matter(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "zipped.kml", "w") as archive:
        archive.writestr("doc.kml", _kml(_mark(POINT)))
    (tmp_path / "plain.kmz").write_text(_kml(_mark(POINT)))
    for name in ("zipped.kml", "plain.kmz"):
        assert [row.lon for row in read_source(tmp_path / name).rows] == [HYESAN[0]]


def _kmz(path: Path, documents: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in documents.items():
            archive.writestr(name, text)
    return path


@pytest.mark.parametrize("bad", [
    "<kml><Placemark>", "", "<html/>", _kml(_mark(POINT, "lost") + "<Folder>").replace("</Document>", ""),
    _with_dtd('<!DOCTYPE kml [<!ENTITY a "b">]>', _mark(POINT))])
def test_a_bad_document_of_an_archive_is_named_and_the_others_are_read(tmp_path: Path, bad: str) -> None:
    other = _kml(_mark('<ExtendedData><Data name="state"><value>absent</value></Data></ExtendedData>' + POINT, "B"))
    source = read_source(_kmz(tmp_path / "a.kmz", {"doc.kml": _kml(_mark(POINT)), "bad.kml": bad, "c.kml": other}))
    assert [(row.number, row.values["name"]) for row in source.rows] == [(1, "A"), (2, "B")]
    assert source.columns == ("folder", "name", "state")
    assert [str(notice).partition(" is ")[0].partition(" declares ")[0] for notice in source.notices] == [
        "A document in the archive was left out: bad.kml"]


def test_columns_of_a_bad_document_are_removed(tmp_path: Path) -> None:
    dated = _mark('<ExtendedData><Data name="date"><value>2025</value></Data></ExtendedData>' + POINT)
    bad = _kml(dated * (3 * CHUNK // len(dated)) + "<Folder>")  # rows come before the damage
    source = read_source(_kmz(tmp_path / "a.kmz", {
        "doc.kml": _kml(_mark(POINT)), "bad.kml": bad, "c.kml": _kml(_mark(POINT, "B"))}))
    assert source.columns == ("folder", "name")
    assert [(row.number, row.values["name"]) for row in source.rows] == [(1, "A"), (2, "B")]


def test_a_damaged_member_of_an_archive_is_left_out(tmp_path: Path) -> None:
    path = _kmz(tmp_path / "a.kmz", {"doc.kml": _kml(_mark(POINT)), "bad.kml": _kml(_mark(POINT, "spoiled"))})
    path.write_bytes(path.read_bytes().replace(b"spoiled", b"s-oiled", 1))
    source = read_source(path)
    assert [row.values["name"] for row in source.rows] == ["A"]
    assert "bad.kml" in str(source.notices[0])


def test_an_archive_of_bad_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_source(_kmz(tmp_path / "a.kmz", {"doc.kml": "<kml><Placemark>", "b.kml": "<kml>"}))


@pytest.mark.parametrize(("link", "member"), [
    ("b/in%20side.kml", "b/in side.kml"), ("b/in side.kml#view", "b/in side.kml"), ("./b/../b/x.kml", "b/x.kml"),
    ("b\\x.kml", "b/x.kml"), ("B/X.KML", "b/x.kml"), ("b/50%25.kml?v=1", "b/50%.kml"), ("b/%20.kml", "b/%20.kml")])
def test_a_link_into_the_archive_needs_no_notice(tmp_path: Path, link: str, member: str) -> None:
    network = f"<NetworkLink><name>n</name><Link><href>{link}</href></Link></NetworkLink>"
    source = read_source(_kmz(tmp_path / "a.kmz", {"doc.kml": _kml(network), member: _kml(_mark(POINT))}))
    assert (len(source.rows), source.notices) == (1, ())


def test_a_link_to_another_place_of_the_same_name_is_named(tmp_path: Path) -> None:
    network = "<NetworkLink><name>n</name><Link><href>http://h/x.kml</href></Link></NetworkLink>"
    source = read_source(_kmz(tmp_path / "a.kmz", {"doc.kml": _kml(network), "x.kml": _kml(_mark(POINT))}))
    assert list(map(str, source.notices)) == ["Network link “n” to http://h/x.kml was not followed."]


def test_a_long_description_is_truncated(tmp_path: Path) -> None:
    description = f"<description>{'ford tracks. ' * 500_000}</description>"  # the limit is for each placemark
    source = _read(tmp_path, "".join(_mark(f"{description}{POINT}", str(n)) for n in range(4)))
    assert [len(row.values["description"]) for row in source.rows] == [12_000] * 4
    assert [(row.lon, row.lat) for row in source.rows] == [HYESAN] * 4
