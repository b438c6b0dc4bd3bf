from __future__ import annotations

from collections.abc import Mapping

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from dashboard.server.budgets.allowances import UNLIMITED, Allowance, Kind
from dashboard.server.budgets.clients import CHARGE
from dashboard.server.budgets.middleware import PASTES, STREAM, Budgets
from tests.server.budgets.test_buckets import Clock
from tests.server.budgets.test_page_messages import BEAT, RERUN

NONE: Mapping[Kind, Allowance] = dict.fromkeys(
    ("page", "reruns", "waiting", "openings", "open", "exports", "pastes", "answers"), UNLIMITED
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


async def _answer(request: Request) -> Response:
    if request.query_params.get("fail"):
        raise RuntimeError
    if work := request.query_params.get("work"):
        request.scope[CHARGE](float(work))
    await request.body()
    return PlainTextResponse("x" * int(request.query_params.get("bytes", 1)))


async def _echo(socket: WebSocket) -> None:
    await socket.accept()
    async for data in socket.iter_bytes():
        await socket.send_bytes(data)


def app(clock: Clock, **allowed: Allowance) -> ASGIApp:
    routes = [
        WebSocketRoute("/{base:path}" + STREAM, _echo),
        WebSocketRoute(STREAM, _echo),
        Route("/{path:path}", _answer, methods=["GET", "POST", "OPTIONS"]),
    ]
    return Budgets(Starlette(routes=routes), {**NONE, **allowed}, clock)  # type: ignore[dict-item]


def client(served: ASGIApp, address: str = "198.51.100.7") -> TestClient:
    return TestClient(served, client=(address, 5), raise_server_exceptions=False)


def statuses(asking: TestClient, path: str, times: int) -> list[int]:
    return [asking.get(path).status_code for _ in range(times)]


def test_one_floods_and_the_others_do_not_notice(clock: Clock) -> None:
    served = app(clock, exports=Allowance(3, 60))
    assert statuses(client(served), "/api/votes.xlsx", 50) == [200] * 3 + [429] * 47
    for other in ("198.51.100.8", "2001:db8::1"):
        assert statuses(client(served, other), "/mcp", 2) == [200, 200]
    assert statuses(client(served), "/mcp", 1) == [429]


def test_the_refusal_says_when_to_come_again_in_each_language(clock: Clock) -> None:
    served = client(app(clock, exports=Allowance(1, 6)))
    assert served.get("/api/votes.json").status_code == 200
    refused = served.get("/api/votes.json")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "10")
    assert refused.headers["cache-control"] == "no-store"
    sentence = refused.json()["error"]
    assert "10 seconds" in sentence
    assert "10秒" in sentence
    clock.now = 9.9
    assert served.get("/api/votes.json").headers["retry-after"] == "1"
    clock.now = 10
    assert served.get("/api/votes.json").status_code == 200


@pytest.mark.parametrize("path", ["/", "/votes", "/healthz", "/readyz", "/static/js/x.js"])
def test_pages_files_and_health_are_for_everybody(clock: Clock, path: str) -> None:
    served = client(app(clock, exports=Allowance(1, 1), answers=Allowance(1, 0)))
    statuses(served, "/api/votes.json", 3)
    assert set(statuses(served, path, 30)) == {200}
    assert served.options("/api/votes.json").status_code == 200


def test_more_bytes_and_more_work_are_paid_for_afterwards(clock: Clock) -> None:
    served = client(app(clock, exports=Allowance(10, 60)))
    assert statuses(served, "/base/api/acts.json?bytes=6000000", 3) == [200, 200, 429]
    clock.now += 60
    assert statuses(served, "/api/acts.xlsx?work=12", 2) == [200, 429]
    clock.now += 3
    assert statuses(served, "/api/acts.json", 1) == [429]
    clock.now += 2
    assert statuses(served, "/api/acts.json", 1) == [200]


def test_a_paste_is_charged_by_its_length_and_apart_from_exports(clock: Clock) -> None:
    served = client(app(clock, pastes=Allowance(10, 60), exports=Allowance(1, 1)))
    assert served.post(PASTES, content=b"x" * 200_000).status_code == 200
    assert served.post(PASTES, content=b"x").status_code == 429
    assert served.get("/api/votes.json").status_code == 200
    clock.now += 12
    assert served.post(PASTES, content=iter([b"x"] * 9)).status_code == 200


