"""Messages to the user: one line in QGIS' message bar, with details on request."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsMessageBar, QgsMessageBarItem, QgsMessageViewer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QLineEdit, QPushButton

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.about_site import AboutSite
from yalu_plugin.gui.escaped_text import as_html
from yalu_plugin.gui.message_layout import MessageButtons, MessageHeight
from yalu_plugin.gui.pinned_error import PinnedError
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.observations import NotSeen, TooEarly

SECONDS = 8
LINE = 400  # characters


class Messages:
    """Shows every message of the plugin in `bar`, QGIS' message bar."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar
        self._transient: list[QgsMessageBarItem] = []  # replaced by the next message
        self._error: YaluError | None = None  # the error that the transient message shows
        self._pinned: list[PinnedError] = []  # errors about sites
        self._question_reason: YaluError | None = None  # the error that the latest question includes
        self._notices: list[tuple[YaluError, QgsMessageBarItem]] = []
        self._heights: list[MessageHeight] = []

    def show_message(self, text: str, about: AboutSite | None = None) -> None:
        """Show that something was done, to the site `about` if it is given."""
        self._push(text, "", Qgis.MessageLevel.Success, about).setDuration(SECONDS)

    def done(self, what: str) -> None:
        """Show that something was done that Undo reverts."""
        self.show_message(tr("{what}. Undo reverts it.").format(what=what))

    def inform(self, text: str, detail: str = "") -> None:
        """Show what the user may want to know; `detail` is shown on request."""
        self._push(text, detail, Qgis.MessageLevel.Info)

    def prompt(self, text: str) -> QgsMessageBarItem:
        """Show what the user is to do next. It stays, next to other messages, until it is given to `remove_message`."""
        self.clear()
        item = self._item(text, Qgis.MessageLevel.Info)
        self._bar.pushItem(item)
        return item

    def warn(self, text: str, detail: str = "", buttons: Mapping[str, Callable[[], None]] | None = None,
             ) -> QgsMessageBarItem:
        """Show that something needs attention; `detail` is shown on request, `buttons` maps labels to what they do."""
        item = self._push(text, detail, Qgis.MessageLevel.Warning)
        for label, on_click in (buttons or {}).items():
            self._add_button(item, label, on_click)
        return item

    def error(self, error: YaluError, about: AboutSite | None = None) -> None:
        """Show what went wrong and what to do, unless the latest question includes this error.

        An error about the site `about` shows its name. It stays until that site is recorded or the user closes it;
        after READABLE_S the next error also replaces it. A key pressed too early recorded nothing, which the user may
        not have noticed: that error stays until the site is recorded in that step, and has a button that goes there.
        """
        if error is self._question_reason:
            return
        text, detail = error_text(error, short=True), _detail(error)
        if about is not None and about.name and about.name not in error.values.values():
            text = tr("{site}: {text}").format(site=about.name, text=text)
        if about is None:
            self._push(text, detail, Qgis.MessageLevel.Critical)
            self._error = error
            return
        self._remove_pinned(lambda pinned: pinned.ends_with(about) or pinned.may_be_replaced)
        self.clear()
        item = self._item(text, Qgis.MessageLevel.Critical)
        show = about.show if isinstance(error, TooEarly) else None
        if show is not None:
            self._add_lasting_button(item, tr("Go there"), lambda: self._show_site(show))
        self._add_details(item, text, detail)
        self._pinned.append(PinnedError(item, about, monotonic(), show is not None))
        self._bar.pushItem(item)

    def notice(self, error: YaluError, buttons: Mapping[str, Callable[[], None]] | None = None) -> None:
        """Show an error of the open survey next to other messages, also after one of `buttons`, until `dismiss`."""
        text, detail = error_text(error, short=True), _detail(error)
        item = self._item(text, Qgis.MessageLevel.Critical)
        for label, on_click in (buttons or {}).items():
            self._add_lasting_button(item, label, on_click)
        self._add_details(item, text, detail)
        self._notices.append((error, item))
        self._bar.pushItem(item)

    def clear_notices(self) -> None:
        """Remove all notices and errors about sites: another survey is open, or none."""
        self._remove_pinned(lambda _: True)
        for error in [error for error, _ in self._notices]:
            self._remove_notice(error)

    def dismiss(self, error: YaluError) -> None:
        """Remove the message of an error that no longer applies, if it is still shown."""
        if self._error is error:
            self.clear()
        self._remove_notice(error)

    def _remove_notice(self, error: YaluError) -> None:
        for item in [item for known, item in self._notices if known is error and item in self._bar.items()]:
            self._bar.popWidget(item)
        self._notices = [one for one in self._notices if one[0] is not error]

    def remove_message(self, item: object) -> None:
        """Remove what `warn` or `prompt` returned, if it is still shown."""
        if item in self._transient:
            self.clear()
        elif item in self._bar.items():
            self._bar.popWidget(item)

    def clear_not_seen(self) -> None:
        """Remove the error that something cannot be seen on the scene: another scene is on screen."""
        if isinstance(self._error, NotSeen):
            self.clear()

    def remove_commit_error(self, layer: QgsVectorLayer) -> None:
        """Remove QGIS' message that it could not save a layer: the plugin's own message states the reason."""
        template = QCoreApplication.translate("QgisApp", "Could not commit changes to layer %1")
        for item in [one for one in self._bar.items() if one.text() == template.replace("%1", layer.name())]:
            self._bar.popWidget(item)

    def ask(self, text: str, answers: dict[str, Callable[[], None]],
            fields: Sequence[QLineEdit] = (), detail: str = "", reason: YaluError | None = None) -> QgsMessageBarItem:
        """Ask without blocking, one button per answer; the user may go on working instead.

        `detail` is shown on request. Return in one of the input `fields` gives the first answer. The error `reason`,
        if the question results from one, is part of its text and is not shown separately.
        """
        self._question_reason = reason
        if reason is not None:
            self.clear()
            text = f"{text}. {error_text(reason, short=True)}"
            detail = "\n".join(part for part in (detail, _detail(reason)) if part)
        item = self._item(text, Qgis.MessageLevel.Info)
        for field in fields:
            item.layout().addWidget(field)
        buttons = [self._add_button(item, label, on_click) for label, on_click in answers.items()]
        self._add_details(item, text, detail)
        for field in fields:
            field.returnPressed.connect(buttons[0].click)
        self._bar.pushItem(item)
        return item

    def remove_question(self, question: QgsMessageBarItem) -> None:
        """Remove what `ask` returned, if it is still shown."""
        if question in self._bar.items():
            self._bar.popWidget(question)

    @contextmanager
    def reporting(self, about: AboutSite | None = None) -> Iterator[None]:
        """Show a YaluError raised inside, see `error`; any other exception is a bug and propagates."""
        try:
            yield
        except YaluError as error:
            self.error(error, about)

    def _push(self, text: str, detail: str, level: Qgis.MessageLevel, about: AboutSite | None = None,
              ) -> QgsMessageBarItem:
        item = self._item(text, level)
        if detail or len(text) > LINE:
            self._add_button(item, tr("Details"), lambda: self._show(text, detail))
        if level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            self._remove_pinned(lambda pinned: pinned.may_be_replaced)
        self.clear(about)
        self._transient = [item]
        self._bar.pushItem(item)
        return item

    def _item(self, text: str, level: Qgis.MessageLevel) -> QgsMessageBarItem:
        """Create a message of one line of plain text, escaped because QGIS takes it for HTML."""
        item = self._bar.createMessage(tr("Yalu"), as_html(one_line(text, LINE)))
        item.setLevel(level)
        # Python's collector would delete an event filter that only its message refers to
        self._heights = [*(one for one in self._heights if not sip.isdeleted(one)), MessageHeight(item)]
        return item

    def clear(self, about: AboutSite | None = None) -> None:
        """Remove the last transient message. Questions stay until they are answered, and so do errors about sites,
        except those of the site `about`, which has just been recorded.
        """
        for item in [one for one in self._bar.items() if one in self._transient]:
            self._bar.popWidget(item)
        self._transient, self._error = [], None
        if about is not None:
            self._remove_pinned(lambda pinned: pinned.ends_with(about))

    def clear_site_errors(self, removed: Collection[str]) -> None:
        """Remove the errors about these sites (ids), which are no longer in the survey."""
        self._remove_pinned(lambda pinned: pinned.about.site_id in removed)

    def release(self) -> None:
        """Remove all messages of the plugin (on unload): their buttons would call deleted objects."""
        for item in [one for one in self._bar.items() if one.title() == tr("Yalu")]:
            self._bar.popWidget(item)

    def _remove_pinned(self, is_over: Callable[[PinnedError], bool]) -> None:
        shown = self._bar.items()
        for pinned in [one for one in self._pinned if one.item in shown and is_over(one)]:
            self._bar.popWidget(pinned.item)
        self._pinned = [one for one in self._pinned if one.item in shown and not is_over(one)]

    def _add_button(self, item: QgsMessageBarItem, label: str, on_click: Callable[[], None]) -> QPushButton:
        """Add a button that closes the message."""
        button = MessageButtons.of(item).add(label)
        button.setToolTip(label)
        button.clicked.connect(lambda: self._bar.popWidget(item))
        button.clicked.connect(lambda: on_click())
        return button

    def _add_details(self, item: QgsMessageBarItem, text: str, detail: str) -> None:
        if detail:
            self._add_lasting_button(item, tr("Details"), lambda: self._show(text, detail))

    def _add_lasting_button(self, item: QgsMessageBarItem, label: str, on_click: Callable[[], None]) -> None:
        """Add a button that does not close the message."""
        button = MessageButtons.of(item).add(label)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the focus from list or map
        button.clicked.connect(lambda: on_click())

    def _show_site(self, show: Callable[[], None]) -> None:
        with self.reporting():
            show()

    def _show(self, text: str, detail: str) -> None:
        viewer = QgsMessageViewer(self._bar)
        viewer.setTitle(tr("Yalu"))
        viewer.setMessageAsPlainText(f"{text}\n\n{detail}")
        viewer.exec()


def _detail(error: YaluError) -> str:
    """The text shown on request: the full path, of which the message has only the file's name, and the cause."""
    return "\n".join(part for part in (str(error.values.get("path", "")), error.detail) if part)
