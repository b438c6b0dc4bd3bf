"""One line per problem, safe to print."""

from __future__ import annotations

from dashboard.corpus.reading.problems import Problem, dotted, nearest, not_allowed, quoted


def test_problem_without_field():
    assert str(Problem("a.yaml", 3, "", "is odd")) == "a.yaml:3: is odd"


def test_problem_never_moves_the_cursor_or_hides_letters():
    problem = Problem("a\x1b[2J\n.yaml", 3, "f\u202e", "x\ty")
    assert str(problem) == "a\\x1b[2J\\n.yaml:3: f\\u202e: x\\ty"


def test_problems_stand_in_file_and_line_order():
    problems = [Problem("b", 1, "", ""), Problem("a", 10, "", ""), Problem("a", 9, "z", "")]
    assert [(p.file, p.line) for p in sorted(problems)] == [("a", 9), ("a", 10), ("b", 1)]


def test_dotted():
    assert dotted(()) == ""
    assert dotted(("votes", 0, "counts", "yes")) == "votes[0].counts.yes"
    assert dotted((3, "a")) == "[3].a"


def test_quoted_is_short_and_visible():
    assert quoted("x" * 5000) == "'" + "x" * 59 + "…'"
    assert quoted("a\u202eb") == r"'a\u202eb'"
    assert quoted(None) == "'None'"
    assert quoted("人工\u202e") == r"'人工\u202e'"


def test_nearest_needs_likeness():
    assert nearest("civillian", ["military", "civilian"]) == "civilian"
    assert nearest("xyz", ["military", "civilian"]) is None
    assert nearest("anything", []) is None
    assert nearest("x" * 5_000_000, ["military"]) is None


def test_nearest_is_the_whole_word_and_not_one_that_stands_in_it():
    assert nearest("topc", ["to", "topic", "q"]) == "topic"
    assert nearest("vote", ["recorded_votes", "votes", "sponsors"]) == "votes"
    assert nearest("yes", ["not_yet_due", "eyes"]) == "eyes"


def test_not_allowed_shows_some_of_many():
    message = not_allowed("c", [f"code{number}" for number in range(20)])
    assert message.startswith("found 'c'; allowed: code0, ")
    assert "code11 and 8 more" in message
