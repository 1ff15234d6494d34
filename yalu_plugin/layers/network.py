"""Answers from the web, through QGIS' network manager: its proxy, authentication and timeout apply."""

from __future__ import annotations

import json
import time
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from qgis.core import QgsApplication, QgsFeedback, QgsNetworkAccessManager, QgsNetworkReplyContent
from qgis.PyQt.QtCore import QEventLoop, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.text import translatable

MAX_BYTES = 50_000_000
MAX_WAIT_S = 60.0  # in all, for a service that is busy
_BUSY = (429, 503)
_CHECK_S = 0.05


class Stopped(Exception):  # noqa: N818 - no error
    """The user has cancelled."""


class ServiceNotFound(YaluError):
    """A host name that no name server knows."""

    template = translatable("{host} cannot be found. Check the address and the connection.")


class ServiceUnreachable(YaluError):
    """A connection that was refused, broken or not trusted."""

    template = translatable("The connection to {host} failed ({detail}). Check the address, then try again.")


class ServiceTimedOut(YaluError):
    """No answer within the timeout set in QGIS' options."""

    template = translatable("{host} did not answer in time. Try again later, or set a longer timeout in QGIS' options.")


class ServiceBusy(YaluError):
    """A service that asks for more patience than we have."""

    template = translatable("{host} is busy and takes no more requests now. Try again in {seconds} seconds.")


class ServiceFailed(YaluError):
    """A fault of the service itself (HTTP 5xx)."""

    template = translatable("{host} failed (HTTP {status}). The fault is on its side: try again later.")


class ServiceRefused(YaluError):
    """A request that the service does not serve (HTTP 4xx)."""

    template = translatable("{host} refused the request (HTTP {status}). Check the address, collections and access.")


class RedirectedInCircles(YaluError):
    """An address that leads to itself."""

    template = translatable("{host} sends every request on in circles. Check the address.")


class AnswerTooLarge(YaluError):
    """More than any page of a catalog has."""

    template = translatable("{host} sent more than {megabytes} MB in one answer, which was refused. Ask for less.")


class NotJson(YaluError):
    """An answer that is no JSON object: a web page, say, or a text cut short."""

    template = translatable("{address} does not answer with JSON as it should ({detail}). Check the address.")


class NoSuchAuthentication(YaluError):
    """An id that QGIS' authentication store has no entry for, or a store that is locked."""

    template = translatable("QGIS' authentication \"{authcfg}\" cannot be used for {host}. Choose another one, or "
                            "unlock the authentication database.")


def fetch_json(request: Request, feedback: QgsFeedback) -> dict[str, Any]:
    """The JSON object that answers `request`. Raises NotJson and what fetch raises."""
    content, media_type = fetch(request, feedback)
    return parse_json(content, request.address, media_type)


def fetch(request: Request, feedback: QgsFeedback) -> tuple[bytes, str]:
    """What answers `request`, and its media type. Blocks; a busy service is asked again after the time it names.

    Raises Stopped soon after `feedback` is cancelled, and the errors of this module.
    """
    waited = 0.0
    while True:
        reply = _sent(request, feedback)
        if _status(reply) not in _BUSY:
            break
        seconds = _retry_after(reply, waited)
        waited += seconds
        if waited > MAX_WAIT_S:
            raise ServiceBusy(host=_host(request), seconds=round(seconds))
        _wait(seconds, feedback)
    return bytes(reply.content()), _header(reply, b"Content-Type")


def parse_json(content: bytes, address: str, media_type: str = "") -> dict[str, Any]:
    """`content` as a JSON object. Raises NotJson."""
    try:
        parsed = json.loads(content, object_hook=_breathe)
    except (ValueError, RecursionError) as error:
        raise NotJson(f"{media_type} {error}".strip(), address=address) from error
    if not isinstance(parsed, dict):
        raise NotJson(type(parsed).__name__, address=address)
    return parsed


def _breathe(found: dict[str, Any]) -> dict[str, Any]:
    """Gives other threads their turn: with no Python in it, reading a large document would hold up the window."""
    return found


def _sent(request: Request, feedback: QgsFeedback) -> QgsNetworkReplyContent:
    """_send, once more where the connection failed: a kept one may have been closed by the service meanwhile."""
    try:
        return _send(request, feedback)
    except ServiceUnreachable:
        return _send(request, feedback)


