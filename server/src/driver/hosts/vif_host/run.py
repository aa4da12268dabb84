"""Runs a driver in this process: imports, makes and calls it."""

import json
import os

from .modules import import_driver
from .raised import raised
from .values import answer_of

METHODS = ('getVIFConfiguration', 'plug')

# A driver may replace this: the host keeps its own.
encode = json.JSONEncoder().encode
# The same as `json.loads`, which looks for blanks around with two patterns first: that touches more memory than all else.
decode = json.JSONDecoder().raw_decode


def read(frame):
    """What a frame holds as JSON: a request as its user has written it."""
    return decode(frame[1].decode('utf-8').strip())[0]


def run(driver, request):
    """Takes a `HostDriver` and a `HostRequest`; returns the bytes of the answer's JSON. Never raises."""
    for name, value in driver['environment'].items():
        os.environ[name] = value
    try:
        go_to(os.path.dirname(driver['file']))
        answer = answer_request(driver, request)
    except BaseException as error:  # SystemExit and KeyboardInterrupt too: no answer may be lost
        answer = raised(error, driver['classFile'])
    return encode(answer).encode('ascii')


def go_to(folder):
    try:
        os.chdir(folder)
    except (FileNotFoundError, NotADirectoryError):  # the driver may be in the editor alone
        pass


def answer_request(driver, request):
    module = import_driver(driver)
    make = getattr(module, driver['className'], None)
    if not callable(make):
        return {'kind': 'no-class', 'holds': class_names(module)}
    driver = make()
    name = next((name for name in METHODS if callable(getattr(driver, name, None))), None)
    if name is None:
        return {'kind': 'no-method'}
    arguments = [request.get('instance', {}), request.get('network', {})]
    if name == 'plug':
        arguments.append(request.get('mapping', {}))
    return answer_of(name, getattr(driver, name)(*arguments))


def class_names(module):
    classes = [(name, value) for name, value in vars(module).items() if isinstance(value, type)]
    return [name for name, value in classes if value.__module__ == module.__name__]
