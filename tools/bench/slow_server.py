"""A local web server that answers every request late, with support for ranges: only for measuring."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@contextmanager
def serve(folder: Path, delay_s: float) -> Iterator[str]:
    """Serve the files of `folder` at the address yielded, each request `delay_s` seconds late."""

    class Late(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:  # noqa: N802 - http.server's own name
            self._answer(body=False)

        def do_GET(self) -> None:  # noqa: N802 - http.server's own name
            self._answer(body=True)

        def _answer(self, body: bool) -> None:
            time.sleep(delay_s)
            path = folder / Path(self.path).name  # folders before the file name are ignored
            if not path.is_file():
                self.send_error(404)
                return
            size = path.stat().st_size
            byte_range = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
            begin = int(byte_range[1]) if byte_range else 0
            end = min(int(byte_range[2]) if byte_range and byte_range[2] else size - 1, size - 1)
            self.send_response(206 if byte_range else 200)
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Length", str(end - begin + 1))
            if byte_range:
                self.send_header("Content-Range", f"bytes {begin}-{end}/{size}")
            self.end_headers()
            if body:
                with path.open("rb") as file:
                    file.seek(begin)
                    self.wfile.write(file.read(end + 1 - begin))

        def log_message(self, format: str, *args: object) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Late)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
