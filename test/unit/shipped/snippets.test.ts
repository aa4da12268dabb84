import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDriver } from '../../../server/src/driver/read';
import { parseTemplateFile } from '../../../server/src/template/parse';
import { examples, runDriver, type Answer } from './examples';
import { objectAt, readJson } from './files';
import { isThere, skipWithout } from './programs';
import { shippedTemplate, templatesOf } from './templates';

const FILES = ['vif-template', 'nova-conf', 'python', 'javascript'].map(
  (name) => `snippets/${name}.code-snippets.json`,
);

/** What a snippet leaves in the editor when every stop is passed as it is. */
function expand(file: string, name: string): string {
  const { body } = objectAt(readJson(file), name);
  const text = (Array.isArray(body) ? body : [body]).join('\n');
  const defaults = new Map<string, string>();
  return text
    .replace(/(?<!\\)\$\{(\d)(?::([^}]*)|\|([^,]*)[^}]*\|)\}/g, (_, stop: string, words?: string, choice?: string) => {
      defaults.set(stop, words ?? choice ?? '');
      return defaults.get(stop) ?? '';
    })
    .replace(/(?<!\\)\$(\d)/g, (_, stop: string) => defaults.get(stop) ?? '')
    .replaceAll('\\$', '$');
}

const withoutBlanks = (text: string): string => text.replace(/>\s+</g, '><').trim();

describe('The snippets', () => {
  for (const file of FILES) {
    it(`${file}: each has a prefix of its own that begins with vif-, and a description`, () => {
      const snippets = readJson(file);
      const prefixes = Object.keys(snippets).map((name) => String(objectAt(snippets, name).prefix));
      assert.equal(new Set(prefixes).size, prefixes.length);
      for (const prefix of prefixes) assert.match(prefix, /^vif-/);
      for (const name of Object.keys(snippets)) assert.ok(objectAt(snippets, name).description);
    });
  }

  for (const { vifType } of examples) {
    it(`the template for ${vifType} is the one that ships`, () => {
      const [[madeFor, made] = []] = templatesOf(
        expand('snippets/vif-template.code-snippets.json', `Template for ${vifType}`),
      );
      assert.equal(madeFor, vifType);
      assert.equal(withoutBlanks(made ?? ''), withoutBlanks(shippedTemplate(vifType)));
    });
  }

  const newTemplates: readonly (readonly [name: string, vifType: string])[] = [
    ['VIF template file', 'bridge'],
    ['VIF template file of one interface', '802.1Qbh'],
  ];
  for (const [name, vifType] of newTemplates) {
    it(`${name}: it is a template without any problem`, () => {
      const text = expand('snippets/vif-template.code-snippets.json', name);
      const file = parseTemplateFile(text, { uri: 'file:///802.1Qbh.vif.xml', vifType: '802.1Qbh' });
      assert.deepEqual(file.problems, []);
      assert.deepEqual(
        file.templates.map((template) => [template.vifType, template.placeholders.map(({ key }) => key)]),
        [[vifType, ['mac_address']]],
      );
    });
  }

  it('a new template file holds a template', () => {
    const text = expand('snippets/vif-template.code-snippets.json', 'VIF template file');
    assert.match(text, /^<\?xml .*\?>\n<vif-templates>\n[\s\S]*\n<\/vif-templates>$/);
    assert.match(templatesOf(text).get('bridge') ?? '', /<mac address='\$\{mac_address\}'\/>/);
  });

  it('a placeholder is one', () => {
    assert.equal(expand('snippets/vif-template.code-snippets.json', 'Placeholder'), '${key}');
    assert.equal(expand('snippets/vif-template.code-snippets.json', 'Optional placeholder'), '${key?}');
  });

  it('a selection names a VIF type and a driver, in either form', () => {
    const file = 'snippets/nova-conf.code-snippets.json';
    const ini = 'libvirt_vif_type = bridge\nlibvirt_vif_driver = module.DriverClass\n';
    const flags = '--libvirt_vif_type=bridge\n--libvirt_vif_driver=module.DriverClass\n';
    assert.equal(expand(file, 'VIF type and driver'), ini);
    assert.equal(expand(file, 'VIF type and driver as flags'), flags);
  });

  describe('a driver', () => {
    let folder = '';
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'vif-'));
    });
    after(() => {
      rmSync(folder, { recursive: true });
    });

    function runSnippet(language: string, extension: string): Answer {
      const file = join(folder, `driver.${extension}`);
      writeFileSync(file, expand(`snippets/${language}.code-snippets.json`, 'VIF driver'));
      return runDriver(file, 'VifDriver', { instance: {}, network: { device: 'eth5' } });
    }
    for (const [language, uri] of [
      ['python', 'file:///driver.py'],
      ['javascript', 'file:///driver.mjs'],
    ] as const) {
      it(`in ${language} is read whole: its keys are declared, and there are no others`, () => {
        const text = expand(`snippets/${language}.code-snippets.json`, 'VIF driver');
        const { classes, problems } = readDriver({ uri, language, text }, () => undefined);
        assert.deepEqual(problems, []);
        assert.deepEqual(
          classes.map(({ className, method, complete, keys }) => [
            className,
            method,
            complete,
            keys.map(({ key, declared }) => [key, declared]),
          ]),
          [['VifDriver', 'getVIFConfiguration', true, [['source_device', true]]]],
        );
      });
    }

    const answer = { outputKeys: ['source_device'], values: { source_device: 'eth5' }, error: undefined };

    it('in Python runs', function () {
      skipWithout(this, isThere('python3') ? [] : ['python3']);
      assert.deepEqual(runSnippet('python', 'py'), answer);
    });

    it('in JavaScript runs', () => {
      assert.deepEqual(runSnippet('javascript', 'mjs'), answer);
    });
  });
});
