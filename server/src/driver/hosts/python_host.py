"""Runs one VIF driver once: reads a request from stdin, answers over what stdout was, and ends.

The request is JSON (`HostRequest` in hostProtocol.ts). The answer is two lines: the first says that the host has
started, the second is JSON (`HostAnswer`). What the driver or its sub-processes print goes to stderr, in whichever way
they print it. Needs Python 3.6 or later, and nothing beside the standard library.
"""

import collections.abc
import importlib
import importlib.machinery
import importlib.util
import io
import json
import linecache
import os
import sys
import traceback

READY = b'openstack-vif driver host\n'
METHODS = ('getVIFConfiguration', 'plug')
# How deep lists and dictionaries may lie in each other, and how many values one key may stand for: as in hostValue.ts.
MAX_DEPTH = 100
MAX_VALUES = 100000

# A driver may replace these, as eventlet.monkey_patch() does with os: the host keeps its own.
encode = json.JSONEncoder().encode
get_pid = os.getpid
leave = os._exit
TracebackException = traceback.TracebackException

host_pid = os.getpid()


class OpenFileLoader(importlib.machinery.SourceFileLoader):
    """Loads a module from its text in the editor, which counts in place of the file."""

    def __init__(self, name, file, text):
        super().__init__(name, file)
        self.text = text

    def get_source(self, fullname):
        return self.text

    def get_code(self, fullname):
        return compile(self.text, self.path, 'exec', dont_inherit=True)


class DriverFinder:
    """Finds the driver's module in the driver's file, and the modules that are open in the editor."""

    def __init__(self, module, file, texts):
        self.module = module
        self.file = file
        self.texts = {os.path.normcase(path): text for path, text in texts}

    def find_spec(self, name, path=None, target=None):
        if name == self.module:
            return self.spec(name, self.file)
        if not self.texts or name in sys.builtin_module_names:
            return None
        return self.search(name, sys.path if path is None else path)

    def search(self, name, folders):
        """Looks through the folders in their order, so that an open file hides what Python itself would find later."""
        base = name.rpartition('.')[2]
        for folder in folders:
            for file in (os.path.join(folder, base, '__init__.py'), os.path.join(folder, base + '.py')):
                if os.path.normcase(file) in self.texts:
                    return self.spec(name, file)
            spec = importlib.machinery.PathFinder.find_spec(name, [folder])
            if spec is not None and spec.loader is not None:
                return spec
        return None

    def spec(self, name, file):
        text = self.texts.get(os.path.normcase(file))
        if text is None:
            loader = importlib.machinery.SourceFileLoader(name, file)
        else:
            loader = OpenFileLoader(name, file, text)
        return importlib.util.spec_from_file_location(name, file, loader=loader)


def show_in_tracebacks(texts):
    """Makes tracebacks quote the lines of the editor, not those of the disk."""
    for path, text in texts:
        lines = io.StringIO(text, newline=None).readlines()
        linecache.cache[path] = (len(text), None, lines, path)


def import_driver(request):
    """Imports the driver's module, as Python would with the search path in front of its own."""
    texts = [(path, text.lstrip('\ufeff')) for path, text in request['unsaved']]
    show_in_tracebacks(texts)
    sys.dont_write_bytecode = True
    sys.path[:0] = request['searchPath']
    sys.meta_path.insert(0, DriverFinder(request['module'], request['file'], texts))
    # A driver may share its name with a module that the host itself uses.
    sys.modules.pop(request['module'], None)
    return importlib.import_module(request['module'])


def run_driver(request):
    """Imports, makes and calls the driver; returns the answer."""
    module = import_driver(request)
    make = getattr(module, request['className'], None)
    if not callable(make):
        return {'kind': 'no-class', 'holds': class_names(module)}
    driver = make()
    name = next((name for name in METHODS if callable(getattr(driver, name, None))), None)
    if name is None:
        return {'kind': 'no-method'}
    arguments = [request['instance'], request['network']]
    if name == 'plug':
        arguments.append(request['mapping'])
    return answer_of(name, getattr(driver, name)(*arguments))


