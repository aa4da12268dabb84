"""Reads nova.conf texts with the real oslo.config.

In: a JSON list of texts on stdin. Out: a JSON list with, for each text, either
{"line": …, "fault": …}, or {"sections": {group: {name: [value, …]}}, "values": [[group, name, value], …]}:
the values as they stand in the file, and the values that count, after substitution. Where oslo.config refuses
to substitute, there is no value.
"""

import json
import os
import re
import sys
import tempfile

from oslo_config import cfg


def normalized(group):
    return group if group == 'DEFAULT' else group.lower()


def values(path, sections):
    conf = cfg.ConfigOpts()
    names = {(normalized(group), name) for group, options in sections.items() for name in options}
    names = sorted((group, name) for group, name in names if re.fullmatch('[A-Za-z_]+', name))
    for group, name in names:
        conf.register_opt(cfg.StrOpt(name), group=None if group == 'DEFAULT' else group)
    conf(args=[], default_config_files=[path], default_config_dirs=[], use_env=False)
    for group, name in names:
        try:
            yield group, name, conf[name] if group == 'DEFAULT' else conf[group][name]
        except Exception:
            pass


def read(path):
    sections = {}
    try:
        cfg.ConfigParser(path, sections).parse()
    except cfg.ParseError as error:
        return {'line': error.lineno, 'fault': error.msg}
    return {'sections': sections, 'values': list(values(path, sections))}


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'nova.conf')
        answers = []
        for text in json.load(sys.stdin):
            with open(path, 'w', newline='', encoding='utf-8') as file:
                file.write(text)
            answers.append(read(path))
    json.dump(answers, sys.stdout)


main()
