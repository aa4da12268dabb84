import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { clientMessages } from '../../../scripts/messages';
import { ROOT } from '../../installedPrograms';

type Texts = Readonly<Record<string, string>>;

function texts(file: string): Texts {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Texts;
}

/** The languages that a folder has files for, by what their names have in the middle: `package.nls.de.json`. */
function languages(folder: string, name: RegExp): readonly string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((file) => name.exec(file)?.[1] ?? []);
}

/** The places that a text leaves for values, and what it shows as code: a translation has the same. */
function partsOf(text: string): readonly string[] {
  return (text.match(/\{\w+\}|`[^`]+`|\]\([^)]+\)|\(command:[^)]+\)/g) ?? []).sort();
}

interface Shown {
  readonly path: string;
  readonly text: string;
}

/** What a person reads of package.json, with the place of each. */
function shown(value: unknown, place = ''): readonly Shown[] {
  if (typeof value === 'string')
    return /\/(title|description|markdownDescription|altText|category|contents|views\/.*\/name)$/.test(place)
      ? [{ path: place, text: value }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => shown(part, `${place}/${key}`));
}

/** The name of the product is the same in every language. */
const NAME = 'OpenStack VIF';
const manifest = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
const english = texts('package.nls.json');
const translated = languages('.', /^package\.nls\.([\w-]+)\.json$/);

describe('the texts of package.json', () => {
  it('stand in package.nls.json, and package.json has their keys', () => {
    const all = shown(JSON.parse(manifest));
    ok(all.length > 50);
    for (const { path: place, text } of all) ok(text === NAME || /^%[\w.-]+%$/.test(text), `${place}: ${text}`);
  });

  it('are all used, and none is missing', () => {
    const used = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key);
    deepEqual(Object.keys(english).sort(), [...new Set(used)].sort());
  });

  for (const language of translated)
    it(`have each a translation in ${language}, with the same code and links`, () => {
      const translation = texts(`package.nls.${language}.json`);
      deepEqual(Object.keys(translation).sort(), Object.keys(english).sort());
      for (const [key, text] of Object.entries(english)) deepEqual(partsOf(translation[key] ?? ''), partsOf(text), key);
    });
});

describe('what the extension says', () => {
  it('is translated into the same languages as package.json', () => {
    deepEqual(languages('l10n', /^bundle\.l10n\.([\w-]+)\.json$/), translated);
    ok(translated.includes('de'));
  });

  for (const language of translated)
    it(`has each a translation in ${language}, with places for the same values`, () => {
      const translation = texts(`l10n/bundle.l10n.${language}.json`);
      deepEqual(Object.keys(translation).sort(), clientMessages());
      for (const [text, other] of Object.entries(translation)) deepEqual(partsOf(other), partsOf(text), text);
    });

  it('is never handed to a message without vscode.l10n', () => {
    const folder = path.join(ROOT, 'client/src');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
      const literals = readFileSync(path.join(folder, file), 'utf8').match(/\.show\w+Message\(\s*['"`]/g);
      equal(literals, null, file);
    }
  });
});
