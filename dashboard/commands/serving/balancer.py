"""nginx before several replicas: its site, from the one template, and the process that runs it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import Final

TEMPLATE: Final = Path(__file__).parents[3] / "deploy" / "nginx.conf.template"
PLACES: Final = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")
"""Where nginx is, besides the path: that of a user often lacks the folders of an administrator."""
MISSING: Final = (
    "nginx is not on this machine, and it is what shares the readers out: on Debian and Ubuntu apt"
    " install nginx-light, on a Mac brew install nginx. One process needs none: make run"
)
_ALONE = """\
daemon off;
pid {folder}/nginx.pid;
error_log stderr error;
worker_rlimit_nofile 16384;
events {{ worker_connections 8192; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""

_BELIEVED = ("    real_ip_header X-Forwarded-For;", "    real_ip_recursive on;", "")


def nginx() -> str | None:
    """The program, or none where it is not installed."""
    return shutil.which("nginx") or shutil.which("nginx", path=":".join(PLACES))


def site(
    replicas: Sequence[str],
    listen: str,
    name: str = "_",
    *,
    certificate: bool = False,
    log: str = "off",
    connections: int = 800,
    behind: Sequence[str] = (),
) -> str:
    """The site of nginx before replicas, each an address and a port.

    `log` is a file; `connections` are those of one address: more than the dashboard's own budget
    of open pages, which answers with a sentence. `behind` are the addresses or networks of proxies
    before this nginx, whose word counts on a reader's address and scheme. With a certificate
    it speaks https, with the files an administrator puts where the site says.
    """
    names = [f"record_{n}" for n, _ in enumerate(replicas, start=1)]
    share = 100 / len(replicas)
    paths = [
        f"    ssl_certificate     /etc/ssl/certs/{name}.pem;",
        f"    ssl_certificate_key /etc/ssl/private/{name}.key;",
        "",
    ]
    filled = {
        "SHARES": [*(f"    {share:.2f}% {each};" for each in names[:-1]), f"    * {names[-1]};"],
        "KNOWN": [f"    {each} {each};" for each in names],
        "ANSWERED": [
            f'    "~{re.escape(replica)}$" {each};'
            for each, replica in zip(names, replicas, strict=True)
        ],
        "UPSTREAMS": [
            line
            for each, own in zip(names, replicas, strict=True)
            for line in (
                f"upstream {each} {{",
                f"    server {own} max_fails=0;",
                *(f"    server {other} max_fails=0 backup;" for other in replicas if other != own),
                "}",
            )
        ],
        "LISTEN": [listen],
        "NAME": [name],
        "CERTIFICATE": paths if certificate else [],
        "SECURE": ["; Secure" if certificate else ""],
        "LOG": [log],
        "CONNECTIONS": [str(connections)],
        "BEHIND": [*(f"    set_real_ip_from {each};" for each in behind), *_BELIEVED]
        if behind
        else [],
        "SCHEME": ["$http_x_forwarded_proto" if behind else "$scheme"],
    }
    template = Template(TEMPLATE.read_text(encoding="utf-8"))
    lines = template.safe_substitute({key: "\n".join(each) for key, each in filled.items()})
    return lines if log != "off" else lines.replace("access_log off record;", "access_log off;")


def write(folder: Path, written: str) -> list[str]:
    """A whole configuration for a site, in a folder of its own; the command that runs it."""
    (folder / "site.conf").write_text(written, encoding="utf-8")
    whole = folder / "nginx.conf"
    whole.write_text(_ALONE.format(folder=folder), encoding="utf-8")
    return [nginx() or "nginx", "-p", str(folder), "-c", str(whole), "-e", "stderr"]
