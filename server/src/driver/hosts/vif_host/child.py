"""What becomes of a forked process: it runs the driver, answers, and ends."""

import collections
import os
import signal
import sys

from . import frames, limits, linux, prints
from .run import run

# What an answer ends with.
END = b'\n'
# The descriptor that it is written to; a driver has no other of the host's.
ANSWER = 3

# The limits of a process, and the number of the host's.
Terms = collections.namedtuple('Terms', 'memory seconds host')

# A driver may replace these: the host keeps its own.
get_pid = os.getpid
leave = os._exit


def live(terms, driver, request, print_end, answer_end):
    """Never returns."""
    code = 1
    try:
        settle(terms, print_end, answer_end)
        own = get_pid()
        answer = run(driver, request)
        # A driver may fork; only the process that was asked answers.
        if get_pid() == own:
            frames.write_all(ANSWER, answer + END)
        code = 0
    finally:
        leave(code)


def settle(terms, print_end, answer_end):
    """Leaves the host: for a session of its own, and with nothing of the host's open."""
    os.setsid()
    linux.end_with_parent(terms.host)
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for descriptor in (1, 2):
        os.dup2(print_end, descriptor)
    move(answer_end, ANSWER)
    os.closerange(ANSWER + 1, max(print_end, answer_end) + 1)
    sys.stdin = open(0, closefd=False)
    prints.attach()
    limits.limit(terms.memory, terms.seconds)


def move(descriptor, wanted):
    """Sub-processes do not inherit it."""
    if descriptor != wanted:
        os.dup2(descriptor, wanted, inheritable=False)
