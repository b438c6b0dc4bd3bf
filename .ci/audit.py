"""Which pinned packages have known vulnerabilities, as pip-audit reported them in JSON.

Exits 1 where one has; where nothing could be asked it says so in one line and exits 0.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def verdict(report: dict[str, Any]) -> tuple[int, list[str]]:
    """The exit code and what to print for a report.

    A package the service does not know was not audited, whatever else was found.
    """
    packages = report.get("dependencies", [])
    audited = [package for package in packages if "skip_reason" not in package]
    if not audited:
        return 0, ["audit: the service of known vulnerabilities cannot be reached: nothing audited"]
    found = [
        f"audit: {package['name']} {package['version']}: {fault['id']}, mended in "
        f"{', '.join(fault['fix_versions']) or 'no version yet'}"
        for package in audited
        for fault in package["vulns"]
    ]
    told = f"audit: {len(audited)} of {len(packages)} packages audited, {len(found)} faults known"
    return int(bool(found)), [*found, told]


def main() -> int:
    """Read the report from the input, which is empty where pip-audit could not write any."""
    text = sys.stdin.read()
    code, lines = verdict(json.loads(text) if text.strip() else {})
    print("\n".join(lines))
    return code


if __name__ == "__main__":
    sys.exit(main())
