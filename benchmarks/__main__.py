"""`make bench`: five ratios against the floor app, one against Datasette, the seconds it takes to
read the record, those until readers of a replica that is killed are back, and what readers wait
while one client floods.

`--floor` puts the floor app on both sides, which shows how far the machine's noise goes.
`--against FOLDER` runs pages again, here and in an older checkout, instead; `--whole FOLDER`
runs Paragraphs on the larger record of a folder and on one ten times as large. `--load` opens four
hundred pages, of one process and of two behind nginx.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from benchmarks.client import WidgetError
from benchmarks.drafts import drafts
from benchmarks.filtering import filter_change
from benchmarks.flood import KINDS, flooded, p95
from benchmarks.growth import grown, repeated, snapshot_at
from benchmarks.loading import data_load
from benchmarks.opening import first_open
from benchmarks.replicas import kill_one, report
from benchmarks.reruns import reruns
from benchmarks.sessions import load, report_load
from benchmarks.settings import (
    DRAFT_LIMITS,
    FILTER_LIMIT,
    FLOOD_LIMIT,
    FLOOR,
    GROWTH_LIMITS,
    GROWTH_TIMES,
    OPEN_LIMIT,
    PARAGRAPHS,
    REPLICA_LIMIT,
    ROOT,
    SEARCH,
    SEARCH_LIMIT,
    TIMELINE,
    WORDING_LIMIT,
    Side,
)
from benchmarks.wording import wording_search


def _report(what: str, ours: float, floor: float, limit: float, whose: str = "the floor's") -> bool:
    ratio = ours / floor
    verdict = "within" if ratio <= limit else "ABOVE"
    print(
        f"{what}: {ours * 1000:.0f} ms against {whose} {floor * 1000:.0f} ms, "
        f"ratio {ratio:.2f}, {verdict} the limit of {limit}",
        flush=True,
    )
    return ratio <= limit


def _drafts() -> bool:
    seconds = drafts(PARAGRAPHS, FLOOR)
    good = True
    for name, limit in DRAFT_LIMITS.items():
        what = f"a draft of {name} held against the record"
        good &= _report(what, seconds[name], seconds["floor"], limit)
    return good


def _load_times() -> None:
    data = ROOT / "data"
    if not any(data.rglob("*.yaml")):
        print("reading the record: skipped, data/ holds no record")
        return
    times = data_load(data)
    for way in ("cold", "cached"):
        ratio = times[way] / times["plain"]
        print(f"reading the record, {way}: {times[way]:.2f} s, {ratio:.2f} x a plain YAML read")
    print(f"reading the record, plain: {times['plain']:.2f} s")


def _wording() -> bool:
    rows, times = wording_search()
    if not rows:
        print("search in the wording: skipped, none is attached (make texts)")
        return True
    what = f"ten searches in the wording of {rows} paragraphs"
    bare, ratio = times["bare"], times["ours"] / times["bare"]
    print(f"{what}, against Datasette without suggestions ({bare * 1000:.0f} ms): {ratio:.2f}")
    return _report(what, times["ours"], times["datasette"], WORDING_LIMIT, "Datasette's")


def _flood() -> bool:
    waited, good = flooded(), True
    for kind in KINDS:
        what = f"p95 of the readers while one client floods {kind} ({waited.told[kind]})"
        good &= _report(
            what, p95(waited.flooded[kind]), p95(waited.undisturbed), FLOOD_LIMIT, "undisturbed"
        )
    return good


def _replicas() -> bool:
    outcome = kill_one()
    if outcome is None:
        print("replicas: skipped, no nginx on this machine")
        return True
    return report(outcome, REPLICA_LIMIT)


def _growth(whole: Path) -> int:
    """Our record, a whole Assembly, and ten times that: each measured in its turn."""
    ours = grown(snapshot_at(ROOT / "data"))
    record = snapshot_at(whole)
    good = True
    for name, larger in (("whole", record), ("ten times", repeated(record, GROWTH_TIMES))):
        found = grown(larger)
        print(
            f"{name}, {found.rows} paragraphs: {found.memory / 1e9:.2f} GB, "
            f"counts of a facet {found.counts * 1000:.0f} ms"
        )
        for what, mine, base in (
            ("filter change", found.change, ours.change),
            ("search", found.search, ours.search),
        ):
            good &= _report(f"{what}, {name}", mine, base, GROWTH_LIMITS[name], "our record")
    return 0 if good else 1


def _reruns(older: Path) -> int:
    for (page, query), (ours, theirs) in reruns(older).items():
        ratio = f"ratio {ours / theirs:.2f}"
        print(f"/{page}?{query}: {ours * 1000:.0f} ms, before {theirs * 1000:.0f} ms, {ratio}")
    return 0


def main(arguments: list[str]) -> int:
    """Print the ratios; 1 if one is above its limit, 0 otherwise or where nothing can be run."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--floor", action="store_true", help="the floor app on both sides")
    names = ["filter", "search", "draft", "open", "load", "wording", "replicas", "flood"]
    parser.add_argument("--only", choices=names, help="one measurement")
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="an older checkout")
    parser.add_argument("--load", action="store_true", help="hundreds of open pages instead")
    parser.add_argument(
        "--whole", type=Path, metavar="FOLDER", help="pages on a larger record, and on ten of it"
    )
    options = parser.parse_args(arguments)
    if options.load:
        return 0 if report_load(load()) else 1
    if options.whole:
        return _growth(options.whole.resolve())
    if options.against:
        return _reruns(options.against.resolve())
    wanted = {options.only} if options.only else set(names)

    def side(page: Side) -> Side:
        return FLOOR if options.floor else page

    good = True
    if "load" in wanted and not options.floor:
        _load_times()
    if "replicas" in wanted and not options.floor:
        good &= _replicas()
    if "wording" in wanted and not options.floor:
        good &= _wording()
    if "flood" in wanted and not options.floor:
        good &= _flood()
    if wanted & {"filter", "search", "draft", "open"} and not FLOOR.script.exists():
        print("ratios: skipped, the floor app is not beside the project (../shared/probes)")
        return 0 if good else 1
    changes = {
        "filter": ("filter change on Paragraphs", PARAGRAPHS, FILTER_LIMIT),
        "search": ("search over all paragraphs", SEARCH, SEARCH_LIMIT),
    }
    for name, (what, page, limit) in changes.items():
        if name not in wanted:
            continue
        try:
            seconds = filter_change(side(page), FLOOR)
        except WidgetError as error:
            print(f"{what}: {error}; see benchmarks/settings.py", file=sys.stderr)
            return 2
        good &= _report(what, *seconds, limit)
    if "draft" in wanted and not options.floor:
        good &= _drafts()
    if "open" in wanted:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        if chromium is None:
            print("first open of Timeline: skipped, no Chromium on this machine")
        else:
            good &= _report(
                "first open of Timeline", *first_open(side(TIMELINE), FLOOR, chromium), OPEN_LIMIT
            )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
