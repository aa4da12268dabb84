"""What becomes of a forked process: it runs the driver, answers, and ends."""

import collections
import json
import os
import signal

from . import frames, limits, linux
from .run import encode, run
from .values import answer_of

# What an answer ends with.
END = b'\n'
# The descriptors that it is written to, which is all that a driver has of the host's, and that the question comes from.
ANSWER, QUESTION = 3, 4

REHEARSED = "class Driver(object):\n    keys = ['a']\n    def plug(self, a):\n        return {'a': a.get('a'), 'b': str(a)}\n"

# The limits of a process, and the number of the host's.
Terms = collections.namedtuple('Terms', 'memory seconds host')

# A driver may replace these: the host keeps its own.
get_pid = os.getpid
# Without the enumerations that `signal` puts around it: they would take as long as the fork.
set_signal = getattr(signal.signal, '__wrapped__', signal.signal)
CHILD_ENDED, DEFAULT = int(signal.SIGCHLD), int(signal.SIG_DFL)
leave = os._exit


def live(terms, question, print_end, answer_end):
    """Waits for the question, a driver's frame and a request's, at a descriptor. Never returns."""
    code = 1
    try:
        settle(terms, question, print_end, answer_end)
        rehearse()
        asked = frames.Reader(QUESTION)
        driver, request = asked.next(), asked.next()
        os.close(QUESTION)
        # Nobody asks where the host has ended before.
        if request is not None:
            answer_once(driver[1], request[1])
        code = 0
    finally:
        leave(code)


def rehearse():
    """Does what every run does, while nobody waits: a fork copies memory when it is first written to, which takes its time."""
    names = {}
    exec(compile(REHEARSED, '<rehearsal>', 'exec', dont_inherit=True), names)
    encode(answer_of('plug', names['Driver']().plug(json.loads('{"a": [1, null]}'))))


def answer_once(driver, request):
    own = get_pid()
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
    os.closerange(QUESTION + 1, max(question, print_end, answer_end) + 1)
    limits.limit(terms.memory, terms.seconds)
