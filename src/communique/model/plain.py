"""Frozen dataclasses to and from what JSON can write, in one place."""

import dataclasses
import types
import typing
from collections.abc import Callable, Hashable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A value as dictionaries, lists, strings and numbers; fields keep their order, tuples become lists."""
    if isinstance(value, (str, int, float)) or value is None:
        return value
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return {name: plain(getattr(value, name)) for name in _names(cast(Hashable, type(value)))}


def built(kind: type[T], data: Any) -> T:
    """The dataclass that `plain` wrote; raises `KeyError` or `TypeError` for data of another shape."""
    return cast(T, _builder(cast(Hashable, kind))(data))


def packed(value: Any) -> Any:
    """As `plain`, but a dataclass is the list of its values alone: for what is written and read by the thousand."""
    if isinstance(value, (str, int, float)) or value is None:
        return value
    if isinstance(value, (tuple, list)):
        return [packed(item) for item in value]
    return [packed(item) for item in _values(cast(Hashable, type(value)))(value)]


def unpacked(kind: type[T], data: Any) -> T:
    """The dataclass that `packed` wrote; `data` is used up."""
    return cast(T, _unpacker(cast(Hashable, kind))(data))


def _as_is(data: Any) -> Any:
    return data


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """A function from plain data to a value of this type, put together once a type."""
    if typing.get_origin(kind) is tuple:
        inner = _builder(typing.get_args(kind)[0])
        return tuple if inner is _as_is else lambda data: tuple([inner(item) for item in data])
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        inner = _builder(typing.get_args(kind)[0])
        return lambda data: None if data is None else inner(data)
    if not dataclasses.is_dataclass(kind):
        return _as_is
    make, hints = cast(Any, kind), typing.get_type_hints(kind)
    fields = [(name, _builder(hints[name])) for name in _names(cast(Hashable, kind))]
    return lambda data: make(*[data[name] if build is _as_is else build(data[name]) for name, build in fields])


@cache
def _unpacker(kind: Any) -> Callable[[Any], Any]:
    """As `_builder`, for lists of values."""
    if typing.get_origin(kind) is tuple:
        inner = _unpacker(typing.get_args(kind)[0])
        return tuple if inner is _as_is else lambda data: tuple([inner(item) for item in data])
    if not dataclasses.is_dataclass(kind):
        return _as_is
    make, hints = cast(Any, kind), typing.get_type_hints(kind)
    names = enumerate(_names(cast(Hashable, kind)))
    parts = [(n, part) for n, name in names if (part := _unpacker(hints[name])) is not _as_is]

    def unpack(data: list[Any]) -> Any:
        for n, part in parts:
            data[n] = part(data[n])
        return make(*data)

    return unpack


@cache
def _values(kind: Hashable) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*_names(kind))


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cast(Any, kind)))