def test_what_fails_gives_its_place_back(clock: Clock) -> None:
    served = client(app(clock, answers=Allowance(1, 0)))
    assert statuses(served, "/api/votes.json?fail=1", 3) == [500] * 3
    assert statuses(served, "/api/votes.json", 2) == [200, 200]


def test_as_many_answers_as_are_allowed_are_on_their_way(clock: Clock) -> None:
    served = app(clock, answers=Allowance(1, 0), exports=Allowance(5, 60))
    inner = client(served)
    seen: list[int] = []

    async def nested(request: Request) -> Response:
        seen.append(inner.get("/api/votes.json").status_code)
        seen.append(inner.post(PASTES).status_code)
        return PlainTextResponse("")

    assert isinstance(served, Budgets)
    served._app = Starlette(routes=[Route("/api/{name}", nested)])
    assert client(served).get("/api/a").status_code == 200
    assert seen == [429, 429]
    served._app = Starlette(routes=[Route("/api/{name}", _answer)])
    # the refusal has taken nothing of the other allowance
    assert statuses(inner, "/api/votes.json", 5) == [200] * 4 + [429]


@pytest.fixture
def opened(clock: Clock) -> ASGIApp:
    return app(clock, openings=Allowance(4, 60), open=Allowance(2, 0))


def test_open_pages_are_bounded_and_a_closed_one_makes_room(opened: ASGIApp, clock: Clock) -> None:
    asking = client(opened)
    with asking.websocket_connect(STREAM), asking.websocket_connect(f"/base{STREAM}"):
        with pytest.raises(WebSocketDenialResponse) as refused, asking.websocket_connect(STREAM):
            pass
        assert refused.value.status_code == 429
        assert int(refused.value.headers["retry-after"]) >= 1
        with client(opened, "198.51.100.8").websocket_connect(STREAM) as other:
            other.send_bytes(RERUN)
            assert other.receive_bytes() == RERUN
    with asking.websocket_connect(STREAM), asking.websocket_connect(STREAM):
        pass
    with pytest.raises(WebSocketDenialResponse), asking.websocket_connect(STREAM):
        pass  # four were opened: no more for a second
    clock.now += 1
    with asking.websocket_connect(STREAM):
        pass


def test_a_websocket_that_floods_waits_and_loses_nothing() -> None:
    served = Budgets(
        Starlette(routes=[WebSocketRoute(STREAM, _echo)]),
        {**NONE, "page": Allowance(5, 60 * 400)},
    )
    flood = [RERUN + BEAT * (n % 7) for n in range(60)]
    with client(served).websocket_connect(STREAM) as page:
        for each in flood:
            page.send_bytes(each)
        assert [page.receive_bytes() for _ in flood] == flood


def test_a_page_pays_for_its_reruns_and_hardly_for_the_rest(clock: Clock) -> None:
    served = app(clock, page=Allowance(3, 1), reruns=Allowance(1000, 1))
    with client(served).websocket_connect(STREAM) as page:
        for each in (RERUN, RERUN, *[BEAT] * 9, b""):
            page.send_bytes(each)
            assert page.receive_bytes() == each
    with client(served).websocket_connect(STREAM) as page:  # each page has its own
        for _ in range(3):
            page.send_bytes(RERUN)
            assert page.receive_bytes() == RERUN


def test_all_who_wait_stand_in_one_line(clock: Clock) -> None:
    """However many pages flood, from however many addresses, so much is done for all of them."""
    served = app(clock, page=Allowance(1, 60_000), waiting=Allowance(1, 60 * 20))
    assert isinstance(served, Budgets)
    for number in range(5):
        with client(served, f"198.51.100.{number}").websocket_connect(STREAM) as page:
            for _ in range(2):
                page.send_bytes(RERUN)
                assert page.receive_bytes() == RERUN
    assert served._waiting.book() == pytest.approx(6 / 20)  # five waited before, by this clock


def test_all_pages_of_a_client_pay_together(clock: Clock) -> None:
    served = app(clock, reruns=Allowance(4, 60 * 20))
    assert isinstance(served, Budgets)
    for _ in range(2):
        with client(served).websocket_connect(STREAM) as page:
            page.send_bytes(RERUN)
            page.send_bytes(RERUN)
            assert [page.receive_bytes(), page.receive_bytes()] == [RERUN, RERUN]
    assert served._buckets["reruns"].take("198.51.100.7") > 0
    assert served._buckets["reruns"].take("198.51.100.8") == 0
