import { deepEqual, equal, ok } from 'node:assert/strict';
import { codesOf, parsed } from './parsed';

const MANY = 100_000;
const MEGABYTES_10 = 10_000_000;

/** A file of that many templates. */
function fileOf(count: number): string {
  const templates = Array.from(
    { length: count },
    (_, n) => `<template vif-type="t${n}">
  <interface type='direct'>
    <mac address=\${mac_address}/>
    <source dev='\${source_device}' mode='private'/>
  </interface>
</template>
`,
  );
  return `<vif-templates>\n${templates.join('')}</vif-templates>\n`;
}

describe('parseTemplateFile: a huge text', function () {
  this.timeout(120_000);

  it('is read whole: a file of 10 MB', () => {
    const count = 62_000;
    const text = fileOf(count);
    ok(text.length >= MEGABYTES_10);
    const { templates, placeholders, problems } = parsed(text);
    equal(templates.length, count);
    equal(placeholders.length, 2 * count);
    deepEqual(problems, []);
  });

  it('is read where elements are nested 100,000 deep', () => {
    const nested = '<a>'.repeat(MANY) + '${x}' + '</a>'.repeat(MANY);
    const { placeholders, problems } = parsed(`<interface>${nested}</interface>`);
    equal(placeholders.length, 1);
    deepEqual(problems, []);
  });

  it('gives 100,000 missing quotes', () => {
    const codes = codesOf(`<interface>${"<a b='1 \n/>".repeat(MANY)}</interface>`);
    deepEqual([codes.length, new Set(codes)], [MANY, new Set(['template.quote-missing'])]);
  });

  it('gives 100,000 unclosed placeholders', () => {
    equal(codesOf(`<interface>${'${'.repeat(MANY)}</interface>`).length, MANY);
  });

  it('gives 100,000 bare &', () => {
    equal(codesOf(`<interface>${'&'.repeat(MANY)}</interface>`).length, MANY);
  });

  it('tells no more than 200 times that elements are not closed', () => {
    equal(codesOf(`<interface>${'<a>'.repeat(MANY)}`).length, 200);
  });

  it('says at least once that something is wrong where closing tags pass over 100,000 elements', () => {
    deepEqual(codesOf(`<interface>${'<a>'.repeat(MANY)}${'</b>'.repeat(MANY)}`), ['template.xml-syntax']);
  });

  /** Texts that overflow a stack, or take a time that grows with the square of their length, where they are read carelessly. */
  const shapes: readonly (readonly [name: string, text: string])[] = [
    ['blanks in a tag', `<interface ${' '.repeat(MEGABYTES_10)}/>`],
    ['an unquoted value of slashes', `<interface a=${'/'.repeat(MEGABYTES_10)} />`],
    ['an unquoted value', `<interface a=${'x'.repeat(MEGABYTES_10)} />`],
    ['text outside of the root', `<interface/>${'x'.repeat(MEGABYTES_10)}`],
    ['comments that are not closed', `<interface>${'<!--'.repeat(30_000)}</interface>`],
    ['comments of which the last is closed', `<interface>${'<!--'.repeat(30_000)}--></interface>`],
    ['CDATA sections that are not closed', `<interface>${'<![CDATA['.repeat(30_000)}</interface>`],
    ['document types that are not closed', `${'<!A ['.repeat(30_000)}<interface/>`],
    ['values of both quotes', `<interface ${`a="1 b='2 `.repeat(30_000)}/>`],
    ['an opening quote at the end of each line', `<interface>${"<a b='\n".repeat(30_000)}</interface>`],
    ['attributes without a placeholder', `<interface>${"<a b='1' c='2'/>".repeat(30_000)}</interface>`],
    ['equals signs', `<interface ${'= '.repeat(30_000)}/>`],
  ];

  for (const [name, text] of shapes)
    it(`is read: ${name}`, () => {
      const { problems } = parsed(text);
      for (const { span } of problems) ok(span.start <= span.end && span.end <= text.length);
    });
});
