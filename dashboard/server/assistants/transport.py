"""The tools over the wire: one POST is one message of the Model Context Protocol, and no session.

Off unless `DASHBOARD_ASSISTANTS` names the hosts under which they are called. What is called is
never logged, and no page in a browser may call: whoever sends an `Origin` is refused.
"""

from __future__ import annotations

import json
import logging
from typing import Any

import mcp_types as protocol
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from dashboard import __version__
from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError
from dashboard.server.agreed_language import MAX_BYTES
from dashboard.server.assistants.answers import RefusedError, answer, offered

log = logging.getLogger(__name__)
_ABOUT = (
    "The record of how the United Nations governs artificial intelligence: resolutions paragraph "
    "by paragraph, votes, sponsors, statements, requested reports. Read-only. Begin with explain; "
    "quote a row by its `cite`."
)


class Assistants:
    """The endpoint, for calls to the hosts it is given (`name`, with any port)."""

    def __init__(self, hosts: list[str]) -> None:
        logging.getLogger("mcp").setLevel(logging.CRITICAL + 1)  # it would log what a call holds
        names = [*hosts, *(f"{host}:*" for host in hosts)]
        self._only = TransportSecuritySettings(allowed_hosts=names)
        self._server: Server[Any] = Server(
            "ai-governance-record",
            version=__version__,
            instructions=_ABOUT,
            on_list_tools=_list,
            on_call_tool=_call,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One message, with a manager of its own, which thus needs no life beyond it."""
        manager = StreamableHTTPSessionManager(
            self._server,
            json_response=True,
            stateless=True,
            security_settings=self._only,
            max_request_body_size=MAX_BYTES,
        )
        async with manager.run():
            await manager.handle_request(scope, receive, send)


async def _list(context: Any, params: Any) -> protocol.ListToolsResult:
    known = await run_in_threadpool(lambda: offered(store.current()))
    only_reads = protocol.ToolAnnotations(read_only_hint=True, open_world_hint=False)
    return protocol.ListToolsResult(
        tools=[protocol.Tool(name=n, annotations=only_reads, **told) for n, told in known.items()]
    )


async def _call(context: Any, params: protocol.CallToolRequestParams) -> protocol.CallToolResult:
    refused = False
    try:
        said = await run_in_threadpool(_answered, context.request, params)
    except RefusedError as sentence:
        said, refused = str(sentence), True
    except NoDataError:
        said, refused = "no data is loaded", True
    except Exception as fault:  # its text may hold what was asked
        log.error("a tool could not answer: %s", type(fault).__name__)
        said, refused = "the answer could not be made; the server's log says why", True
    return protocol.CallToolResult(content=[protocol.TextContent(text=said)], is_error=refused)


def _answered(request: Request, params: protocol.CallToolRequestParams) -> str:
    site = str(request.base_url).rstrip("/")
    found = answer(store.current(), site, params.name, params.arguments or {})
    return json.dumps(found, ensure_ascii=False)
