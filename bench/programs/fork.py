"""A bare fork and answer: for each line of stdin a child is forked, which answers over a pipe; the answer goes to stdout."""

import os
import sys

for line in sys.stdin.buffer:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, line)
        os._exit(0)
    os.close(writer)
    answer = os.read(reader, 65536)
    os.close(reader)
    os.waitpid(child, 0)
    os.write(1, answer)
