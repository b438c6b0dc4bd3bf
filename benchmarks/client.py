"""A visitor without a browser: Streamlit's websocket protocol, by the installed protobufs."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Origin, Subprotocol

PATIENCE = 60
COOKIE = "record_replica"
LARGE = 20_000
"""Bytes from which a message is a chart or a table, which no measured run needs to read."""


Choices = tuple[str, tuple[list[str] | bool | str, ...]]
"""The id of a widget, and what may be chosen in it."""


class WidgetError(LookupError):
    """The page has no such widget."""


@dataclass
class Visit:
    """One open page; `choose` is a person's click, answered when the script has finished."""

    url: str
    page: str
    query: str
    _widgets: dict[str, list[str] | bool | str] = field(default_factory=dict)
    _page_hash: str = ""
    _elements: list[Element] = field(default_factory=list)
    _drawers: list[str] = field(default_factory=list)
    """Ids of what is folded and drawn only once it is opened."""
    bytes: int = 0
    """Size of the last answer."""

    replica: str = ""
    """Which of several replicas has the session, by the balancer's cookie."""

    async def __aenter__(self) -> Visit:
        await self.come_back()
        return self

    async def come_back(self) -> None:
        """Open the connection, anew where there was one, and run the script as it stands."""
        cookie = {"Cookie": f"{COOKIE}={self.replica}"} if self.replica else None
        self._socket = await websockets.connect(
            self.url.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[Subprotocol("streamlit"), Subprotocol("benchmark")],
            origin=Origin(self.url),
            max_size=None,
            compression=None,
            ping_interval=None,
            additional_headers=cookie,
        )
        assert self._socket.response is not None
        for value in self._socket.response.headers.get_all("Set-Cookie"):
            name, _, rest = value.partition("=")
            self.replica = rest.partition(";")[0] if name == COOKIE else self.replica
        await self.rerun(read=True)

    async def lost(self) -> None:
        """Wait until the connection has ended."""
        await self._socket.wait_closed()

    def shown(self) -> list[bytes]:
        """The words and the tables on the page."""
        drawn = ("markdown", "arrow_data_frame")
        return [
            getattr(element, kind).SerializeToString(deterministic=True)
            for element in self._elements
            if (kind := element.WhichOneof("type")) in drawn
        ]

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def choices(self, name: str) -> Choices:
        """Id and two choices of the multiselect, pills, toggle or text box with this key; what is
        folded is opened where it is nowhere else.
        """
        try:
            return self._choices(name)
        except WidgetError:
            self._widgets |= dict.fromkeys(self._drawers, True)
            await self.rerun(read=True)
            return self._choices(name)

    def _choices(self, name: str) -> Choices:
        for element in self._elements:
            kind = element.WhichOneof("type")
            if kind not in ("multiselect", "button_group", "checkbox", "text_input"):
                continue
            widget = getattr(element, kind)
            if not widget.id.endswith(f"-{name}"):
                continue
            if kind == "checkbox":
                return widget.id, (True, False)
            if kind == "text_input":
                return widget.id, ("capacity building", "data governance")
            texts = [getattr(option, "content", option) for option in widget.options]
            return widget.id, ([texts[0]], [texts[1]])
        raise WidgetError(f"no such widget with key {name!r} on /{self.page}")

    async def choose(
        self, widget_id: str, choice: list[str] | bool | str, read: bool = False
    ) -> float:
        """Make this choice; seconds until the script has finished."""
        self._widgets[widget_id] = choice
        return await self.rerun(read)

    async def send(self, widget_id: str, choice: list[str] | bool | str) -> None:
        """Make this choice and do not wait for what comes of it."""
        self._widgets[widget_id] = choice
        await self._socket.send(self._request().SerializeToString())

    async def rerun(self, read: bool) -> float:
        """Run the script once; with `read` the elements are kept for `choices`."""
        start = time.perf_counter()
        await self._socket.send(self._request().SerializeToString())
        if read:
            self._elements, self._drawers = [], []
        self.bytes = 0
        while True:
            raw = await asyncio.wait_for(self._socket.recv(), PATIENCE)
            assert isinstance(raw, bytes)
            self.bytes += len(raw)
            if not read and len(raw) > LARGE:
                continue
            message = ForwardMsg()
            message.ParseFromString(raw)
            if self._finished(message, read):
                return time.perf_counter() - start

    def _finished(self, message: ForwardMsg, read: bool) -> bool:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._page_hash = message.new_session.page_script_hash or self._page_hash
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash or self._page_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and read:
            if message.delta.WhichOneof("type") == "new_element":
                self._elements.append(message.delta.new_element)
            elif folded := message.delta.add_block.expandable.id:
                self._drawers.append(folded)
        return kind == "script_finished"

    def _request(self) -> BackMsg:
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string = self.query
        rerun.page_script_hash = self._page_hash
        rerun.page_name = self.page
        for widget_id, choice in self._widgets.items():
            state = rerun.widget_states.widgets.add()
            state.id = widget_id
            if isinstance(choice, bool):
                state.bool_value = choice
            elif isinstance(choice, str):
                state.string_value = choice
            else:
                state.string_array_value.data.extend(choice)
        return message
