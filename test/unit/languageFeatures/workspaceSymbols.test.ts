import { deepEqual, equal } from 'node:assert/strict';
import { workspaceSymbols } from '../../../server/src/languageFeatures/workspaceSymbols';
import { CONF, DRIVER, SOUND, type Texts } from '../check/scenario';
import { viewOf } from './workspace';

/** The symbols that a query finds: name, file, and what stands at the place. */
function found(query: string, texts: Texts = SOUND): readonly string[] {
  const view = viewOf(texts);
  return workspaceSymbols(view, query).map(({ name, containerName, location }) => {
    const text = view.documentOf(location.uri)?.getText(location.range) ?? '';
    return `${name} @ ${containerName ?? ''}: ${text.replace(/\n.*/s, '…')}`;
  });
}

describe('workspaceSymbols', () => {
  it('finds templates, drivers and settings of nova.confs', () => {
    deepEqual(found(''), [
      "802.1Qbh @ 802.1Qbh.vif.xml: <interface type='direct'>…",
      'QbhDriver @ qbh.py: QbhDriver',
      'libvirt_vif_type = 802.1Qbh @ nova.conf: libvirt_vif_type',
      'libvirt_vif_driver = drivers.qbh.QbhDriver @ nova.conf: libvirt_vif_driver',
    ]);
  });

  it('finds each template of a file at its VIF type', () => {
    const file = '<vif-templates><template vif-type="a1"/><template/><template vif-type="a2"/></vif-templates>';
    deepEqual(found('', { 'all.vif.xml': file }), ['a1 @ all.vif.xml: a1', 'a2 @ all.vif.xml: a2']);
  });

  it('finds a driver once that several nova.confs select, and no class that none selects', () => {
    const texts = { ...SOUND, 'nova-b.conf': SOUND[CONF] ?? '', [DRIVER]: `class Other: pass\n${SOUND[DRIVER] ?? ''}` };
    deepEqual(
      found('qbhdriver', { ...texts, [CONF]: SOUND[CONF] ?? '' }).filter((line) => line.includes('@ qbh.py')),
      ['QbhDriver @ qbh.py: QbhDriver'],
    );
    deepEqual(found('other', texts), []);
  });

  const queries: readonly (readonly [query: string, count: number])[] = [
    ['qd', 2],
    ['QBH', 4],
    ['l v ty', 1],
    ['hbq', 0],
    ['qbhdriverr', 0],
  ];
  for (const [query, count] of queries)
    it(`finds ${count} whose name holds the letters of '${query}' in their order`, () => {
      equal(found(query).length, count);
    });

  it('gives 1000 at most', () => {
    const template = (n: number): string => `<template vif-type="t${n}"/>`;
    const file = `<vif-templates>${Array.from({ length: 1_500 }, (_, n) => template(n)).join('')}</vif-templates>`;
    equal(found('', { 'all.vif.xml': file }).length, 1_000);
  });
});
