import { deepEqual, equal } from 'node:assert/strict';
import { inlayHints } from '../../../server/src/languageFeatures/inlayHints';
import { CONF, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { marked } from '../markedText';
import { uriOf, viewOf } from './workspace';

interface Hinted {
  readonly lastValues?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly texts?: Texts;
}

/** The text of a file with each hint put in brackets where it shows, for the marked range of it (`<|…|>`), or else for all of it. */
function hinted(source: string, { lastValues, path = TEMPLATE, texts = {} }: Hinted): string {
  const { text, spans } = marked(source);
  const view = viewOf({ ...texts, [path]: text }, lastValues && { lastValues });
  const document = view.documentOf(uriOf(path));
  const hints = inlayHints(view, uriOf(path), spans[0] ?? { start: 0, end: text.length });
  return hints.reduceRight((shown, { position, label, paddingLeft, textEdits }) => {
    const at = document?.offsetAt(position) ?? 0;
    equal(textEdits, undefined);
    return `${shown.slice(0, at)}[${paddingLeft ? ' ' : ''}${typeof label === 'string' ? label : ''}]${shown.slice(at)}`;
  }, text);
}

describe('inlayHints', () => {
  it('shows behind each placeholder what it stood for in the last rendering', () => {
    equal(
      hinted("<interface a=${dev} b='x${name}'>${dev}</interface>", { lastValues: { dev: 'eth5', name: '&' } }),
      "<interface a=${dev}[ = eth5] b='x${name}[ = &]'>${dev}[ = eth5]</interface>",
    );
  });

  const values: readonly (readonly [value: string, shown: string])[] = [
    ['', "''"],
    ['a\nb', 'a␊b'],
    ['x'.repeat(40), 'x'.repeat(40)],
    ['x'.repeat(41), `${'x'.repeat(39)}…`],
  ];
  for (const [value, shown] of values)
    it(`shows the value ${JSON.stringify(value)} as ${shown}`, () => {
      equal(hinted('<interface a=${k}/>', { lastValues: { k: value } }), `<interface a=\${k}[ = ${shown}]/>`);
    });

  it('shows that an optional placeholder was left out', () => {
    equal(
      hinted('<interface a=${k?} b=${l?}>${m}</interface>', { lastValues: { l: '1' } }),
      '<interface a=${k?}[ left out] b=${l?}[ = 1]>${m}</interface>',
    );
  });

  it('has the whole value in the tooltip', () => {
    const value = 'x'.repeat(100);
    const view = viewOf({ [TEMPLATE]: '<interface a=${k}/>' }, { lastValues: { k: value } });
    const tooltips = inlayHints(view, uriOf(TEMPLATE), { start: 0, end: 19 }).map(({ tooltip }) => tooltip);
    deepEqual(tooltips, [`In the last rendering: ${value}`]);
  });

  it('shows only what the editor asks for', () => {
    equal(
      hinted('<interface a=${k}><|<b c=${k}/>|></interface>${k}', { lastValues: { k: '1' } }),
      '<interface a=${k}><b c=${k}[ = 1]/></interface>${k}',
    );
  });

  const silent: readonly (readonly [name: string, text: string, options: Hinted])[] = [
    ['a key without a value', '<interface a=${k}/>', { lastValues: { other: '1' } }],
    ['a key that is called like a method of an object', '<interface a=${toString}/>', { lastValues: {} }],
    ['a template that was not rendered', '<interface a=${k} b=${l?}/>', {}],
    ['a placeholder in a comment', '<interface><!-- ${k} --></interface>', { lastValues: { k: '1' } }],
    [
      'a template without a VIF type',
      '<vif-templates><template>${k}</template></vif-templates>',
      { lastValues: { k: '1' } },
    ],
    ['a nova.conf', SOUND[CONF] ?? '', { lastValues: { k: '1' }, path: CONF }],
  ];
  for (const [name, text, options] of silent)
    it(`shows nothing for ${name}`, () => {
      equal(hinted(text, options), text);
    });
});
