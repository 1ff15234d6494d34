"""The name of the analyst: written into `created_by` of a row and `who` of an entry of the record."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionFunction, QgsExpressionNodeFunction

from yalu_plugin.core.forms.form_fields import ANALYST
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.i18n import tr
from yalu_plugin.settings import ANALYST_INITIALS, ANALYST_NAME

LONGEST_NAME, LONGEST_INITIALS = 80, 10  # characters


def login_name() -> str:
    """Return the name with which the user of this computer is logged in, empty where the system does not know it."""
    import getpass  # on first use: a start has 50 ms

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def is_named() -> bool:
    """Return whether the analyst has entered a name."""
    return bool(one_line(ANALYST_NAME.value(), LONGEST_NAME))


def analyst() -> str:
    """Return the analyst's name and initials, as "Kim Min-su (KMS)"; the login name until a name is entered.

    Both are stored in the user's QGIS settings, which scripts and algorithms read too. Safe in any thread.
    """
    name, initials = one_line(ANALYST_NAME.value(), LONGEST_NAME), one_line(ANALYST_INITIALS.value(), LONGEST_INITIALS)
    if not name:
        return login_name()
    return f"{name} ({initials})" if initials else name


def own_names() -> frozenset[str]:
    """Return the names under which this analyst may have written: the present one and the login name.

    An earlier name in the settings is not included: on a computer that two analysts share it may be the other's.
    """
    return frozenset({analyst(), login_name() or analyst()})


class AnalystFunction(QgsExpressionFunction):
    """The expression function that returns the analyst's name, for the forms of a survey in a QGIS with the plugin."""

    def __init__(self) -> None:
        super().__init__(ANALYST, 0, "Yalu", tr("The name under which this analyst records"))
        QgsExpression.registerFunction(self)

    def func(self, _values: list[object], _context: QgsExpressionContext | None, _parent: QgsExpression,
             _node: QgsExpressionNodeFunction | None) -> str | None:
        """Return the name, in any thread; NULL where there is none."""
        return analyst() or None

    def release(self) -> None:
        """Unregister the function (on unload)."""
        QgsExpression.unregisterFunction(self.name())
