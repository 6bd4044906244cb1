"""What is wrong with the form of a record, in the words that an editor understands."""

from collections.abc import Iterator

from pydantic import BaseModel, ValidationError

from . import forms
from .problems import Problem, did_you_mean
from .yaml_source import Document, KeyPath

MOST = 1_000  # mistakes of form that are told: a file that is no data file has any number


def form_problems(
    error: ValidationError, document: Document, prefix: KeyPath, of: type[BaseModel]
) -> Iterator[Problem]:
    """What pydantic finds in one record, in an editor's words; `prefix` is its path in the file."""
    for fault in error.errors(include_url=False)[:MOST]:
        path = (*prefix, *fault["loc"])
        names = [part for part in fault["loc"] if isinstance(part, str)]
        key = names[-1] if names else ""
        match fault["type"]:
            case "extra_forbidden":
                known = _known_keys(of, fault["loc"][:-1])
                yield document.problem(path, f"unknown key '{key}'{did_you_mean(str(key), known)}")
            case "missing":
                yield document.problem(path, f"the key '{key}' is missing")
            case "model_type" | "model_attributes_type":
                yield document.problem(path, "must be keys with values")
            case "tuple_type":
                yield document.problem(path, f"'{key}' must be a list{_given(fault['input'])}")
            case "too_short":
                yield document.problem(path, f"'{key}' must hold something")
            case "string_too_long":
                limit = fault["ctx"]["max_length"]
                yield document.problem(path, f"'{key}' has more than {limit:,} characters")
            case "string_type":
                yield document.problem(path, f"'{key}' must be words{_given(fault['input'])}")
            case "literal_error":
                given = str(fault["input"])
                options = fault["msg"].removeprefix("Input should be ")
                near = did_you_mean(given, options.replace("'", "").replace(" or", ",").split(", "))
                wrong = _given(fault["input"])
                yield document.problem(path, f"'{key}' must be {options}{wrong}{near}")
            case "string_pattern_mismatch":
                form = forms.FORMS[fault["ctx"]["pattern"]]
                yield document.problem(path, f"'{key}' must be {form}{_given(fault['input'])}")
            case _:
                reason = fault["msg"].replace("Input should", "should")
                yield document.problem(path, f"'{key}' {reason}{_given(fault['input'])}")


def _given(value: object) -> str:
    shown = "empty" if value is None else repr(value)
    return f" (it is {shown if len(shown) < 60 else shown[:57] + '…'})"


def _known_keys(of: type[BaseModel], path: KeyPath) -> list[str]:
    keys = list(of.model_fields)
    for part in path:
        annotation = getattr(of.model_fields.get(str(part)), "annotation", None)
        for candidate in (annotation, *getattr(annotation, "__args__", ())):
            if isinstance(candidate, type) and issubclass(candidate, BaseModel):
                of, keys = candidate, list(candidate.model_fields)
    return keys
