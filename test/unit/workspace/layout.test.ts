import assert from 'node:assert/strict';
import { makeLayout } from '../../../server/src/workspace/layout';

interface Case {
  readonly name: string;
  readonly confs: readonly string[];
  readonly templates: readonly string[];
  readonly named?: Readonly<Record<string, string>>;
  /** The nova.confs of each template. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
}

const CASES: readonly Case[] = [
  {
    name: 'a template hangs on the nova.conf beside it',
    confs: ['nova.conf'],
    templates: ['bridge.vif.xml'],
    expected: { 'bridge.vif.xml': ['nova.conf'] },
  },
  {
    name: 'the nearest folder above counts, and only that',
    confs: ['nova.conf', 'a/nova.conf'],
    templates: ['a/b/x.vif.xml', 'c/y.vif.xml'],
    expected: { 'a/b/x.vif.xml': ['a/nova.conf'], 'c/y.vif.xml': ['nova.conf'] },
  },
  {
    name: 'all nova.confs of that folder count',
    confs: ['nova-1.conf', 'nova-2.conf'],
    templates: ['x.vif.xml'],
    expected: { 'x.vif.xml': ['nova-1.conf', 'nova-2.conf'] },
  },
  {
    name: 'a template with none above it hangs on the only ones of the workspace',
    confs: ['etc/nova.conf'],
    templates: ['templates/x.vif.xml'],
    expected: { 'templates/x.vif.xml': ['etc/nova.conf'] },
  },
  {
    name: 'where there are several to choose from, none is chosen',
    confs: ['host1/nova.conf', 'host2/nova.conf'],
    templates: ['templates/x.vif.xml'],
    expected: {},
  },
  {
    name: 'a folder whose name begins alike is another folder',
    confs: ['host/nova.conf', 'other/nova.conf'],
    templates: ['host2/x.vif.xml'],
    expected: {},
  },
  {
    name: 'a nova.conf that names its template file governs that one alone',
    confs: ['nova.conf', 'nova-a.conf'],
    templates: ['x.vif.xml', 'far/y.vif.xml'],
    named: { 'nova-a.conf': 'far/y.vif.xml' },
    expected: { 'x.vif.xml': ['nova.conf'], 'far/y.vif.xml': ['nova-a.conf', 'nova.conf'] },
  },
];

const ROOT = 'file:///w%20s';
const uri = (path: string): string => `${ROOT}/${path}`;

describe('which nova.conf governs which template', () => {
  for (const { name, confs, templates, named = {}, expected } of CASES) {
    it(name, () => {
      const namedUris = new Map(Object.entries(named).map(([conf, template]) => [uri(conf), uri(template)]));
      const { confsOf, templatesOf } = makeLayout({
        confs: confs.map(uri),
        templates: templates.map(uri),
        roots: [ROOT],
        named: namedUris,
      });
      const wanted = Object.entries(expected).map(([template, of]) => [uri(template), of.map(uri)] as const);
      assert.deepEqual([...confsOf], wanted);
      for (const [template, of] of wanted) for (const conf of of) assert.ok(templatesOf.get(conf)?.includes(template));
    });
  }

  it('looks at no folder above the root', () => {
    const input = {
      confs: ['file:///nova.conf', 'file:///w/a/nova.conf', 'file:///w/b/nova.conf'],
      templates: ['file:///w/x.vif.xml'],
    };
    assert.deepEqual([...makeLayout({ ...input, roots: ['file:///w'], named: new Map() }).confsOf], []);
  });
});
