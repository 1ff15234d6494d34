"""What our algorithms share: a refused parameter is said together with what it should have been."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingParameterDefinition


class YaluAlgorithm(QgsProcessingAlgorithm):
    """An algorithm whose parameters all have help."""

    def createInstance(self) -> YaluAlgorithm:
        """A new algorithm of this kind, as Processing asks for one each time it runs."""
        return type(self)()

    def add(self, parameter: QgsProcessingParameterDefinition, text: str) -> None:
        """Declare a parameter with its help."""
        parameter.setHelp(text)
        self.addParameter(parameter)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """QGIS' own check, which only names the parameter; its value and its help are added."""
        good, why = super().checkParameterValues(parameters, context)
        if good:
            return True, ""
        for parameter in self.parameterDefinitions():
            value = parameters.get(parameter.name())
            if value is not None and not parameter.checkValueIsAcceptable(value, context):
                return False, f"{parameter.name()}={value}: {parameter.help()}"
        return False, why
