"""What Linux alone can do, so that a run leaves nothing behind."""

import os
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
CHUNK = 4096


def load_prctl():
    """The function of the C library; None where there is none."""
    if not sys.platform.startswith('linux') or not os.path.isdir('/proc/self'):
        return None
    try:
        import ctypes

        return ctypes.CDLL(None).prctl
    except (ImportError, OSError, AttributeError):
        return None


prctl = load_prctl()


def adopt_orphans():
    """Makes this process the parent of whatever its children leave, be it in another group or session. Says whether it is."""
    return prctl is not None and prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0


def end_with_parent(parent):
    """Has the system end this process when its parent ends."""
    if prctl is None:
        return
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def children():
    """The numbers of the processes whose parent this one is, also of those that have ended and are not buried."""
    own = os.getpid()
    try:
        return [int(number) for number in read('/proc/self/task/%d/children' % own).split()]
    except OSError:  # not every kernel has it
        pass
    return [int(name) for name in os.listdir('/proc') if name.isdigit() and parent_of(name) == own]


def read(path):
    """All of a file, without the objects that `open` puts around it: each would be memory to copy after a fork."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return b''.join(iter(lambda: os.read(descriptor, CHUNK), b''))
    finally:
        os.close(descriptor)


def parent_of(name):
    try:
        # The second field may hold any text, in parentheses.
        return int(read('/proc/' + name + '/stat').rpartition(b')')[2].split()[1])
    except OSError:  # it has ended
        return None
