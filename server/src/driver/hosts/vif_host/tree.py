"""Ends all the processes of a run."""

import os
import signal
import time

from . import linux

# How often, and how many seconds apart, it is looked whether what was killed has ended.
TRIES = 500
PAUSE = 0.001


class Tree:
    """The processes of one run: the first one, its group, and on Linux also those that have left the group."""

    def __init__(self, leader, adopts):
        self.leader = leader
        self.adopts = adopts
        self.status = None

    def has_ended(self):
        """Whether the first process has ended; takes note of how."""
        if self.status is None:
            number, status = os.waitpid(self.leader, os.WNOHANG)
            if number == self.leader:
                self.status = status
        return self.status is not None

    def end(self):
        """Ends them all, and buries those whose parent this process is. Says whether nothing is left."""
        # To be called as soon as the first has ended: no other process can have got its number yet.
        kill(os.killpg, self.leader)
        if not self.has_ended():
            kill(os.kill, self.leader)
            _, self.status = os.waitpid(self.leader, 0)
        return not self.adopts or has_no_child() or end_orphans()


def has_no_child():
    """Whether this process has no child at all, also none that has ended: to ask the system for a list takes ten times as long."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def end_orphans():
    """What a process leaves comes to this one when it ends: so this goes on until nothing comes."""
    for _ in range(TRIES):
        orphans = linux.children()
        if not orphans:
            return True
        for orphan in orphans:
            kill(os.kill, orphan)
        time.sleep(PAUSE)
        for orphan in orphans:
            os.waitpid(orphan, os.WNOHANG)
    return False


def kill(how, number):
    try:
        how(number, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # it has ended, or belongs to another user
        pass
