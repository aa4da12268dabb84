"""Runs NovaVifDriver again and again in one process.

A request is a line of JSON on stdin; its answer is one on stdout: {"values": ...}, or {"refused": ...} where it raises.
The first argument is the folder of the driver.
"""

import json
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])

from nova_vif_driver import NovaVifDriver  # noqa: E402


def answer(request):
    try:
        return {'values': NovaVifDriver().getVIFConfiguration(request['instance'], request['network'])}
    except ValueError as error:
        return {'refused': str(error)}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
