"""Bad inputs as data: values of an address, whole addresses, bodies, websocket messages.

The damaged files are in `tests/corpus/reading/faults.py`, the texts of a record in
`tests/ui/frame/test_markdown.py` and `tests/browser/reader/hostile.py`.
"""

from __future__ import annotations

from urllib.parse import quote

from streamlit.proto.BackMsg_pb2 import BackMsg

PICTURE = "http://canary.invalid/pixel"
VALUES = (
    "\x00", "\x1b[2J", "\r\nSet-Cookie: a=b", "\u202eevil", "\u200b", "\u2028", "\ufeff", "\ud7ff",
    "\uffff", "\U0010ffff", "😀" * 60, "e\u0301" * 90, "ß", "İ", "٢٠٢٤", "９９", "²", "a" * 201,
    "a" * 60_000, "9" * 5_000, "-1", "1e3", "0x10", "1_000", "NaN", "inf", "1000001", "null", "[]",
    "{}", "true", "TRUE ", "yes", "!", "!!military", "! ", "-", "--date", "-nothing", "*", "%",
    "%s", "%00", "{0}", "${x}", "{{7*7}}", "' OR 1=1 --", '"', '"unclosed', "\\", "(a+)+$",
    "(\\w+\\s?)+$", "(", "[", "^", "$", "?!", ".", "..", "../../etc/passwd", "//evil.example",
    "file:///etc/passwd", "javascript:alert(1)", "<script>alert(1)</script>", f"![x]({PICTURE})",
    f'<img src="{PICTURE}">',
    "0000", "0000-00-00", "2024-02-30", "2024-13", "2024-1-1", "99999", "now", "2024-03-21T00:00",
    "21 Smarch 2024", "A/RES/", "A/RES/79/", "A/RES/0/0", "A/RES/79/239#", "A/RES/79/239#op0",
    "A/RES/79/239@", "@plenary", "#", "/", "ZZ", "unknown unknown", "=1+1", "@SUM(1)", ";", "a;b",
    "a,b", "a|b", "military\tcivilian", "ffffffffff", "0123456789", "__class__", "constructor",
)  # fmt: skip
"""Each is given to every parameter of an address."""

PATHS = (
    *(f"/{first}/{quote(value[:300], safe='')}"
    for first in ("documents", "A", "zh", "votes", "countries", "api")
    for value in VALUES[::9]),
    "/api/votes.json/", "/api/votes", "/api/votes.xml", "/api/.json", "/api//votes.json",
    "/api/votes.json%00.csv", "/API/votes.json", "/api/%2e%2e/healthz", "/api/votes.json;a=b",
    "/map/..%2f..%2fpyproject.toml", "/map/world_110m.json%00", "/healthz/x",
    "/api/votes.json?" + "&".join(f"p{n}={n}" for n in range(1500)),
    "/api/votes.json?" + "track=military&" * 1500, "/api/votes.json?&&&==&=a&b=",
    "/api/votes.json?%ff=%fe&q=%ff%fe", "/api/votes.json?q[]=a&q[0]=b",
    "/api/requests.ics?as_of=9999-12-31", "/api/requests.ics?as_of=0001",
    "/api/changes.atom?limit=0&offset=1000000", "/api/changes.atom?since=soon",
)  # fmt: skip

