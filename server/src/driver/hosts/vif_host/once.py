"""Runs one driver in this process, answers, and ends."""

import os
import sys

from . import frames, limits, prints
from .run import read, run

# A driver may replace these: the host keeps its own.
get_pid = os.getpid
leave = os._exit


def serve(memory, seconds):
    host = os.getpid()
    # Copies of stdin and stdout that sub-processes do not inherit.
    asked = frames.Reader(os.dup(0))
    answers = os.dup(1)
    frames.write_all(answers, frames.READY)
    driver = asked.next() or leave(0)
    request = asked.next() or leave(0)
    hide_pipes()
    limits.limit(memory, seconds)
    answer = run(read(driver), read(request))
    # A driver may fork; only the process that was asked answers.
    if get_pid() == host:
        frames.send(answers, frames.ANSWERED, answer)
    leave(0)


def hide_pipes():
    """Puts nothing in the place of stdin, and stderr in the place of stdout."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    sys.stdin = open(0, closefd=False)
    os.dup2(2, 1)
    prints.attach()
