from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from starlette.types import Message
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.server.budgets.page_messages import MOST_HELD, Paced, kind_of


def message(**fields: object) -> bytes:
    made = BackMsg()
    for name, value in fields.items():
        if isinstance(value, bool | str):
            setattr(made, name, value)
        else:
            getattr(made, name).SetInParent()
    return made.SerializeToString()


RERUN = message(rerun_script=None)
BEAT = message(app_heartbeat=True)


@pytest.mark.parametrize(
    "name",
    ["clear_cache", "load_git_info", "set_run_on_save", "debug_disconnect_websocket"],
)
def test_what_no_page_of_ours_sends_is_known_beside_anything(name: str) -> None:
    forbidden = message(**{name: True})
    assert forbidden
    for sent in (forbidden, RERUN + forbidden, forbidden + RERUN, BEAT + forbidden):
        assert kind_of(sent) == "not_ours"


@pytest.mark.parametrize(
    "junk",
    [b"\xff", b"\xff" * 40, b"\x5a\xff", b"\x5a\x7f", b"\x07", b"\x0b", BEAT * 17, b"\x5a\xff\x7f"],
)
def test_what_cannot_be_read_counts_as_a_rerun(junk: bytes) -> None:
    assert kind_of(junk) == "rerun"


def test_kinds_are_those_of_the_framework_s_own_messages() -> None:
    rerun = BackMsg()
    rerun.rerun_script.query_string = "lang=zh&q=" + "羊" * 500
    rerun.rerun_script.widget_states.widgets.add().string_value = "x" * 100_000
    assert kind_of(rerun.SerializeToString()) == kind_of(RERUN) == "rerun"
    for name in ("stop_script", "file_urls_request", "app_heartbeat", "backend_operation_request"):
        field = BackMsg.DESCRIPTOR.fields_by_name[name]
        assert kind_of(message(**{name: None if field.message_type else True})) == "other"
    assert kind_of(b"") == "other"


def paced(coming: list[Message], waits: Callable[[bytes], float], then: int) -> list[Message]:
    """The first messages that a page's app receives of those that come at once."""

    async def run() -> list[Message]:
        queue: asyncio.Queue[Message] = asyncio.Queue()
        for each in coming:
            queue.put_nowait(each)
        receive = Paced(queue.get, waits)
        try:
            return [await receive() for _ in range(then)]
        finally:
            receive.close()

    return asyncio.run(asyncio.wait_for(run(), 20))


def sent(number: int) -> Message:
    return {"type": "websocket.receive", "bytes": BEAT + b"\x5a\x01" + bytes([number % 256])}


def test_a_flood_is_handed_on_whole_and_in_order() -> None:
    flood = [sent(n) for n in range(MOST_HELD + 300)]
    assert paced(flood, lambda _: 0.00001, len(flood)) == flood


def test_a_client_that_goes_is_seen_to_go_though_it_should_wait_for_ever() -> None:
    gone: Message = {"type": "websocket.disconnect", "code": 1001}
    flood = [sent(n) for n in range(50)]
    waits = iter([0.0, 0.0, *[1e6] * 50])
    found = paced([{"type": "websocket.connect"}, *flood, gone], lambda _: next(waits), 4)
    assert found == [{"type": "websocket.connect"}, *flood[:2], gone]


def test_each_waits_for_its_own_room() -> None:
    async def run() -> tuple[list[float], int]:
        clock, queue = asyncio.get_running_loop().time, asyncio.Queue[Message]()
        for number in range(5):
            queue.put_nowait(sent(number))
        receive, begun, asked = Paced(queue.get, lambda _: 0.05), clock(), []
        for _ in range(3):
            await receive()
            asked.append(clock() - begun)
        receive.close()
        return asked, queue.qsize()

    (one, two, three), left = asyncio.run(run())
    assert one >= 0.05
    assert two >= 0.1
    assert three >= 0.15
    assert left == 0  # the client is listened to meanwhile


def test_what_no_page_of_ours_sends_is_not_handed_on_and_text_is() -> None:
    bad: Message = {"type": "websocket.receive", "bytes": message(clear_cache=True)}
    text: Message = {"type": "websocket.receive", "text": "hello"}
    assert paced([bad, text, bad, sent(1)], lambda _: 0, 2) == [text, sent(1)]
