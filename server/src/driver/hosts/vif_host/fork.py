"""Runs one driver after the other, each in a process of its own, of which nothing is left when the next begins."""

import gc
import json
import os
import select
import signal
import time

from . import child, compiled, frames, linux, prints
from .tree import Tree

# As in hostFrames.ts.
MAX_ANSWER = 16 * 1024 * 1024
# How much of what a driver prints is told: a million characters have four bytes each at most.
MAX_PRINTED = 4 * 1000 * 1000
CHUNK = 65536
# How many processes, one after the other, may end before they have taken a question that waits for them.
MAX_LOST = 3
# How many seconds lie between the ends of two runs at most, of which one comes right behind the other.
IN_A_ROW = 0.005
# How a run has ended that has answered: nobody wants to know, and to find out would take its time.
ANSWERED_END = b'{"code": null, "signal": null, "refused": null}'


def serve(memory, seconds):
    """Answers until nobody asks any more."""
    host = Host(child.Terms(memory, seconds, os.getpid()))
    while host.goes_on:
        host.run_next()


class Host:
    """What all runs share."""

    def __init__(self, terms):
        self.terms = terms
        # At these numbers a child has something else: no pipe shall lie there that it needs for that.
        for descriptor in (child.ANSWER, child.COMPILED):
            os.dup2(2, descriptor, inheritable=False)
        os.dup2(0, child.ASKED, inheritable=False)
        os.dup2(1, child.TOLD, inheritable=False)
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1):
            os.dup2(nothing, descriptor)
        os.close(nothing)
        prints.attach()
        # The end of a child wakes `poll`.
        self.wake, wake = os.pipe()
        os.set_blocking(self.wake, False)
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.adopts = linux.adopt_orphans()
        self.goes_on = True
        # Whether a process is made ready before somebody asks. Not where the last one has ended by itself: that may come to nothing again and again.
        self.is_ahead = True
        self.lost = 0
        # When the last run was over.
        self.over = time.monotonic()
        # What is there now stays as it is: a fork does not copy it.
        if hasattr(gc, 'freeze'):
            gc.collect()
            gc.freeze()
        tell(frames.READY)

    def run_next(self):
        """Has a process ready that takes the next question, and sees to it that nothing is left of it.

        It is forked ahead, so that a run waits for no fork: what is shared with it is copied when one of both writes to it, which takes its time.
        """
        if not self.is_ahead and not self.is_asked():
            self.goes_on = False
            return
        self.let_be_heard()
        try:
            process = Process(self.terms)
        except OSError as error:
            if self.is_ahead:  # it will be said when there is a run
                self.is_ahead = False
            else:
                self.refuse(str(error))
            return
        run = Run(process, self)
        self.goes_on = run.follow()
        self.is_ahead = run.has_answered
        self.lost = self.lost + 1 if self.is_lost(run) else 0
        if self.lost == 0:
            run.tell()
        elif self.lost == MAX_LOST:
            self.goes_on = False
        process.end()

    def let_be_heard(self):
        """Leaves the processor to who hears of the end of a run, unless the next run comes right behind: a fork would be in front."""
        now = time.monotonic()
        if now - self.over > IN_A_ROW:
            child.is_asked_soon()
        self.over = now

    def is_asked(self):
        """Waits for a question. False where nobody asks any more."""
        poll = select.poll()
        for descriptor in (child.ASKED, child.TOLD):
            poll.register(descriptor, select.POLLIN)
        return poll.poll() == [(child.ASKED, select.POLLIN)]

    def is_lost(self, run):
        """Whether a process has ended by itself before it has taken its question, which is there then for the next: before the run is told to be over there comes no other one."""
        poll = select.poll()
        poll.register(child.ASKED, select.POLLIN)
        return not run.has_answered and poll.poll(0) != []

    def refuse(self, why):
        """Takes the question, for which there is no process."""
        asked = frames.Reader(child.ASKED)
        self.goes_on = asked.next() is not None and asked.next() is not None
        tell_over(None, why)


