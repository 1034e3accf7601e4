"""What the addresses for programs take and give, in OpenAPI 3.1, made from the lists and the rows themselves."""

import dataclasses
import types
import typing
from importlib.metadata import version
from typing import Any

from communique.model.plan import WholePlan
from communique.model.process import ProcessPage
from communique.model.rows import EntryRow, Hits, NameRow, ReportRow
from communique.web.asked import DAYS, LAST, MOMENTS, MOST, PAGE_SIZE, is_day
from communique.web.finding import NARROWED
from communique.web.listings import LISTINGS, Filter, Listing

Schema = dict[str, Any]

DAY: Schema = {"type": "string", "format": "date"}
TEXT: Schema = {"type": "string", "minLength": 1, "pattern": r"\S"}

BODIES: dict[str, Schema] = {
    "report": {
        "type": "object",
        "required": ["outlet", "published", "text"],
        "properties": {"outlet": TEXT, "published": DAY, "title": {"type": "string"}, "text": TEXT,
                       "url": {"type": "string"}},
        "additionalProperties": False,
    },
    "correction": {
        "type": "object",
        "required": ["report", "claim", "action", "reason"],
        "properties": {"report": TEXT, "claim": TEXT, "action": {"enum": ["accept", "reject", "edit"]}, "reason": TEXT,
                       "field": {"type": "string"}, "value": {"type": "string"},
                       "values": {"type": "array", "items": {"type": "string"}, "description": "In place of `value`: "
                                  "all that the field holds from now on; none where the report does not say."},
                       "words": {"type": "string"}},
        "additionalProperties": False,
    },
    "grouping": {
        "type": "object",
        "required": ["process", "action", "reason"],
        "properties": {"process": TEXT, "action": {"enum": ["rename", "join", "split"]}, "reason": TEXT,
                       "name": {"type": "string"},
                       "others": {"type": "string", "description": "Ids, with spaces between them: of the processes "
                                  "that are joined to this one, or of the meetings that are split off it."}},
        "additionalProperties": False,
    },
}  # fmt: skip
"""What additions hold."""


def faults(body: Any, schema: Schema) -> list[str]:
    """What is wrong with a body, by these schemas' few rules."""
    if not isinstance(body, dict):
        return ["The body is no object."]
    known = schema["properties"]
    found = [f"{name!r} is missing." for name in schema["required"] if name not in body]
    found += [f"{name!r} is unknown; there are {', '.join(known)}." for name in body if name not in known]
    return found + [_fault(name, body[name], rule) for name, rule in known.items() if name in body and
                    _fault(name, body[name], rule)]  # fmt: skip


def _fault(name: str, value: Any, rule: Schema) -> str:
    if "enum" in rule:
        return "" if value in rule["enum"] else f"{name!r} is one of {', '.join(rule['enum'])}."
    if rule.get("type") == "array":
        are_texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
        return "" if are_texts else f"{name!r} is no list of texts."
    if not isinstance(value, str):
        return f"{name!r} is no text."
    if rule.get("format") == "date" and not is_day(value):
        return f"{name!r} is no date; write YYYY-MM-DD."
    return f"{name!r} is empty." if rule.get("minLength") and not value.strip() else ""


def described() -> Schema:
    """The description."""
    schemas: dict[str, Schema] = {"Fault": _object({"type": _STRING, "status": _INTEGER, "detail": _STRING})}
    paths = {f"/api/v1/{one.name}": {"get": _list(one, schemas)} for one in LISTINGS}
    for name, row in (("entries", EntryRow), ("reports", ReportRow), ("names", NameRow), ("plans", WholePlan)):
        paths[f"/api/v1/{name}/{{id}}"] = {"get": _one(name, row, schemas)}
    paths["/api/v1/processes/{id}"] = {"get": _process(schemas)}
    paths["/api/v1/search"] = {"get": _search(schemas)}
    added = _object({"report": _STRING, "is_new": {"type": "boolean"}, "is_new_reading": {"type": "boolean"},
                     "claims": _INTEGER})  # fmt: skip
    paths["/api/v1/reports"] = {"post": _addition("report", "A report to be read and kept.", added)}
    correction = "A person's word about one entry of a report."
    paths["/api/v1/corrections"] = {"post": _addition("correction", correction, _object({"id": _STRING}))}
    grouping = "A person's word about which meetings are of one process of talks."
    paths["/api/v1/groupings"] = {"post": _addition("grouping", grouping, _object({"id": _STRING}))}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "communique",
            "version": version("communique"),
            "description": "The record, as its pages show it.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


