"""Runs one driver after the other, each in a process of its own, of which nothing is left when the next begins."""

import gc
import json
import os
import select
import signal

from . import child, frames, linux, prints
from .tree import Tree

# As in hostFrames.ts.
MAX_ANSWER = 16 * 1024 * 1024
# How much of what a driver prints is told: a million characters have four bytes each at most.
MAX_PRINTED = 4 * 1000 * 1000
CHUNK = 65536
# How a run has ended that has answered: nobody wants to know, and to find out would take its time.
ANSWERED_END = b'{"code": null, "signal": null, "refused": null}'


def serve(memory, seconds):
    """Answers until nobody asks any more."""
    host = Host(child.Terms(memory, seconds, os.getpid()))
    while host.serve_next():
        pass


class Host:
    """What all runs share."""

    def __init__(self, terms):
        self.terms = terms
        self.answers = os.dup(1)
        self.asked = frames.Reader(os.dup(0))
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
        self.driver = b''
        self.spare = None
        # What is there now stays as it is: a fork does not copy it.
        if hasattr(gc, 'freeze'):
            gc.collect()
            gc.freeze()
        frames.write_all(self.answers, frames.READY)
        self.prepare()

    def serve_next(self):
        """Does what the next frame asks for. False where there is none."""
        frame = self.asked.next()
        if frame is None:
            return False
        kind, payload = frame
        if kind == frames.DRIVER:
            self.driver = payload
        if kind == frames.REQUEST:
            return self.run(payload)
        return True

    def prepare(self):
        """Has a process ready for the next run, so that a run waits for no fork.

        It is made when nobody waits: what is shared with it is copied when one of both writes to it, which takes its time.
        """
        try:
            self.spare = Process(self.terms)
        except OSError:  # it will be said when there is a run
            self.spare = None

    def run(self, request):
        """Says whether this process can go on."""
        spare, self.spare = self.spare, None
        # Something may have ended the process that was ready.
        runs = (self.run_in(process, request) for process in (spare, None))
        goes_on = next(goes_on for goes_on in runs if goes_on is not None)
        if goes_on:
            self.prepare()
        return goes_on

    def run_in(self, process, request):
        """Runs in that process, or a new one. Says whether this one can go on; None where the process has ended before it read the request."""
        is_new = process is None
        try:
            process = process or Process(self.terms)
        except OSError as error:
            self.tell_over(None, str(error))
            return True
        run = Run(self, process, request)
        goes_on = run.follow()
        if run.is_lost and not is_new and goes_on:
            return None
        run.tell()
        return goes_on

    def tell(self, kind, payload=b''):
        frames.send(self.answers, kind, payload)

    def tell_over(self, status, refused=None):
        """`status` is that of `waitpid`, or None."""
        end = {'code': None, 'signal': None, 'refused': refused}
        if status is not None and os.WIFSIGNALED(status):
            end['signal'] = signal_name(os.WTERMSIG(status))
        elif status is not None:
            end['code'] = os.WEXITSTATUS(status)
        self.tell(frames.OVER, json.dumps(end).encode('ascii'))


def signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return 'signal %d' % number


class Process:
    """A forked process that waits for its question."""

    def __init__(self, terms):
        """Raises OSError where the system has no process or no pipe left."""
        question, self.question = os.pipe()
        self.printed, print_end = os.pipe()
        self.answered, answer_end = os.pipe()
        try:
            self.number = os.fork()
            if self.number == 0:
                child.live(terms, question, print_end, answer_end)
        except OSError:
            for descriptor in (self.question, self.printed, self.answered):
                os.close(descriptor)
            raise
        finally:
            for descriptor in (question, print_end, answer_end):
                os.close(descriptor)
        for descriptor in (self.printed, self.answered):
            os.set_blocking(descriptor, False)

    def ask(self, driver, request):
        try:
            frames.send(self.question, frames.DRIVER, driver)
            frames.send(self.question, frames.REQUEST, request)
        except BrokenPipeError:  # how it has ended will be seen
            pass
        os.close(self.question)


class Run:
    """One run."""

    def __init__(self, host, process, request):
        self.host = host
        self.answer = bytearray()
        self.left = MAX_PRINTED
        # Whether the process has ended by itself before it read its request.
        self.is_lost = False
        self.printed, self.answered = process.printed, process.answered
        self.tree = Tree(process.number, host.adopts)
        host.tell(frames.STARTED, str(process.number).encode('ascii'))
        process.ask(host.driver, request)

    def follow(self):
        """Passes on what comes until the run is over. Says whether the host can go on."""
        goes_on = self.watch()
        has_ended = self.tree.status is not None
        is_clean = self.tree.end()
        # What was written before the end is still on its way.
        while self.read_printed() or self.read_answered():
            pass
        os.close(self.printed)
        os.close(self.answered)
        self.is_lost = has_ended and not self.answer.startswith(child.TAKEN)
        return goes_on and is_clean

    def tell(self):
        """Tells what the process has answered, and how it has ended."""
        if len(self.answer) > MAX_ANSWER:
            self.host.tell(frames.TOO_LARGE)
        elif self.answer.endswith(child.END):
            self.host.tell(frames.ANSWERED, self.answer[len(child.TAKEN):-len(child.END)])
        else:
            self.host.tell_over(self.tree.status)
            return
        self.host.tell(frames.OVER, ANSWERED_END)

    def watch(self):
        """Waits for the answer, for the end of the process, or until nobody wants the answer. False where nobody asks any more."""
        host = self.host
        poll = select.poll()
        for descriptor in (host.asked.descriptor, host.wake, self.printed, self.answered):
            poll.register(descriptor, select.POLLIN)
        while not self.tree.has_ended():
            for descriptor, _ in poll.poll():
                if descriptor == host.asked.descriptor:
                    if not host.asked.fill():
                        return False
                    if host.asked.take() is not None:
                        return True
                elif descriptor == host.wake:
                    os.read(host.wake, CHUNK)
                elif not (self.read_printed() if descriptor == self.printed else self.read_answered()):
                    poll.unregister(descriptor)
                if self.answer.endswith(child.END) or len(self.answer) > MAX_ANSWER:
                    return True
        return True

    def read_printed(self):
        """Passes on what was printed. False where there is nothing."""
        read = read_some(self.printed)
        told = read[:self.left]
        self.left -= len(told)
        if told:
            self.host.tell(frames.PRINTED, told)
        return read != b''

    def read_answered(self):
        """Takes what was answered. False where there is nothing."""
        if len(self.answer) > MAX_ANSWER:
            return False
        read = read_some(self.answered)
        self.answer += read
        return read != b''


def read_some(descriptor):
    try:
        return os.read(descriptor, CHUNK)
    except BlockingIOError:
        return b''
