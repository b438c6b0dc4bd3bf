"""Addresses as people and docs.un.org write them, and what is nobody's address."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.server.record_addresses import id_of, record_routes

CLIENT = TestClient(Starlette(routes=[*record_routes()]), follow_redirects=False)


@pytest.fixture(autouse=True)
def record(data_dir) -> None:
    """The invented record is served."""


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/documents/A/RES/90/1", "/documents?item=A/RES/90/1"),
        ("/documents/a-res-90-1", "/documents?item=A/RES/90/1"),
        ("/documents/90/1", "/documents?item=A/RES/90/1"),
        ("/documents/A%2FRES%2F90%2F1", "/documents?item=A/RES/90/1"),
        ("/A/RES/90/1", "/documents?item=A/RES/90/1"),
        ("/en/A/RES/90/1", "/documents?item=A/RES/90/1&lang=en"),
        ("/zh/A/RES/90/1", "/documents?item=A/RES/90/1&lang=zh"),
        ("/documents/zh/A/RES/90/1", "/documents?item=A/RES/90/1&lang=zh"),
        ("/fr/A/RES/90/1", "/documents?item=A/RES/90/1"),
        ("/zh/A/RES/90/1?lang=en", "/documents?item=A/RES/90/1&lang=en"),
        ("/votes/90/1?view=map", "/votes?symbol=A/RES/90/1&view=map"),
        ("/S/RES/1", "/documents?item=S/RES/1"),
        ("/countries/BRA", "/countries?item=BRA"),
        ("/timeline/some-summit", "/?item=some-summit"),
    ],
)
def test_an_address_leads_to_the_record(address: str, leads_to: str):
    answer = CLIENT.get(address)
    assert answer.status_code == 307
    assert answer.headers["location"] == leads_to


@pytest.mark.parametrize("name", ['"><script>', "a\r\nSet-Cookie: x", "//evil.example", "x" * 5000])
def test_what_is_no_record_stays_a_value_of_this_site(name: str):
    answer = CLIENT.get("/documents/" + name.replace("\r", "%0d").replace("\n", "%0a"))
    assert "set-cookie" not in answer.headers
    location = answer.headers.get("location", "/documents?item=")  # no route takes a line's end
    assert location.startswith("/documents?item=")
    assert not set(location) & set('"<>\r\n ')
    assert len(location) < 1000


def test_an_id_is_found_in_any_capitals(snapshot):
    assert id_of(snapshot, "a/res/90/1") == "A/RES/90/1"
    some = snapshot.tables["timeline"]["id"].iloc[-1]
    assert id_of(snapshot, str(some).upper()) == some
    assert id_of(snapshot, "nothing of the kind") == "nothing of the kind"


@pytest.mark.parametrize("page", ["documents", "votes", "zh", "A"])
def test_the_framework_never_finds_its_server_below_a_page(page: str):
    for path in ("_stcore/health", "_stcore/host-config", "_stcore/stream"):
        assert CLIENT.get(f"/{page}/{path}").status_code == 404
