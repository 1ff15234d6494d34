"""Untrusted templates: nothing is fetched, nothing outside the folder is opened, and none crashes QGIS."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def requests() -> Iterator[Any]:
    """A server with its `address`, and the `paths` requested from it."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802 - the library's name
            paths.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815 - the library's name

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.paths, server.address = paths, f"http://127.0.0.1:{server.server_port}"  # type: ignore[attr-defined]
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def hostile(qgis_app: Any, requests: Any, tmp_path: Path) -> Path:
    """A template written by QGIS, with every kind of access to other resources."""
    from qgis.core import (
        QgsFillSymbol,
        QgsLayoutFrame,
        QgsLayoutItemHtml,
        QgsLayoutItemLabel,
        QgsLayoutItemMarker,
        QgsLayoutItemPicture,
        QgsLayoutItemShape,
        QgsLayoutObject,
        QgsLayoutSize,
        QgsMarkerSymbol,
        QgsPrintLayout,
        QgsProject,
        QgsProperty,
        QgsRasterFillSymbolLayer,
        QgsReadWriteContext,
        QgsSvgMarkerSymbolLayer,
        QgsSymbolLayer,
    )
    from qgis.PyQt.QtCore import QUrl

    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    label = QgsLayoutItemLabel(layout)
    label.setText(f'<img src="{requests.address}/label.png"><script>1</script>')
    label.setMode(QgsLayoutItemLabel.Mode.ModeHtml)
    reading = QgsLayoutItemLabel(layout)
    reading.setText("[% env('HOME') || load_layer('a.gpkg', 'ogr') %]")
    reading.setId("reading")
    printed = QgsLayoutItemLabel(layout)
    printed.setText("https://example.org [% @project_title %]")
    printed.setId("printed")
    picture, ruled = QgsLayoutItemPicture(layout), QgsLayoutItemPicture(layout)
    picture.setPicturePath(f"{requests.address}/picture.png")
    ruled.dataDefinedProperties().setProperty(
        QgsLayoutObject.DataDefinedProperty.PictureSource,
        QgsProperty.fromExpression(f"'ht' || 'tp:{requests.address[5:]}/ruled.svg'"))
    shape, fill = QgsLayoutItemShape(layout), QgsFillSymbol.createSimple({})
    fill.changeSymbolLayer(0, QgsRasterFillSymbolLayer(f"{requests.address}/fill.png"))
    shape.setSymbol(fill)
    marker, symbol = QgsLayoutItemMarker(layout), QgsMarkerSymbol()
    svg = QgsSvgMarkerSymbolLayer(f"{requests.address}/marker.svg")
    svg.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyName, QgsProperty.fromExpression(
        f"'{requests.address}/marker' || '2.svg'"))
    symbol.changeSymbolLayer(0, svg)
    marker.setSymbol(symbol)
    for item in (label, reading, printed, picture, ruled, shape, marker):
        item.attemptResize(QgsLayoutSize(40, 40))
        layout.addLayoutItem(item)
    html = QgsLayoutItemHtml(layout)
    layout.addMultiFrame(html)
    html.setUrl(QUrl(f"{requests.address}/page.html"))
    html.setHtml(f'<img src="{requests.address}/html.png">')
    html.addFrame(QgsLayoutFrame(layout, html))
    assert layout.saveAsTemplate(str(tmp_path / "hostile.qpt"), QgsReadWriteContext())
    return tmp_path / "hostile.qpt"


def drawn(path: Path) -> Any:
    """Return the layout that the plugin creates from a template, drawn once."""
    from qgis.core import QgsLayoutExporter, QgsProject

    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE
    from yalu_plugin.layers.layouts.page_template import from_template

    project = QgsProject()
    layout, _ = from_template(project, path, "overview", {}, DEFAULT_STYLE)
    QgsLayoutExporter(layout).renderPageToImage(0)
    return project, layout


def wait_a_little(qgis_app: Any, until: Any) -> None:
    from qgis.PyQt.QtCore import QElapsedTimer

    timer = QElapsedTimer()
    timer.start()
    while not until() and timer.elapsed() < 1500:
        qgis_app.processEvents()


