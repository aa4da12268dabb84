"""What Linux alone can do, so that a run leaves nothing behind."""

import os
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


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
        with open('/proc/self/task/%d/children' % own, 'rb') as file:
            return [int(number) for number in file.read().split()]
    except OSError:  # not every kernel has it
        pass
    return [int(name) for name in os.listdir('/proc') if name.isdigit() and parent_of(name) == own]


def parent_of(name):
    try:
        with open('/proc/' + name + '/stat', 'rb') as file:
            # The second field may hold any text, in parentheses.
            return int(file.read().rpartition(b')')[2].split()[1])
    except OSError:  # it has ended
        return None
