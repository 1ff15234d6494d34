"""HTTP requests through QGIS' network manager: its proxy, authentication and timeout apply."""

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
MAX_WAIT_S = 60.0  # in total, for a busy service
_BUSY = (429, 503)
_CHECK_S = 0.05


class Stopped(Exception):  # noqa: N818 - no error
    """The user has cancelled."""


class ServiceNotFound(YaluError):
    """A host name that no name server knows."""

    template = translatable("{host} cannot be found. Check the address and the connection.")


class ServiceUnreachable(YaluError):
    """A connection that was refused, interrupted or not trusted."""

    template = translatable("The connection to {host} failed ({detail}). Check the address, then try again.")


class ServiceTimedOut(YaluError):
    """No answer within the timeout set in QGIS' options."""

    template = translatable("{host} did not answer in time. Try again later, or set a longer timeout in QGIS' options.")


class ServiceBusy(YaluError):
    """A service that is busy for longer than MAX_WAIT_S."""

    template = translatable("{host} is busy and takes no more requests now. Try again in {seconds} seconds.")


class ServiceFailed(YaluError):
    """An error of the service itself (HTTP 5xx)."""

    template = translatable("{host} failed (HTTP {status}). The fault is on its side: try again later.")


class ServiceRefused(YaluError):
    """A request that the service refuses (HTTP 4xx)."""

    template = translatable("{host} refused the request (HTTP {status}). Check the address, collections and access.")


class RedirectedInCircles(YaluError):
    """An address that redirects to itself."""

    template = translatable("{host} redirects every request in a circle. Check the address.")


class AnswerTooLarge(YaluError):
    """A response that is larger than any page of a catalog."""

    template = translatable("{host} sent more than {megabytes} MB in one answer, which was refused. Ask for less.")


class AnswerNotJson(YaluError):
    """A response that is not a JSON object, e.g. a web page or a truncated text."""

    template = translatable("{address} does not answer with JSON as it should ({detail}). Check the address.")


class NoSuchAuthentication(YaluError):
    """An id that is not in QGIS' authentication database, or a database that is locked."""

    template = translatable("QGIS' authentication \"{authcfg}\" cannot be used for {host}. Choose another one, or "
                            "unlock the authentication database.")


def fetch_json(request: Request, feedback: QgsFeedback) -> dict[str, Any]:
    """Return the JSON object of the response to `request`. Raises AnswerNotJson and what fetch raises."""
    content, media_type = fetch(request, feedback)
    return parse_json(content, request.address, media_type)


def fetch(request: Request, feedback: QgsFeedback) -> tuple[bytes, str]:
    """Return the content of the response to `request`, and its media type.

    Blocks. A request to a busy service is repeated after the time that it states. Raises Stopped soon after `feedback`
    is cancelled, and the errors of this module.
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
    """Return `content` as a JSON object. Raises AnswerNotJson."""
    try:
        parsed = json.loads(content, object_hook=_release_gil)
    except (ValueError, RecursionError) as error:
        raise AnswerNotJson(f"{media_type} {error}".strip(), address=address) from error
    if not isinstance(parsed, dict):
        raise AnswerNotJson(type(parsed).__name__, address=address)
    return parsed


def _release_gil(found: dict[str, Any]) -> dict[str, Any]:
    """Let other threads run: without a Python callback, parsing a large document would block the window."""
    return found


def _sent(request: Request, feedback: QgsFeedback) -> QgsNetworkReplyContent:
    """Send the request, and repeat it if the connection failed: the service may have closed a persistent one."""
    try:
        return _send(request, feedback)
    except ServiceUnreachable:
        return _send(request, feedback)


def _send(request: Request, feedback: QgsFeedback) -> QgsNetworkReplyContent:
    """Send one request and return the response, which may be that the service is busy.

    QgsBlockingNetworkRequest is not used: in QGIS 3.40 it fails on redirects to a relative address, follows circular
    ones forever and has no size limit. Raises Stopped and this module's errors.
    """
    manager, outgoing = QgsNetworkAccessManager.instance(), _outgoing(request)
    if manager.cache() is not None:
        # Qt 5.15 returns the status of a cached good response for a later error of the service at the same address
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
    """Wait for `reply`, or abort it if `feedback` is cancelled or it is too large; return whether it is too large.

    The reply is not deleted here, but with its thread's network manager. PyQt is notified of the deletion of a QObject
    only on the main thread, later and by its address, and would consider the next reply at that address as deleted.
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
    """Return the error of a response, by its HTTP status if it has one, otherwise by Qt's error."""
    kinds, host, status, failure = QNetworkReply.NetworkError, _host(request), _status(reply), reply.error()
    if failure in (kinds.TimeoutError, kinds.OperationCanceledError):  # the network manager cancels slow requests
        return ServiceTimedOut(reply.errorString(), host=host)
    if failure == kinds.TooManyRedirectsError:
        return RedirectedInCircles(reply.errorString(), host=host)
    if failure == kinds.HostNotFoundError:
        return ServiceNotFound(reply.errorString(), host=host)
    if status >= 400:
        details = bytes(reply.content())[:500].decode("utf-8", errors="replace")
        return (ServiceFailed if status >= 500 else ServiceRefused)(details, host=host, status=status)
    return ServiceUnreachable(reply.errorString(), host=host)


def _retry_after(reply: QgsNetworkReplyContent, waited: float) -> float:
    """Return the seconds to wait, at least 1: from Retry-After (RFC 9110: seconds or a date), else `waited` again."""
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
