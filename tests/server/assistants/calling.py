"""The client's own library, calling our endpoint over HTTP within this process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx2
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from starlette.applications import Starlette

from dashboard.server.assistants.route import assistant_routes

HOST = "record.example"
ADDRESS = f"http://{HOST}/mcp"
Ask = Callable[..., Awaitable[tuple[bool, Any]]]


def visited(visit: Callable[[Client, Ask], Awaitable[Any]]) -> Any:
    """What a visit gives back; `ask` calls a tool and gives whether it refused, and its answer."""

    async def run() -> Any:
        transport = httpx2.ASGITransport(Starlette(routes=assistant_routes()))
        async with (
            httpx2.AsyncClient(transport=transport) as http,
            Client(streamable_http_client(ADDRESS, http_client=http)) as client,
        ):

            async def ask(tool: str, **arguments: Any) -> tuple[bool, Any]:
                result = await client.call_tool(tool, arguments)
                (content,) = result.content
                text = content.text
                return bool(result.is_error), text if result.is_error else json.loads(text)

            return await visit(client, ask)

    return asyncio.run(run())