_STRING: Schema = {"type": "string"}
_INTEGER: Schema = {"type": "integer"}


def _object(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


def _parameter(name: str, schema: Schema, where: str = "query") -> Schema:
    return {"name": name, "in": where, "required": where == "path", "schema": schema}


def _filter(one: Filter) -> Schema:
    return _parameter(one.name, DAY if one.type == "date" else _STRING)


_MOMENT = [_parameter(name, DAY) for name in MOMENTS]


def _pages(size: int = PAGE_SIZE) -> list[Schema]:
    return [
        _parameter("page", {"type": "integer", "minimum": 1, "maximum": LAST, "default": 1}),
        _parameter("size", {"type": "integer", "minimum": 1, "maximum": MOST, "default": size}),
    ]


def _answers(ok: str, schema: Schema, *faulty: tuple[str, str]) -> Schema:
    fault = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Fault"}}}
    good = {"description": "The answer.", "content": {"application/json": {"schema": schema}}}
    return {ok: good} | {status: {"description": says, "content": fault} for status, says in faulty}


_BAD = (
    ("400", "A parameter that is none."),
    ("401", "The server wants a token."),
    ("404", "Nothing of this name."),
    ("503", "The record cannot be read."),
)


def _list(one: Listing, schemas: dict[str, Schema]) -> Schema:
    page = _object({"title": _STRING, "next": _STRING, "rows": {"type": "array", "items": _schema(one.row, schemas)}})
    return {
        "operationId": one.name,
        "summary": one.says,
        "parameters": [*map(_filter, one.filters), *_MOMENT, *_pages(one.size)],
        "responses": _answers("200", page, *_BAD) | {"304": {"description": "As the entity tag says."}},
    }


def _search(schemas: dict[str, Schema]) -> Schema:
    _schema(Hits, schemas)
    page = {"allOf": [{"$ref": "#/components/schemas/Hits"}, _object({"next": _STRING})]}
    words = _parameter("words", TEXT) | {"required": True}
    narrowed = [_parameter(name, DAY if name in DAYS else _STRING) for name in NARROWED]
    return {
        "operationId": "search",
        "summary": "Entries and reports with these words, the latest first, with what they can be narrowed by.",
        "parameters": [words, *narrowed, *_MOMENT, *_pages()],
        "responses": _answers("200", page, *_BAD) | {"304": {"description": "As the entity tag says."}},
    }


def _one(name: str, row: type, schemas: dict[str, Schema]) -> Schema:
    return {
        "operationId": f"one_of_{name}",
        "summary": (row.__doc__ or "").partition("\n")[0],
        "parameters": [_parameter("id", _STRING, "path"), *_MOMENT],
        "responses": _answers("200", _schema(row, schemas), *_BAD)
        | {"304": {"description": "As the entity tag says."}},
    }


def _process(schemas: dict[str, Schema]) -> Schema:
    """One process, with a page of its meetings."""
    one = _one("processes", ProcessPage, schemas)
    answer = one["responses"]["200"]["content"]["application/json"]
    answer["schema"] = {"allOf": [answer["schema"], _object({"next": _STRING})]}
    one["parameters"] += _pages()
    return one


def _addition(kind: str, says: str, gives: Schema) -> Schema:
    bad = (
        ("400", "The body is no JSON."),
        ("401", "The token is missing or another."),
        ("403", "The role of whoever the token is of does not allow this."),
        ("413", "The body is too large."),
        ("422", "A field is missing or none."),
        ("503", "The record cannot be written."),
    )
    return {
        "operationId": f"add_{kind}",
        "summary": says,
        "security": [{"token": []}],
        "requestBody": {"required": True, "content": {"application/json": {"schema": BODIES[kind]}}},
        "responses": _answers("201", gives, *bad),
    }


def _schema(kind: Any, schemas: dict[str, Schema]) -> Schema:
    """The schema of a type; rows go into `schemas` by their names."""
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _schema(typing.get_args(kind)[0], schemas)}
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return {"anyOf": [_schema(one, schemas) for one in typing.get_args(kind)]}
    if not dataclasses.is_dataclass(kind):
        return {"type": _NAMES[kind]}
    name = typing.cast(type, kind).__name__
    if name not in schemas:
        schemas[name] = {}
        hints = typing.get_type_hints(kind)
        schemas[name] = _object({f.name: _schema(hints[f.name], schemas) for f in dataclasses.fields(kind)})
    return {"$ref": f"#/components/schemas/{name}"}


_NAMES = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
