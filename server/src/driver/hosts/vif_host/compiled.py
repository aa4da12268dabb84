"""Keeps the code that a driver's module was compiled to: while its text stays the same, no run compiles it again."""

import marshal
import warnings

from . import linux

# The most that is told, which is less than a pipe holds: nobody waits for it to be read.
MAX_TOLD = 60000


class Kept:
    """A file, its text (bytes, or as it is open in the editor), and the code of that."""

    def __init__(self, file=None, text=None, code=None):
        self.file = file
        self.text = text
        self.code = code

    def code_of(self, file, text):
        """The code of a text of a file, where it is that."""
        return self.code if self.file == file and self.text == text else None


# What the host had when this process was forked.
kept = Kept()


def code_of(file, text):
    return kept.code_of(file, text)


def keep(told):
    """Keeps what `compile_ahead` has given in another process; nothing where that ended in the middle of it."""
    global kept
    try:
        kept = Kept(*marshal.loads(told))
    except (EOFError, TypeError, ValueError):
        pass


def compile_ahead(file, text):
    """Compiles what a driver's module is going to be imported from. Gives what `keep` takes; nothing where there is nothing new."""
    try:
        text = linux.read(file) if text is None else text
        if code_of(file, text) is not None:
            return b''
        told = marshal.dumps((file, text, compile_silently(file, text)))
    except Exception:  # what is wrong is told when it is imported
        return b''
    return told if len(told) <= MAX_TOLD else b''


def compile_silently(file, text):
    """Raises what Python would warn of: it does so whenever it compiles, and shall do so in each run."""
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        return compile(text, file, 'exec', dont_inherit=True)