def _send(request: Request, feedback: QgsFeedback) -> QgsNetworkReplyContent:
    """One request and what answered it, which may be that the service is busy.

    Not QgsBlockingNetworkRequest, which in QGIS 3.40 fails on redirects to a relative address, follows those in
    circles for ever and knows no limit of size. Raises Stopped and this module's errors.
    """
    manager, outgoing = QgsNetworkAccessManager.instance(), _outgoing(request)
    if manager.cache() is not None:
        # Qt gives the status of a good answer kept there to a fault of the service at the same address (5.15)
        manager.cache().remove(outgoing.url())
    if request.body is None:
        reply = manager.get(outgoing)
    else:
        reply = manager.post(outgoing, json.dumps(request.body).encode())
    too_large = _wait_for(reply, feedback)
    answer = QgsNetworkReplyContent(reply)
    if reply.isOpen():
        answer.setContent(reply.readAll())
    if feedback.isCanceled():
        raise Stopped
    if too_large:
        raise AnswerTooLarge(host=_host(request), megabytes=MAX_BYTES // 1_000_000)
    if answer.error() != QNetworkReply.NetworkError.NoError and _status(answer) not in _BUSY:
        raise _error(answer, request)
    return answer


def _wait_for(reply: QNetworkReply, feedback: QgsFeedback) -> bool:
    """Let `reply` finish, or give it up once `feedback` is cancelled or it has grown too large; tells the latter.

    The reply is not freed here: it goes with its thread's network manager. PyQt hears of the end of a QObject on the
    main thread only, later and by its address, and would then take the next reply at that address for dead.
    """
    feedback.canceled.connect(reply.abort)
    if feedback.isCanceled():
        reply.abort()
    loop, too_large = QEventLoop(), False
    while not reply.isFinished():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        announced = int(reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader) or 0)
        too_large = max(announced, reply.bytesAvailable()) > MAX_BYTES
        if too_large:
            reply.abort()
    return too_large


def _outgoing(request: Request) -> QNetworkRequest:
    outgoing, attributes = QNetworkRequest(QUrl(request.address)), QNetworkRequest.Attribute
    outgoing.setAttribute(attributes.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy)
    outgoing.setAttribute(attributes.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
    outgoing.setAttribute(attributes.CacheSaveControlAttribute, False)
    headers = {"Accept": "application/geo+json, application/json", **request.headers}
    if request.body is not None:
        headers["Content-Type"] = "application/json"
    for name, value in headers.items():
        outgoing.setRawHeader(name.encode(), value.encode())
    if request.authcfg:
        done, outgoing = QgsApplication.authManager().updateNetworkRequest(outgoing, request.authcfg)
        if not done:
            raise NoSuchAuthentication(authcfg=request.authcfg, host=_host(request))
    return outgoing


def _error(reply: QgsNetworkReplyContent, request: Request) -> YaluError:
    """What went wrong, by the HTTP status where there is one, else by Qt's error."""
    kinds, host, status, failure = QNetworkReply.NetworkError, _host(request), _status(reply), reply.error()
    if failure in (kinds.TimeoutError, kinds.OperationCanceledError):  # the network manager cancels what takes long
        return ServiceTimedOut(reply.errorString(), host=host)
    if failure == kinds.TooManyRedirectsError:
        return RedirectedInCircles(reply.errorString(), host=host)
    if failure == kinds.HostNotFoundError:
        return ServiceNotFound(reply.errorString(), host=host)
    if status >= 400:
        told = bytes(reply.content())[:500].decode("utf-8", errors="replace")
        return (ServiceFailed if status >= 500 else ServiceRefused)(told, host=host, status=status)
    return ServiceUnreachable(reply.errorString(), host=host)


def _retry_after(reply: QgsNetworkReplyContent, waited: float) -> float:
    """Seconds to wait, at least 1: by the header Retry-After (RFC 9110: seconds or a date), else as long as so far."""
    text = _header(reply, b"Retry-After")
    if text.isdigit():
        return max(float(text), 1.0)
    try:
        return max((parsedate_to_datetime(text) - datetime.now(timezone.utc)).total_seconds(), 1.0)
    except (TypeError, ValueError):
        return max(waited, 1.0)


def _wait(seconds: float, feedback: QgsFeedback) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if feedback.isCanceled():
            raise Stopped
        time.sleep(_CHECK_S)


def _status(reply: QgsNetworkReplyContent) -> int:
    return int(reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0)


def _header(reply: QgsNetworkReplyContent, name: bytes) -> str:
    return bytes(reply.rawHeader(name)).decode("latin-1").strip()


def _host(request: Request) -> str:
    return urlsplit(request.address).netloc or request.address
