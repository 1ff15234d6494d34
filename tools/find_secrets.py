"""Search a folder for secrets as the plugin site does. Exit code 1 if any is found.

usage: find_secrets.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from detect_secrets import SecretsCollection
from detect_secrets.settings import default_settings


def findings(folder: Path) -> list[str]:
    """Return one line for each suspected secret: file, line and kind."""
    secrets = SecretsCollection()
    with default_settings():
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            secrets.scan_file(str(path))
    return [f"{name}:{secret.line_number}: {secret.type}" for name, secret in secrets]


if __name__ == "__main__":
    found = findings(Path(sys.argv[1]))
    print("\n".join(found) or "No secrets found.")
    raise SystemExit(bool(found))
