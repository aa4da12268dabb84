import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import type {
  DriverDeclaration,
  DriverLanguage,
  DriverModule,
  OutputKey,
} from '../../../server/src/driver/declaration';
import { Models } from '../../../server/src/workspace/models';
import { moduleResolver } from '../../../server/src/workspace/moduleResolver';
import { filesOf } from '../driver/driverCase';
import { javascriptDrivers } from '../driver/javascriptDrivers';
import { javascriptImports } from '../driver/javascriptImports';
import { pythonDrivers } from '../driver/pythonDrivers';
import { pythonImports } from '../driver/pythonImports';
import { watchParses } from '../driver/watchParses';

type Files = readonly (readonly [path: string, text: string])[];

/** Reads the first one of files that lie in a folder. */
function read(models: Models, folder: string, language: DriverLanguage, files: Files): DriverModule {
  const texts = new Map(files.map(([path, text]) => [`${folder}/${path}`, text]));
  const [[uri = '', text = ''] = []] = texts;
  const resolve = moduleResolver([folder], { text: (file) => texts.get(file) });
  return models.driver({ uri, language, text }, resolve).module;
}

/** All that a module tells, what is found out when it is asked for among it. */
function told({ classes, ...module }: DriverModule): unknown {
  return { ...module, classes: classes.map(toldOfClass) };
}

function toldOfClass({
  className,
  classSpan,
  method,
  keys,
  complete,
  passesNetwork,
  opaqueBase,
  keyInsertion,
}: DriverDeclaration): unknown {
  return { className, classSpan, method, keys: keys.map(toldOfKey), complete, passesNetwork, opaqueBase, keyInsertion };
}

function toldOfKey({ uri, span, key, declared, sometimes, places, placesKnown }: OutputKey): unknown {
  return { uri, span, key, declared, sometimes, places, placesKnown };
}

const CASES = {
  python: [...pythonDrivers, ...pythonImports],
  javascript: [...javascriptDrivers, ...javascriptImports],
};

describe('the copy of a driver in another folder', () => {
  for (const language of ['python', 'javascript'] as const)
    it(`tells the same of ${CASES[language].length} drivers in ${language} as one that is read for itself`, () => {
      for (const driver of CASES[language]) {
        const files = filesOf(language, driver);
        const models = new Models();
        read(models, 'file:///host-1', language, files);
        const copy = read(models, 'file:///host-2', language, files);
        deepEqual(told(copy), told(read(new Models(), 'file:///host-2', language, files)), driver.name);
      }
    });

  const DRIVER = "from base import Base\nclass Driver(Base):\n    def plug(self, i, n, m):\n        return {'a': 1}\n";
  const BASE = "class Base:\n    output_keys = ['b']\n";

  it('is not read', () => {
    const models = new Models();
    read(models, 'file:///host-1', 'python', [['driver.py', DRIVER]]);
    const parses = watchParses(() => {
      const { classes } = read(models, 'file:///host-2', 'python', [['driver.py', DRIVER]]);
      equal(classes[0]?.keys[0]?.uri, 'file:///host-2/driver.py');
    });
    equal(parses.length, 0);
  });

  for (const [what, first, second] of [
    ['the one that was read has not', [], [['base.py', BASE]]],
    ['that one has as well', [['base.py', BASE]], [['base.py', BASE.replace("'b'", "'c'")]]],
  ] as const)
    it(`is read for itself where it has a module beside it that ${what}`, () => {
      const models = new Models();
      const one = read(models, 'file:///host-1', 'python', [['driver.py', DRIVER], ...first]);
      const other = read(models, 'file:///host-2', 'python', [['driver.py', DRIVER], ...second]);
      const keysOf = ({ classes }: DriverModule): readonly string[] =>
        classes.flatMap(({ keys }) => keys.map(({ key }) => key));
      notEqual(keysOf(one).join(), keysOf(other).join());
      ok(other.modules.includes('file:///host-2/base.py'));
    });
});
