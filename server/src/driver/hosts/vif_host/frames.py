"""Frames: a letter, four bytes that tell the length of what follows, and that (hostFrames.ts)."""

import os
import struct

READY = b'openstack-vif driver host\n'
HEAD = struct.Struct('>cI')
CHUNK = 65536

DRIVER, REQUEST = b'd', b'r'
STARTED, PRINTED, ANSWERED, TOO_LARGE, OVER = b's', b'p', b'a', b'l', b'o'


class Reader:
    """Reads frames from a descriptor."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.bytes = bytearray()

    def fill(self):
        """Takes what has come, and waits where nothing has. False at the end."""
        read = os.read(self.descriptor, CHUNK)
        self.bytes += read
        return read != b''

    def take(self):
        """The next frame, its letter and the rest, or None while it is not whole."""
        if len(self.bytes) < HEAD.size:
            return None
        kind, size = HEAD.unpack_from(self.bytes)
        end = HEAD.size + size
        if len(self.bytes) < end:
            return None
        payload = bytes(self.bytes[HEAD.size:end])
        del self.bytes[:end]
        return kind, payload

    def next(self):
        """Waits for a frame. None at the end."""
        while True:
            frame = self.take()
            if frame is not None or not self.fill():
                return frame


# A driver may replace this: what runs in its process keeps its own.
write = os.write


def write_all(descriptor, data):
    view = memoryview(data)
    while view:
        view = view[write(descriptor, view):]


def frame(kind, payload=b''):
    return HEAD.pack(kind, len(payload)) + payload


def send(descriptor, kind, payload=b''):
    write_all(descriptor, frame(kind, payload))