def test_nothing_is_fetched(qgis_app: Any, hostile: Path, requests: Any) -> None:
    from yalu_plugin.layers.layouts.template_file import ADDRESS, EXPRESSION, HTML, read_template

    requests.paths.clear()  # what QGIS asked for when the template was made
    project, layout = drawn(hostile)  # which goes with its project
    wait_a_little(qgis_app, lambda: requests.paths)
    assert requests.paths == []
    assert layout.itemById("reading").text() == ""
    assert layout.itemById("printed").text() == "https://example.org [% @project_title %]"
    found = read_template(hostile)
    assert found.left_out[HTML] >= 2 and found.left_out[EXPRESSION] == 3 and found.left_out[ADDRESS] >= 3
    assert "A template contains code" in found.warning() and "pictures and symbols from addresses" in found.warning()


def test_without_the_check_it_would_be_fetched(qgis_app: Any, hostile: Path, requests: Any) -> None:
    from qgis.core import QgsLayoutExporter, QgsPrintLayout, QgsProject, QgsReadWriteContext
    from qgis.PyQt.QtXml import QDomDocument

    project, document = QgsProject(), QDomDocument()
    document.setContent(hostile.read_bytes())
    layout = QgsPrintLayout(project)
    layout.loadFromTemplate(document, QgsReadWriteContext())
    QgsLayoutExporter(layout).renderPageToImage(0)
    wait_a_little(qgis_app, lambda: requests.paths)
    assert requests.paths


def test_the_plugin_s_templates_are_not_changed(qgis_app: Any) -> None:
    from yalu_plugin.layers.layouts.template_file import read_template
    from yalu_plugin.paths import resource

    for path in resource("layouts").glob("*.qpt"):
        found = read_template(path)
        assert not found.left_out and "Left out" not in found.warning()
        assert found.document.documentElement().tagName() == "Layout"


def attribute(value: str) -> bytes:
    return f'<Layout><LayoutItem file="{value}"/></Layout>'.encode()


def svg(inside: str) -> str:
    return "base64:" + base64.b64encode(f"<svg>{inside}</svg>".encode()).decode()


REACHING = ["http://a.b/c.png", "HTTPS://a.b", "ftp://a.b/c", "file:///etc/passwd", "//host/share/a.png",
            "\\\\host\\share\\a.png", "/etc/hostname", "C:\\Users\\a.png", "c:/a.png", "~/a.png", "../a.png",
            "a/../../b.png", " http://a.b/c.png", "/vsicurl/http://a.b/c.tif", "url=http://a.b",
            svg("<image xlink:href='http://a.b/c.png'/>"), svg("<image xlink:href='/etc/passwd'/>"),
            svg("<style>@import url(http://a.b)</style>"),
            "load_layer('http://a.b','wms')", "EVAL('a' || 'b')", "file_exists('\\\\\\\\host\\\\share')",
            "env ('HOME')"]
HARMLESS = ["", "arrows/Arrow_01.svg", "logo.png", "circle", "255,255,255,255", "3x:0,0,0,0", "{89b51715-ec1d}",
            "base64:AAAA", svg("<use href='#a'/>"), svg("<image href='data:image/png;base64,AA'/>"), "a:b",
            "evaluate it", "environment"]


@pytest.mark.parametrize("value", REACHING)
def test_access_to_other_resources_is_removed(qgis_app: Any, tmp_path: Path, value: str) -> None:
    from yalu_plugin.layers.layouts.template_file import read_template

    (tmp_path / "a.qpt").write_bytes(attribute(value))
    found = read_template(tmp_path / "a.qpt")
    assert found.document.documentElement().firstChildElement().attribute("file") == ""
    assert sum(found.left_out.values()) == 1


@pytest.mark.parametrize("value", HARMLESS)
def test_harmless_content_stays(qgis_app: Any, tmp_path: Path, value: str) -> None:
    from yalu_plugin.layers.layouts.template_file import read_template

    (tmp_path / "a.qpt").write_bytes(attribute(value))
    found = read_template(tmp_path / "a.qpt")
    assert found.document.documentElement().firstChildElement().attribute("file") == value and not found.left_out


