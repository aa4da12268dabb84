import { deepEqual, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  BUILTINS,
  DICTIONARY_ATTRIBUTES,
  EMPTY_TEMPLATE_ATTRIBUTES,
  FUNCTION_VARIABLES,
  MODULE_NAMES,
  TEMPLATE_ATTRIBUTES,
  TYPE_ATTRIBUTES,
} from '../../../server/src/cheetah/evaluate/definedNames';
import { PYTHON_KEYWORDS } from '../../../server/src/cheetah/pythonTokens';
import { skipWithout } from '../../unit/shipped/programs';
import { hasCheetah } from './cheetahOracle';

/** Asks for every name that a template finds without a search list; those of a compiled class, and of a template made of a text. */
const PROGRAM = `
import builtins, json, keyword, sys
from Cheetah.Template import Template

def names(names):
    return sorted(name for name in names if not name.startswith(('__', '_CHEETAH_')))

seen = {}
compiled = Template.compile(source='$seen(locals())')
str(compiled(searchList=[{'seen': lambda variables: seen.update(variables)}]))
attributes = names({*dir(compiled()), *dir(Template('x'))})
empty = [name for name in attributes if getattr(compiled(), name, 1) is None]
print(json.dumps({
    'function': names({*seen, '_v'}),
    'empty': empty,
    'template': [name for name in attributes if name not in empty],
    'module': names(vars(sys.modules[compiled.__module__])),
    'builtins': names(set(dir(builtins)) - {'None', 'True', 'False'}),
    'keywords': sorted(keyword.kwlist),
    'types': {type(value).__name__: names(dir(value)) for value in ('', 1, True, 1.5, [], (), {})},
}))`;

function sorted(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort();
}

describe('the names that Python and Cheetah define', () => {
  it('are those of the real ones', function () {
    skipWithout(this, hasCheetah() ? [] : ['Cheetah (python3-cheetah)']);
    const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', PROGRAM], { encoding: 'utf8' });
    ok(stdout, stderr);
    deepEqual(
      {
        function: sorted(FUNCTION_VARIABLES),
        empty: sorted(EMPTY_TEMPLATE_ATTRIBUTES),
        template: sorted(TEMPLATE_ATTRIBUTES),
        module: sorted(MODULE_NAMES),
        builtins: sorted(BUILTINS),
        keywords: sorted(PYTHON_KEYWORDS),
        types: Object.fromEntries([...TYPE_ATTRIBUTES].map(([type, names]) => [type, sorted(names)])),
      },
      JSON.parse(stdout),
    );
    deepEqual(DICTIONARY_ATTRIBUTES, TYPE_ATTRIBUTES.get('dict'));
  });
});
