"""How many times a second Debian's Cheetah renders a template of eight placeholders, compiled once. One line of JSON."""

import json
import statistics
import time

from Cheetah.Filters import WebSafe
from Cheetah.Template import Template

KEYS = ['mac', 'bridge', 'port', 'dev', 'model', 'queues', 'mtu', 'alias']
TEXT = "<interface type='bridge'>\n%s</interface>" % ''.join("  <a b='${%s}'/>\n" % key for key in KEYS)
COUNT = 2000

compiled = Template.compile(source=TEXT)
sets = [{key: '%s-%d' % (key, index) for key in KEYS} for index in range(COUNT)]
times = []
for _ in range(5):
    started = time.perf_counter()
    for values in sets:
        str(compiled(searchList=[values], filter=WebSafe))
    times.append(time.perf_counter() - started)
print(json.dumps({'cheetah': COUNT / statistics.median(times)}))
