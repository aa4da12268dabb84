import assert from 'node:assert/strict';
import { driverScene, manyTemplatesScene } from '../../../bench/documents/driver';
import { confScene, selectionScene } from '../../../bench/documents/novaConf';
import { LANGUAGES, languageScene } from '../../../bench/documents/peers';
import type { Scene } from '../../../bench/documents/scene';
import { placeholderScene, templateScene } from '../../../bench/documents/template';
import type { Disk } from '../../../server/src/workspace/disk';
import { Workspace } from '../../../server/src/workspace/workspace';

const ROOT = 'file:///w';
const LINES = 1000;

/** The files of a scene, its spoiler put in or not. */
function textsOf({ files, spoiler }: Scene, spoilt: boolean): ReadonlyMap<string, string> {
  const texts = new Map(Object.entries(files).map(([file, text]) => [`${ROOT}/${file}`, text]));
  if (!spoilt) return texts;
  const lines = (files[spoiler.file] ?? '').split('\n');
  const line = lines[spoiler.line] ?? '';
  lines[spoiler.line] = line.slice(0, spoiler.character) + spoiler.insert + line.slice(spoiler.character);
  return texts.set(`${ROOT}/${spoiler.file}`, lines.join('\n'));
}

/** The codes of what is wrong with the watched file. */
async function codesOf(scene: Scene, spoilt: boolean): Promise<readonly string[]> {
  const texts = textsOf(scene, spoilt);
  const disk: Disk = {
    read: (uri) => texts.get(uri),
    names: () => [],
    answersAtOnce: () => true,
    find: () => Promise.resolve([...texts.keys()].filter((uri) => !uri.endsWith('.py'))),
  };
  const workspace = new Workspace(disk);
  await workspace.setRoots([ROOT]);
  return workspace.problems(`${ROOT}/${scene.watched}`).map(({ code }) => code);
}

describe('a scene of the benchmark', () => {
  const scenes: readonly (readonly [string, Scene, string])[] = [
    ['an end tag', templateScene(LINES), 'template.xml-syntax'],
    ['a placeholder', placeholderScene(LINES), 'placeholder.not-provided'],
    ['a driver', driverScene(LINES), 'placeholder.not-provided'],
    ['a driver that many templates hang on', manyTemplatesScene(5), 'placeholder.not-provided'],
    ["nova.conf's name of the driver", confScene(LINES), 'selection.driver-class-not-found'],
    ['the same, seen in the template', selectionScene(LINES, LINES), 'placeholder.not-provided'],
  ];
  for (const [name, scene, code] of scenes) {
    it(`is sound, and spoilt by one character: ${name}`, async () => {
      assert.deepEqual(await codesOf(scene, false), []);
      assert.deepEqual([...new Set(await codesOf(scene, true))], [code]);
    });
  }

  it('is as long in each language', () => {
    const languages = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];
    const all = [templateScene(LINES), ...languages.map((language) => languageScene(language, LINES))];
    for (const { files, spoiler } of all) {
      const lines = (files[spoiler.file] ?? '').split('\n');
      assert.ok(Math.abs(lines.length - LINES) < 20, `${spoiler.file}: ${lines.length}`);
      assert.ok(Math.abs(spoiler.line - LINES / 2) < LINES / 5, `${spoiler.file}: ${spoiler.line}`);
      assert.ok(spoiler.character <= (lines[spoiler.line] ?? '').length, spoiler.file);
    }
  });
});