def tell(data):
    frames.write_all(child.TOLD, data)


def tell_over(status, refused=None):
    """`status` is that of `waitpid`, or None."""
    end = {'code': None, 'signal': None, 'refused': refused}
    if status is not None and os.WIFSIGNALED(status):
        end['signal'] = signal_name(os.WTERMSIG(status))
    elif status is not None:
        end['code'] = os.WEXITSTATUS(status)
    tell(frames.frame(frames.OVER, json.dumps(end).encode('ascii')))


def signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return 'signal %d' % number


class Process:
    """A forked process that waits for its question."""

    def __init__(self, terms):
        """Raises OSError where the system has no process or no pipe left."""
        pipes = [os.pipe() for _ in range(3)]
        self.printed, self.answered, self.compiled = (read for read, _ in pipes)
        ends = [end for _, end in pipes]
        try:
            self.number = os.fork()
            if self.number == 0:
                child.live(terms, ends)
        except OSError:
            self.close()
            raise
        finally:
            for end in ends:
                os.close(end)
        for descriptor in (self.printed, self.answered, self.compiled):
            os.set_blocking(descriptor, False)

    def end(self):
        """Keeps what it has compiled: it could hand over nothing any more when the driver ran."""
        told = read_some(self.compiled)
        if told:
            compiled.keep(told)
        self.close()

    def close(self):
        for descriptor in (self.printed, self.answered, self.compiled):
            os.close(descriptor)


class Run:
    """One run."""

    def __init__(self, process, host):
        self.answer = bytearray()
        self.left = MAX_PRINTED
        self.printed, self.answered = process.printed, process.answered
        self.wake = host.wake
        self.tree = Tree(process.number, host.adopts)

    @property
    def has_answered(self):
        return self.answer.endswith(child.END)

    @property
    def is_too_large(self):
        return len(self.answer) > MAX_ANSWER

    def follow(self):
        """Passes on what comes until the run is over. Says whether the host can go on."""
        goes_on = self.watch()
        is_clean = self.tree.end()
        # What was written before the end is still on its way.
        while self.read_printed() or self.read_answered():
            pass
        return goes_on and is_clean

    def tell(self):
        """Tells what the process has answered, and how it has ended."""
        if self.is_too_large:
            answer = frames.frame(frames.TOO_LARGE)
        elif self.has_answered:
            answer = frames.frame(frames.ANSWERED, self.answer[:-len(child.END)])
        else:
            tell_over(self.tree.status)
            return
        tell(answer + frames.frame(frames.OVER, ANSWERED_END))

    def watch(self):
        """Waits for the answer, for the end of the process, or until nobody wants the answer. False where nobody asks any more."""
        poll = select.poll()
        # Nothing can be read where this process tells: that something happens there is the end of who listens.
        for descriptor in (child.TOLD, self.wake, self.printed, self.answered):
            poll.register(descriptor, select.POLLIN)
        while not self.tree.has_ended():
            for descriptor, _ in poll.poll():
                if descriptor == child.TOLD:
                    return False
                if descriptor == self.wake:
                    os.read(self.wake, CHUNK)
                elif not (self.read_printed() if descriptor == self.printed else self.read_answered()):
                    poll.unregister(descriptor)
                if self.has_answered or self.is_too_large:
                    return True
        return True

    def read_printed(self):
        """Passes on what was printed. False where there is nothing."""
        read = read_some(self.printed)
        told = read[:self.left]
        self.left -= len(told)
        if told:
            tell(frames.frame(frames.PRINTED, told))
        return read != b''

    def read_answered(self):
        """Takes what was answered. False where there is nothing."""
        if self.is_too_large:
            return False
        read = read_some(self.answered)
        self.answer += read
        return read != b''


def read_some(descriptor):
    try:
        return os.read(descriptor, CHUNK)
    except BlockingIOError:
        return b''
