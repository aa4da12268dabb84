"""What becomes of a forked process: it runs the driver, answers, and ends."""

import collections
import json
import os
import signal
import sys

try:
    # Without the enumerations that `signal` puts around it: they would take as long as the fork.
    from _signal import signal as set_signal
except ImportError:
    from signal import signal as set_signal

from . import frames, limits, linux
from .run import run

# What an answer begins with, as soon as the question is read, and what it ends with.
TAKEN, END = b'?', b'\n'
# The descriptors that it is written to, which is all that a driver has of the host's, and that the question comes from.
ANSWER, QUESTION = 3, 4
# More descriptors than the host ever has open.
BEYOND = 64

FOLDER = os.path.dirname(os.path.abspath(__file__))
REHEARSED = {
    'module': 'rehearsal',
    'file': os.path.join(FOLDER, 'rehearsal.py'),
    'classFile': os.path.join(FOLDER, 'rehearsal.py'),
    'className': 'Driver',
    'searchPath': [FOLDER],
    'environment': {},
    'unsaved': [],
}
# What asks for that, as frames.
REHEARSAL = frames.frame(frames.DRIVER, json.dumps(REHEARSED).encode('ascii')) + frames.frame(
    frames.REQUEST, b'{"instance": {"a": [1, null]}, "network": {"a": "b"}}'
)

# The limits of a process, and the number of the host's.
Terms = collections.namedtuple('Terms', 'memory seconds host')

# A driver may replace these: the host keeps its own.
get_pid = os.getpid
CHILD_ENDED, DEFAULT = int(signal.SIGCHLD), int(signal.SIG_DFL)
leave = os._exit


def live(terms, question, print_end, answer_end):
    """Waits for the question, a driver's frame and a request's, at a descriptor. Never returns."""
    code = 1
    try:
        settle(terms, question, print_end, answer_end)
        asked = frames.Reader(QUESTION)
        rehearse(asked)
        driver, request = asked.next(), asked.next()
        os.close(QUESTION)
        # Nobody asks where the host has ended before.
        if request is not None:
            answer_once(driver[1], request[1])
        code = 0
    finally:
        leave(code)


def rehearse(asked):
    """Does what every run does, while nobody waits: a fork copies memory when it is first written to, which takes its time."""
    asked.bytes += REHEARSAL
    driver, request = asked.next(), asked.next()
    run(driver[1], request[1])
    sys.path.pop(0)
    sys.meta_path.pop(0)
    sys.modules.pop(REHEARSED['module'], None)
    try:
        os.chdir(os.path.dirname(FOLDER))
    except OSError:  # an update has taken the folder away
        pass


def answer_once(driver, request):
    own = get_pid()
    frames.write_all(ANSWER, TAKEN)
    answer = run(driver, request)
    # A driver may fork; only the process that was asked answers.
    if get_pid() == own:
        frames.write_all(ANSWER, answer + END)


def settle(terms, question, print_end, answer_end):
    """Leaves the host: for a session of its own, and with nothing of the host's open."""
    os.setsid()
    linux.end_with_parent(terms.host)
    signal.set_wakeup_fd(-1)
    set_signal(CHILD_ENDED, DEFAULT)
    for descriptor in (1, 2):
        os.dup2(print_end, descriptor)
    # What lies at 3 and 4 are the host's own: it opened those first.
    os.dup2(answer_end, ANSWER, inheritable=False)
    os.dup2(question, QUESTION, inheritable=False)
    os.closerange(QUESTION + 1, BEYOND)
    limits.limit(terms.memory, terms.seconds)
