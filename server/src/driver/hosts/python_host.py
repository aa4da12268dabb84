"""Starts the host that runs Python VIF drivers: `python3 -I python_host.py fork|once MEMORY SECONDS`.

The first line that it answers says that it runs; then come frames (hostFrames.ts). `fork` runs one driver after the
other, each in a process of its own; `once` runs one in this process, where the system cannot fork. MEMORY (bytes) and
SECONDS (of processor time) are the limits of each process. Needs nothing beside the standard library.
"""

import sys

if sys.version_info < (3, 6):
    sys.exit('This is Python %d.%d' % sys.version_info[:2])

import os

BEFORE = set(sys.modules)


def main():
    sys.dont_write_bytecode = True
    # Isolated mode does not look for modules beside this file, and drivers shall not either.
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from vif_host import fork, modules, once

    sys.path.pop(0)
    modules.hold_own(set(sys.modules) - BEFORE)
    mode, memory, seconds = sys.argv[1:]
    del sys.argv[1:]
    serve = {'fork': fork.serve, 'once': once.serve}[mode]
    serve(int(memory), int(seconds))


main()