@pytest.mark.parametrize("inside", [
    '<ComposerHtml html="&lt;img src=1>"/>', '<LayoutMultiFrame type="65648" html="x"/>', '<LayoutItem type="65651"/>',
    '<dataDefinedSource expr="1" active="true"/>', '<LayoutItem labelText="x" htmlState="1"/>',
    '<text-style allowHtml="1"/>', '<LayoutItem labelText="[% env(1) %]"/>', '<prop k="name" v="http://a.b/c.svg"/>',
    '<Option type="Map" name="imageFile"><Option name="field" value="a"/></Option>',
    '<Option type="Map" name="name"><Option name="type" value="3"/><Option name="expression" value="1"/></Option>'])
def test_elements_that_access_other_resources_are_removed(qgis_app: Any, tmp_path: Path, inside: str) -> None:
    from yalu_plugin.layers.layouts.template_file import read_template

    (tmp_path / "a.qpt").write_text(f"<Layout><a>{inside}</a></Layout>", encoding="utf-16")
    found = read_template(tmp_path / "a.qpt")
    assert sum(found.left_out.values()) == 1
    left = found.document.toString()
    assert not any(word in left for word in ("html=", "http://", "env", 'htmlState="1"', 'allowHtml="1"', "expression"))


def test_a_picture_in_the_template_s_folder_stays(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.layouts.template_file import read_template

    (tmp_path / "in").mkdir()
    (tmp_path / "in/logo.png").write_bytes(b"x")
    (tmp_path / "out.png").write_bytes(b"x")
    (tmp_path / "in/link.png").symlink_to(tmp_path / "out.png")
    is_kept = {}
    for name in ("in/logo.png", "out.png", "in/link.png"):
        (tmp_path / "in/a.qpt").write_bytes(attribute(str(tmp_path / name)))
        is_kept[name] = not read_template(tmp_path / "in/a.qpt").left_out
    assert is_kept == {"in/logo.png": True, "out.png": False, "in/link.png": False}


LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]><Layout>&j;</Layout>"
DEFAULTS = b'<!DOCTYPE l [<!ATTLIST a x CDATA "' + b"y" * 1_000_000 + b'">]><Layout>' + b"<a/>" * 300_000 + b"</Layout>"
EXTERNAL = b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><Layout>&a;</Layout>'


@pytest.mark.parametrize(("content", "error"), [
    (b"<Layout>" + b"<a>" * 50_000 + b"</a>" * 50_000 + b"</Layout>", "TemplateTooMuch"),
    (b"<a>" * 5_000_000, "TemplateTooMuch"), (b"<Layout>" + b"<a/>" * 500_000 + b"</Layout>", "TemplateTooMuch"),
    (b"<Layout>" + b" " * 21_000_000, "TemplateTooMuch"), (LAUGHS, "TemplateTooMuch"), (EXTERNAL, "TemplateTooMuch"),
    (DEFAULTS, "TemplateTooMuch"), (b'<!DOCTYPE l [<!ENTITY % a "b">]><Layout/>', "TemplateTooMuch"),
    (b"", "TemplateUnreadable"), (b"no template", "TemplateUnreadable"), (b"<Layout>", "TemplateUnreadable"),
    (b"\0" * 1000, "TemplateUnreadable"), (b"\xff\xfe<\0L\0", "TemplateUnreadable"),
    (b"<Layout a='1' a='2'/>", "TemplateUnreadable"), (b"<Layout>&a;</Layout>", "TemplateUnreadable"),
    (b"<Layout/><Layout/>", "TemplateUnreadable"), (b"<html/>", "TemplateUnreadable")],
                         ids=lambda one: one if isinstance(one, str) else "")
def test_what_is_no_template_is_refused_in_one_line(qgis_app: Any, tmp_path: Path, content: bytes, error: str) -> None:
    from yalu_plugin.core.errors import YaluError

    (tmp_path / "a.qpt").write_bytes(content)
    with pytest.raises(YaluError) as refused:
        drawn(tmp_path / "a.qpt")
    assert type(refused.value).__name__ == error and "a.qpt" in str(refused.value)
