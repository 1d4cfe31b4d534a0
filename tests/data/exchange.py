# exchange.py - Onward JSON for tests: the sample search, the schema, and a walk over both
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of this folder share; each of them calls run_tap () last."""
import datetime
import json
import pathlib
import sys

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))
from tap import run_tap  # noqa: E402, F401  (what each of them calls last)

DATA = pathlib.Path(__file__).resolve().parents[2] / "data"
SAMPLE = (DATA / "sample-search.json").read_text(encoding="utf-8")
SCHEMA = json.loads((DATA / "onward-exchange.schema.json").read_text(encoding="utf-8"))

formats = jsonschema.FormatChecker()


@formats.checks("date-time", raises=ValueError)
def is_instant(value):
    """The stock checker needs a package that Debian does not have."""
    return not isinstance(value, str) or datetime.datetime.fromisoformat(value).tzinfo is not None


def find_problems(document):
    """Where a document breaks the schema, a line each."""
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=formats)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def walk(value, path="$"):
    """Every value of a document with its path, outermost first."""
    yield path, value
    if isinstance(value, dict):
        for name, member in value.items():
            yield from walk(member, f"{path}.{name}")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from walk(member, f"{path}[{index}]")


def find_out_of_order(value, schema, path="$"):
    """The path of each object whose members stand in another order than in the schema."""
    while "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, dict) and "properties" in schema:
        known = [name for name in schema["properties"] if name in value]
        if list(value)[:len(known)] != known:
            yield path
        for name in known:
            yield from find_out_of_order(value[name], schema["properties"][name], f"{path}.{name}")
    elif isinstance(value, list) and "items" in schema:
        for index, member in enumerate(value):
            yield from find_out_of_order(member, schema["items"], f"{path}[{index}]")
