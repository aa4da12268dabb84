"""Tells what a driver raised, and where."""

import importlib
import os
import traceback

# A driver may replace this: the host keeps its own.
TracebackException = traceback.TracebackException
HOST = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HOST_FILES = (os.path.join(HOST, 'python_host.py'), os.path.join(HOST, 'vif_host') + os.sep)


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
    return filename == importlib.__file__ or filename.startswith(HOST_FILES + ('<frozen importlib',))


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