def class_names(module):
    classes = [(name, value) for name, value in vars(module).items() if isinstance(value, type)]
    return [name for name, value in classes if value.__module__ == module.__name__]


def answer_of(method, result):
    """Turns what the driver returned into the answer that holds its values."""
    if not isinstance(result, collections.abc.Mapping):
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
        if not issubclass(kind, (list, tuple, collections.abc.Mapping)):
            raise Refused(kind='value-refused', key=self.key, type=kind.__name__)
        if id(value) in self.around:
            raise Refused(kind='nesting-refused', key=self.key, fault='cycle')
        if len(self.around) == MAX_DEPTH:
            raise Refused(kind='nesting-refused', key=self.key, fault='depth')
        self.around.add(id(value))
        if issubclass(kind, collections.abc.Mapping):
            converted = {'dict': [[text_of_key(key), self.convert(item)] for key, item in value.items()]}
        else:
            converted = {'list' if issubclass(kind, list) else 'tuple': [self.convert(item) for item in value]}
        self.around.remove(id(value))
        return converted


def raised(error, file):
    """Tells what the driver raised, and where in the file of its class."""
    report = TracebackException(type(error), error, error.__traceback__)
    hide_host(report)
    answer = {'kind': 'raised', 'type': type(error).__name__, 'text': message_of(error, file)}
    answer['traceback'] = ''.join(report.format())
    answer['place'] = place_of(error, report, file)
    return answer


def hide_host(report):
    """Takes the host's own frames, and those of Python's import system, out of a traceback and out of its causes."""
    pending = [report]
    while pending:
        report = pending.pop()
        if report is not None:
            report.stack[:] = [frame for frame in report.stack if not is_host_frame(frame.filename)]
            pending += [report.__cause__, report.__context__]


def is_host_frame(filename):
    return filename in (main.__code__.co_filename, importlib.__file__) or filename.startswith('<frozen importlib')


def message_of(error, file):
    if is_syntax_error_of(error, file):
        return str(error.msg)
    try:
        return str(error)
    except BaseException:
        return '(its message cannot be read)'


def place_of(error, report, file):
    """The innermost place in the file; a syntax error there is its own place."""
    if is_syntax_error_of(error, file):
        return {'line': error.lineno, 'function': None}
    frames = [frame for frame in report.stack if is_same_file(frame.filename, file)]
    return {'line': frames[-1].lineno, 'function': frames[-1].name} if frames else None


def is_syntax_error_of(error, file):
    return isinstance(error, SyntaxError) and is_same_file(error.filename, file) and error.lineno is not None


def is_same_file(one, other):
    return isinstance(one, str) and os.path.normcase(one) == os.path.normcase(other)


def redirect():
    """Puts stderr in the place of stdout: unbuffered, so that nothing is lost if the driver is stopped."""
    os.dup2(2, 1)
    for name, descriptor in (('stdout', 1), ('stderr', 2)):
        raw = io.FileIO(descriptor, 'w', closefd=False)
        setattr(sys, name, io.TextIOWrapper(raw, 'utf-8', 'backslashreplace', newline='\n', write_through=True))


def answer_request(request):
    try:
        if os.path.isdir(os.path.dirname(request['file'])):
            os.chdir(os.path.dirname(request['file']))
        return run_driver(request)
    except BaseException as error:  # SystemExit and KeyboardInterrupt too: no answer may be lost
        return raised(error, request['classFile'])


def main():
    # A copy of stdout that sub-processes do not inherit.
    answers = open(os.dup(1), 'wb')
    answers.write(READY)
    answers.flush()
    request = json.loads(sys.stdin.buffer.read().decode('utf-8'))
    redirect()
    answer = answer_request(request)
    # A driver may fork; only the process that was asked answers.
    if get_pid() == host_pid:
        answers.write(encode(answer).encode('ascii') + b'\n')
        answers.flush()
    leave(0)


main()
