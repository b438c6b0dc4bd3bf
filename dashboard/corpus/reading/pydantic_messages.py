"""What pydantic found wrong, in one sentence a curator can act on."""

from __future__ import annotations

from typing import Any, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dashboard.corpus.reading.problems import Problem, dotted, not_allowed, quoted
from dashboard.corpus.reading.yaml_reader import Lines, Path

_NOTES = {
    "missing": "is missing and needed",
    "string_type": "needs text; put it in quotes",
    "int_type": "needs a whole number",
    "bool_type": "needs true or false",
    "list_type": "needs a list",
    "dict_type": "needs a mapping",
    "model_type": "needs a mapping of keys",
    "too_short": "needs at least one entry",
}
_PATTERNS = {
    r"^[A-Z]{3}$": "a State is its ISO 3166-1 alpha-3 code, three capitals: NOR",
    r"^[A-Z]{2}$": "two capitals",
    r"^[0-9]{3}$": "three digits in quotes",
    r"^[0-9a-f]{64}$": "a SHA-256 in 64 lower-case hex digits",
    r"^[A-Z][A-Za-z0-9./() -]+$": "a symbol is written as printed: A/RES/79/239",
    r"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$": "a paragraph is named by its place: op6.e",
    r"^[a-z][a-z0-9_]*$": "a code is lower case with underscores",
    r"^[a-z0-9]+(-[a-z0-9.]+)*$": "an id is lower case with hyphens",
}


def explain(
    error: ValidationError, model: type[BaseModel], file: str, lines: Lines
) -> list[Problem]:
    """One problem per place, in file order.

    Branches of a union that did not fit are merged; where one branch fitted well enough
    to find fault inside the value, the others say nothing.
    """
    found: dict[Path, list[str]] = {}
    for detail in error.errors(include_url=False):
        path = _data_path(detail["loc"], lines)
        sentence = _sentence(detail, model, path)
        if sentence not in found.setdefault(path, []):
            found[path].append(sentence)
    within = {path[:length] for path in found for length in range(len(path))}
    return sorted(
        Problem(file, _line(path, lines), dotted(path), _joined(sentences))
        for path, sentences in found.items()
        if path not in within
    )


def _joined(sentences: list[str]) -> str:
    """Sentences about one value, which only the first needs to quote."""
    first, *others = sentences
    said = first.partition("; ")[0] + "; "
    return " or ".join([first, *(other.removeprefix(said) for other in others)])


def _data_path(location: tuple[int | str, ...], lines: Lines) -> Path:
    """Where in the file a pydantic location points: branch names of unions are no keys."""
    path: Path = ()
    for step in location:
        if (*path, step) in lines:
            path = (*path, step)
    missing = location[-1] if location else ""
    if location and path != location and isinstance(missing, str) and _is_key(missing):
        return (*path, missing) if not path or path[-1] != missing else path
    return path


def _is_key(step: str) -> bool:
    return step.isidentifier() and step.islower()


def _line(path: Path, lines: Lines) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _sentence(detail: ErrorDetails, model: type[BaseModel], path: Path) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    value = detail["input"]
    if kind == "extra_forbidden":
        return _unknown_key(str(detail["loc"][-1]), model, path)
    if value is None and kind != "missing":
        return _empty(kind, context)
    if kind == "literal_error":
        return not_allowed(value, _choices(str(context["expected"])))
    if kind == "string_pattern_mismatch":
        rule = _PATTERNS.get(str(context["pattern"]), f"allowed: {context['pattern']}")
        return f"found {quoted(value)}; {rule}"
    if kind == "value_error":
        return f"found {quoted(value)}; {context['error']}"
    if kind in _NOTES:
        shown = "" if kind == "missing" else f"found {quoted(value)}; "
        return f"{shown}{_NOTES[kind]}"
    return f"found {quoted(value)}; {detail['msg'][0].lower()}{detail['msg'][1:]}"


def _empty(kind: str, context: dict[str, Any]) -> str:
    """A key without a value: said so, rather than that `None` was found."""
    if kind == "literal_error":
        return f"is empty; allowed: {', '.join(_choices(str(context['expected'])))}"
    return f"is empty; {_NOTES.get(kind, 'needs a value').removesuffix('; put it in quotes')}"


def _choices(expected: str) -> list[str]:
    return [choice.strip(" '") for choice in expected.replace(" or ", ", ").split(",")]


def _unknown_key(key: str, model: type[BaseModel], path: Path) -> str:
    owner = _model_at(model, path[:-1])
    allowed = list(owner.model_fields) if owner else []
    return f"unknown key; {not_allowed(key, allowed)}"


def _model_at(model: Any, path: Path) -> type[BaseModel] | None:
    """The model whose keys stand at a path, found through its annotations."""
    in_mapping = False
    for step in path:
        if isinstance(step, int) or in_mapping:
            in_mapping = False
            continue
        field = model.model_fields.get(step)
        model = _inner_model(field.annotation) if field else None
        if field is None or model is None:
            return None
        in_mapping = get_origin(field.annotation) is dict
    return cast(type[BaseModel], model)


def _inner_model(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        found = _inner_model(argument)
        if found is not None:
            return found
    return None
