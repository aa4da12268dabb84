"""Turns what a driver returned into the answer that holds it (`HostAnswer` in hostProtocol.ts)."""

import collections.abc

# How deep lists and dictionaries may lie in each other, and how many values one key may stand for: as in hostValue.ts.
MAX_DEPTH = 100
MAX_VALUES = 100000

# Most are of the first kind, which is told without a look at what else calls itself a mapping.
MAPPINGS = (dict, collections.abc.Mapping)


def answer_of(method, result):
    """Turns what the driver returned into the answer that holds its values."""
    if not isinstance(result, MAPPINGS):
        return {'kind': 'no-dictionary', 'method': method, 'type': type(result).__name__}
    try:
        return {'kind': 'returned', 'values': [value_of_key(key, value) for key, value in result.items()]}
    except Refused as refused:
        return refused.answer


class Refused(Exception):
    """What the driver returned is no network dictionary; `answer` says why."""

    def __init__(self, **answer):
        self.answer = answer


def value_of_key(key, value):
    name = text_of_key(key)
    return [name, Converter(name).convert(value)]


def text_of_key(key):
    if not issubclass(type(key), str):
        raise Refused(kind='key-refused', key=repr(key), type=type(key).__name__)
    return str.__str__(key)


class Converter:
    """Turns one value of the network dictionary into what the answer holds (`HostValue` in hostValue.ts).

    What it holds is what `str` would show, save that a subclass (an enumeration, say) counts as the value that it is.
    """

    def __init__(self, key):
        self.key = key
        self.around = set()
        self.count = 0

    def convert(self, value):
        self.count += 1
        if self.count > MAX_VALUES:
            raise Refused(kind='nesting-refused', key=self.key, fault='size')
        kind = type(value)
        if value is None or kind is bool:
            return value
        if issubclass(kind, str):
            return str.__str__(value)
        if issubclass(kind, int):
            return {'int': int.__repr__(value)}
        if issubclass(kind, float):
            return {'float': float.__repr__(value)}
        return self.convert_nested(kind, value)

    def convert_nested(self, kind, value):
        if not issubclass(kind, (list, tuple) + MAPPINGS):
            raise Refused(kind='value-refused', key=self.key, type=kind.__name__)
        if id(value) in self.around:
            raise Refused(kind='nesting-refused', key=self.key, fault='cycle')
        if len(self.around) == MAX_DEPTH:
            raise Refused(kind='nesting-refused', key=self.key, fault='depth')
        self.around.add(id(value))
        if issubclass(kind, MAPPINGS):
            converted = {'dict': [[text_of_key(key), self.convert(item)] for key, item in value.items()]}
        else:
            converted = {'list' if issubclass(kind, list) else 'tuple': [self.convert(item) for item in value]}
        self.around.remove(id(value))
        return converted
