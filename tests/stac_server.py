"""A local STAC API, and a local web server of its files.

It follows the STAC API specification 1.0 (core and item search, with paging by `next` links for GET and for POST) over
the items of a folder, and serves the rasters by range as object stores do. Faults can be added.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

PAGE = 5
HANG_S = 90  # far longer than the busiest machine needs to cancel a request


class HttpServer(ThreadingHTTPServer):
    """A server whose responses can hang; `hang_ended` is True if a client waited for one to the end."""

    daemon_threads = True

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.released, self.hang_ended = threading.Event(), False

    def release_hanging(self) -> None:
        """Close the hanging connections: a client opens no more than six to one server."""
        self.released.set()
        self.released = threading.Event()

    def end(self) -> None:
        """Stop listening, and close also open connections, on which some clients send more requests."""
        self.shutdown()
        self.released.set()
        self.server_close()


class StacServer:
    """Serves `folder`. `requests` has the requests so far, as (method, path, body).

    `faults` maps a path to a function that answers instead of the server and gets the handler.
    `sent` counts the bytes of rasters sent; every response waits for `delay_s` seconds, and for `before` to return.
    """

    def __init__(self, folder: Path, methods: tuple[str, ...] = ("GET", "POST")) -> None:
        self.folder, self.methods = folder, methods
        self.sent, self.delay_s = 0, 0.0
        self.before: Callable[[], object] = lambda: None
        self.requests: list[tuple[str, str, Any]] = []
        self.faults: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.items = [json.loads(path.read_text()) for path in sorted(folder.glob("S2*.json"))]
        self.http = HttpServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        self.api = f"{self.address}/api"

    def start(self) -> None:
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self.http.end()

    def landing(self) -> dict[str, Any]:
        search = [{"rel": "search", "type": "application/geo+json", "href": f"{self.api}/search", "method": method}
                  for method in self.methods]
        return {"type": "Catalog", "stac_version": "1.0.0", "id": "test", "description": "Test",
                "conformsTo": ["https://api.stacspec.org/v1.0.0/core", "https://api.stacspec.org/v1.0.0/item-search"],
                "links": [{"rel": "self", "href": self.api}, *search]}

    def search(self, query: dict[str, Any], posted: bool) -> dict[str, Any]:
        found = [item for item in self.items if matches(item, query)]
        start = int(query.get("token", 0))
        size = min(int(query.get("limit", 10)), PAGE)
        links = []
        if start + size < len(found):
            token = str(start + size)
            if posted:
                links = [{"rel": "next", "method": "POST", "href": f"{self.api}/search", "merge": True,
                          "body": {"token": token}}]
            else:
                rest = "&".join(f"{key}={value}" for key, value in {**query, "token": token}.items())
                links = [{"rel": "next", "method": "GET", "href": f"{self.api}/search?{rest}"}]
        features = [self.api_item(item) for item in found[start:start + size]]
        return {"type": "FeatureCollection", "features": features, "links": links, "numberMatched": len(found)}

    def api_item(self, item: dict[str, Any]) -> dict[str, Any]:
        """Return an item as an API does: with absolute addresses."""
        path = f"{self.api}/collections/{item['collection']}/items/{item['id']}"
        asset = {**item["assets"]["visual"], "href": f"{self.address}/files/{item['id']}.tif"}
        return {**item, "assets": {"visual": asset}, "links": [{"rel": "self", "href": path}]}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # else each answer waits 40 ms for the client's acknowledgement

            def do_GET(self) -> None:
                server.answer(self, None)

            do_HEAD = do_GET

            def do_POST(self) -> None:
                server.answer(self, json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def answer(self, handler: BaseHTTPRequestHandler, body: Any) -> None:
        parts = urlsplit(handler.path)
        self.requests.append((handler.command, handler.path, body))
        time.sleep(self.delay_s)
        self.before()
        if parts.path in self.faults:
            self.faults[parts.path](handler)
        elif parts.path == "/api":
            send_json(handler, self.landing())
        elif parts.path == "/api/search":
            query = body if body is not None else dict(parse_qsl(parts.query))
            send_json(handler, self.search(query, body is not None))
        elif parts.path.startswith("/files/") and (file := self.folder / Path(parts.path).name).is_file():
            self.sent += send_range(handler, file)
        else:
            send(handler, b"not here", 404, "text/plain")


@contextmanager
def serving(folder: Path, methods: tuple[str, ...] = ("GET", "POST")) -> Iterator[StacServer]:
    """Run a server for the `with` block."""
    from osgeo import gdal

    gdal.VSICurlClearCache()  # its port may be that of an earlier server, whose files GDAL has cached
    server = StacServer(folder, methods)
    server.start()
    yield server
    server.stop()


def matches(item: dict[str, Any], query: dict[str, Any]) -> bool:
    collections, box = as_list(query.get("collections")), [float(edge) for edge in as_list(query.get("bbox"))]
    begin, _, end = str(query.get("datetime", "../..")).partition("/")
    moment = item["properties"]["datetime"]
    west, south, east, north = item["bbox"]
    return ((not collections or item["collection"] in collections)
            and (not box or (box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south))
            and (begin == ".." or moment >= begin) and (end == ".." or moment <= end))


def as_list(value: Any) -> list[Any]:
    return value.split(",") if isinstance(value, str) else value or []


def send(handler: BaseHTTPRequestHandler, content: bytes, status: int = 200, media: str = "application/json",
         **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"Content-Type": media, "Content-Length": str(len(content)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(content)


def send_json(handler: BaseHTTPRequestHandler, document: Any) -> None:
    send(handler, json.dumps(document).encode(), media="application/geo+json")


def send_range(handler: BaseHTTPRequestHandler, file: Path) -> int:
    """Send the requested part of the file; returns its number of bytes."""
    size, byte_range = file.stat().st_size, handler.headers.get("Range", "")
    first, _, last = byte_range.partition("=")[2].partition("-")
    begin, end = int(first or 0), min(int(last or size), size - 1)
    with file.open("rb") as content:
        content.seek(begin)
        part = content.read(end - begin + 1)
    if byte_range:
        send(handler, part, 206, "image/tiff", Content_Range=f"bytes {begin}-{end}/{size}")
    else:
        send(handler, part, 200, "image/tiff", Accept_Ranges="bytes")
    return len(part) if handler.command != "HEAD" else 0


def hang(handler: BaseHTTPRequestHandler) -> None:
    """Answer only after HANG_S: a client that cancels earlier does not get the answer (see `hang_completed`)."""
    server: Any = handler.server
    if server.released.wait(HANG_S):
        handler.close_connection = True
        return
    server.hang_ended = True
    send(handler, b"{}")


def hang_completed(server: Any) -> bool:
    """Return whether a `hang` of this StacServer or TileServer has answered: the client did not cancel before."""
    return server.http.hang_ended
