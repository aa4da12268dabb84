"""What becomes of a forked process: it runs the driver, answers, and ends."""

import collections
import json
import os
import select
import signal
import sys

try:
    # Without the enumerations that `signal` puts around it: they would take as long as the fork.
    from _signal import signal as set_signal
except ImportError:
    from signal import signal as set_signal

from . import compiled, frames, limits, linux
from .modules import open_texts
from .run import read, run

# What an answer ends with.
END = b'\n'
# The descriptors of a process: its answer is written to the first, which is all that a driver has of the host's. The others are closed before
# anything of the driver runs. Those that the process is asked and tells over are the host's own, at the same numbers; over the last one it
# hands the host what it has compiled.
ANSWER, ASKED, TOLD, COMPILED = 3, 4, 5, 6
# More descriptors than the host ever has open.
BEYOND = 64
# How long the next question is waited for (ms) before anything is done ahead of it: who asks right again has done so by then, and who does not
# has heard by then what the last run gave. Either shall not have to wait for a processor.
SOON = 2

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


def live(terms, ends):
    """Waits for the question, a driver's frame and a request's. Never returns."""
    code = 1
    try:
        settle(terms, *ends)
        asked = frames.Reader(ASKED)
        if not is_asked_soon():
            rehearse(asked)
        driver, request = asked.next(), asked.next()
        # Nobody asks where the host has ended before.
        if request is not None:
            answer_once(driver, request)
        code = 0
    finally:
        leave(code)


def is_asked_soon():
    """Waits for a question, for a moment. Says whether there is one."""
    poll = select.poll()
    poll.register(ASKED, select.POLLIN)
    return poll.poll(SOON) != []


def rehearse(asked):
    """Does what every run does, while nobody waits: a fork copies memory when it is first written to, which takes its time."""
    asked.bytes += REHEARSAL
    driver, request = asked.next(), asked.next()
    run(read(driver), read(request))
    sys.path.pop(0)
    sys.meta_path.pop(0)
    sys.modules.pop(REHEARSED['module'], None)
    try:
        os.chdir(os.path.dirname(FOLDER))
    except OSError:  # an update has taken the folder away
        pass


def answer_once(*asked):
    own = get_pid()
    # Told before anything can go wrong with what was asked, which is gone by now, and by nobody else: whoever has heard of no start knows that
    # the driver has not run, and that another process is asked the same.
    frames.send(TOLD, frames.STARTED, str(own).encode('ascii'))
    driver, request = (read(frame) for frame in asked)
    file = driver['file']
    os.write(COMPILED, compiled.compile_ahead(file, dict(open_texts(driver)).get(file)))
    os.closerange(ASKED, COMPILED + 1)
    answer = run(driver, request)
    # A driver may fork; only the process that was asked answers.
    if get_pid() == own:
        frames.write_all(ANSWER, answer + END)


def settle(terms, print_end, answer_end, compiled_end):
    """Leaves the host: for a session of its own, and with nothing of the host's open but where it is asked and tells."""
    os.setsid()
    linux.end_with_parent(terms.host)
    signal.set_wakeup_fd(-1)
    set_signal(CHILD_ENDED, DEFAULT)
    for descriptor in (1, 2):
        os.dup2(print_end, descriptor)
    os.dup2(answer_end, ANSWER, inheritable=False)
    os.dup2(compiled_end, COMPILED, inheritable=False)
    os.closerange(COMPILED + 1, BEYOND)
    limits.limit(terms.memory, terms.seconds)
