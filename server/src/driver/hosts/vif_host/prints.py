"""Sees to it that all that a driver prints goes to descriptors 1 and 2, whichever way it is printed."""

import io
import sys


def attach():
    """Makes Python's own streams of descriptors 1 and 2: unbuffered, so that nothing is lost if the driver is stopped."""
    for name, descriptor in (('stdout', 1), ('stderr', 2)):
        raw = io.FileIO(descriptor, 'w', closefd=False)
        stream = io.TextIOWrapper(raw, 'utf-8', 'backslashreplace', newline='\n', write_through=True)
        setattr(sys, name, stream)
