"""Reads nova.conf texts with the real oslo.config and Nova's own options.

In: a JSON list of texts on stdin. Out: a JSON list with, for each text, {"unread": [[group, name], …], "options": [{"group",
"name", "fault", "value"}, …]}: the settings that belong to no option, and each option that the file sets, by its current name.
"fault" says why oslo.config refuses its value, null where it does not; "value" is the value where it is a text.
"""

import json
import logging
import os
import sys
import tempfile

from oslo_config import cfg

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '../../../scripts'))
import nova_options  # noqa: E402


def normalized(group):
    return group if group == 'DEFAULT' else group.lower()


def with_credentials(options):
    """The options, and in each group with an auth_type those of every way to log in."""
    names = nova_options.credentials()
    groups = [group for group, option in options if option.dest == 'auth_type']
    return options + [(group, cfg.StrOpt(name)) for group in groups for name in names]


class Reader:
    def __init__(self):
        self.conf = cfg.ConfigOpts()
        self.places = {}
        known = set()
        for group, option in with_credentials(list(nova_options.registered())):
            if (group, option.dest) in known:
                continue
            known.add((group, option.dest))
            option.required = False
            self.conf.register_opt(option, group=None if group == 'DEFAULT' else group)
            old = [(normalized(d.group or group), d.name or option.dest) for d in option.deprecated_opts]
            for place in [(group, option.dest), *old]:
                self.places.setdefault(place, set()).add((group, option.dest))

    def read(self, path):
        self.conf(args=[], default_config_files=[path], default_config_dirs=[], use_env=False)
        sections = self.conf._namespace._normalized[0]
        places = [(group, name) for group, names in sections.items() for name in names]
        options = sorted({option for place in places for option in self.places.get(place, ())})
        unread = [place for place in places if place not in self.places]
        return {'unread': unread, 'options': [self.ask(*option) for option in options]}

    def ask(self, group, name):
        try:
            value = self.conf[name] if group == 'DEFAULT' else self.conf[group][name]
        except Exception as error:
            return {'group': group, 'name': name, 'fault': f'{type(error).__name__}: {error}', 'value': None}
        return {'group': group, 'name': name, 'fault': None, 'value': value if isinstance(value, str) else None}


def main():
    logging.disable(logging.CRITICAL)
    reader = Reader()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'nova.conf')
        answers = []
        for text in json.load(sys.stdin):
            with open(path, 'w', newline='', encoding='utf-8') as file:
                file.write(text)
            answers.append(reader.read(path))
    json.dump(answers, sys.stdout)


main()
