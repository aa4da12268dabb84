import fc from 'fast-check';
import { FRAGMENTS } from './arbitraryTexts';

/** An edit: what stands in a part of the text becomes another text. */
export interface Edit {
  /** From 0 to 1: where in the text. */
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const TEMPLATES = [
  `  <template vif-type="t1">\n    <interface type='bridge'>\n      <source bridge='\${bridge}'/>\n    </interface>\n  </template>\n`,
  `<template vif-type='t2'><interface type='bridge'><sorce bridge=\${bridge}/></interface></template>`,
  `<template vif-type="t3"><hostdev mode='subsystem' type='pci'><source/></hostdev></template><!-- \${note} -->\n`,
  `<template vif-type="t1"/>\n`,
  `<template vif-type="${'long'.repeat(300)}"><interface type='direct'><mac address='no'/></interface></template>\n`,
];
const ENDS = ['<vif-templates>\n', '<?xml version="1.0"?>\n<vif-templates>', '</vif-templates>\n', '</vif-templates>'];
const PIECES = [...TEMPLATES, ...ENDS, ...FRAGMENTS];

/** A file of many templates, sound or broken. */
export const arbitraryTemplates: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...TEMPLATES) }, fc.constantFrom(...FRAGMENTS)), {
    maxLength: 12,
  })
  .map((parts) => `<vif-templates>\n${parts.join('')}</vif-templates>\n`);

export const arbitraryEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 5, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.nat(600) }),
  inserted: fc.constantFrom('', '', ...PIECES),
});

/** The text after an edit. */
export function edited(text: string, { at, removed, inserted }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}