_CALL = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":%s}'
DRAFTS = (
    b"", b"\x00", b"\xff\xfe", b"{", b"[]", b"null", b"7", b'"text"', b"{}", b'{"text":null}',
    b'{"text":7}', b'{"text":["a"]}', b'{"text":""}', b'{"text":"  \\u200b "}', b'{"text":"!?"}',
    b'{"text":"\\ud800"}', b'{"text":"a","limit":0}', b'{"text":"a","limit":1e400}',
    b'{"text":"a","limit":NaN}', b'{"text":"a","limit":2.5}', b'{"text":"a","limit":true}',
    b'{"text":"a","limit":' + b"9" * 5_000 + b"}", b'{"text":"a","language":"fr"}',
    b'{"text":"a","language":[]}', b'{"text":"a","language":{}}', b'{"text":"a","without":"A"}',
    b'{"text":"a","without":[7]}', b'{"text":"a","without":' + b'["A"' + b',"A"' * 1_000 + b"]}",
    b"[" * 200_000, b'{"text":' * 50_000, b'{"text":"' + b"a" * 1_000_000 + b'"}',
    b'{"text":"' + b"1. a\\n" * 60_000 + b'"}',
)  # fmt: skip
"""Bodies of `/api/agreed_language.json`."""
CALLS = (
    b"", b"{", b"[]", b"7", b'{"jsonrpc":"2.0"}', b'{"jsonrpc":"2.0","id":null,"method":"x"}',
    b'{"jsonrpc":"2.0","id":{},"method":"tools/list"}', b'{"id":1,"method":"tools/list"}',
    b'{"jsonrpc":"2.0","id":1,"method":7}', b'{"jsonrpc":"2.0","id":1,"method":"nothing"}',
    b'{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"file:///etc/passwd"}}',
    b'{"jsonrpc":"2.0","id":1,"method":"prompts/list"}', b"[" * 200_000,
    *(
        (_CALL % params).encode()
        for params in (
            "7", "[]", "{}", '{"name":7}', '{"name":"__import__"}', '{"name":"select"}',
            '{"name":"select","arguments":[]}', '{"name":"select","arguments":{"table":7}}',
            '{"name":"select","arguments":{"table":"votes","table ":1}}',
            '{"name":"select","arguments":{"table":"votes","limit":1e400}}',
            '{"name":"select","arguments":{"table":"votes","offset":99999999999999999999}}',
            '{"name":"select","arguments":{"table":"votes","columns":[[]]}}',
            '{"name":"select","arguments":{"table":"votes","q":{"$gt":""}}}',
            '{"name":"compare","arguments":{"earlier":"../..","later":"#"}}',
            '{"name":"compare","arguments":{"earlier":"@","later":"@"}}',
            '{"name":"agreed_language","arguments":{"text":"\\ud800"}}',
            '{"name":"agreed_language","arguments":{"text":"a","nearest":-1}}',
            '{"name":"requests_due","arguments":{"day":"0000-00-00"}}',
            '{"name":"explain","arguments":{"vocabulary":"../states"}}',
            '{"name":"explain","arguments":{"vocabulary":"","table":""}}',
        )
    ),
)  # fmt: skip
"""Bodies of `/mcp`."""


def _asking(query: str, **more: str) -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = query
    for name, value in more.items():
        setattr(message.rerun_script, name, value)
    return message.SerializeToString()


def _holding(widget: str, **value: object) -> bytes:
    message = BackMsg()
    state = message.rerun_script.widget_states.widgets.add()
    state.id = widget
    for name, held in value.items():
        setattr(state, name, held)
    return message.SerializeToString()


def _flag(name: str) -> bytes:
    message = BackMsg()
    setattr(message, name, True)
    return message.SerializeToString()


FRAMES: tuple[bytes | str, ...] = (
    "", "text", '{"type":"rerun"}', "\x00", b"", b"\x00", b"\xff" * 9, b"\x5a",
    b"\x5a\xff\xff\xff\xff\x7f", b"\x5b", b"\x00" * 100_000, b"\x5a\x02\x0a\xff",
    b"GET / HTTP/1.1\r\n\r\n", bytes(range(256)),
    _asking("q=%00&from=soon"), _asking("a" * 100_000), _asking("&" * 5_000),
    _asking("", page_script_hash="nothing"), _asking("", page_script_hash="../../x"),
    _asking("", page_name="../../etc/passwd"), _asking("", fragment_id="nothing"),
    _holding("nothing", string_value="x"), _holding("$$ID-0-", bool_value=True),
    _holding("$$ID-0-documents.q.1", json_value="{"), _holding("", trigger_value=True),
    _holding("-date", int_value=2**62), _holding("$$ID-x-y", bytes_value=b"\xff" * 20),
    _flag("clear_cache"), _flag("stop_script"), _flag("load_git_info"),
    _flag("debug_shutdown_runtime"), _flag("debug_disconnect_websocket"),
)  # fmt: skip
"""What no page of ours sends."""
