import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { elementsOf, withDescendants, type Element } from '../../../server/src/template/elements';
import type { Span } from '../../../server/src/text/span';
import { arbitraryFile } from './arbitraryTemplates';
import { arbitraryText, mutated } from './arbitraryTexts';
import { parsed } from './parsed';

function treeOf(text: string): readonly Element[] {
  return elementsOf(parsed(text).tags, text.length);
}

/** `a(b c(d))`: the names, with the children in parentheses. */
function write(elements: readonly Element[]): string {
  return elements
    .map(({ opening, children }) => (children.length > 0 ? `${opening.name}(${write(children)})` : opening.name))
    .join(' ');
}

describe('elementsOf', () => {
  const trees: readonly (readonly [name: string, text: string, tree: string])[] = [
    ['elements inside of elements', '<interface><a/><b><c/></b></interface>', 'interface(a b(c))'],
    [
      'every template',
      '<vif-templates><template><interface/></template><template/></vif-templates>',
      'vif-templates(template(interface) template)',
    ],
    ['an element without a slash as if it had one', '<interface><a><b/></interface>', 'interface(a b)'],
    ['each element without a slash', '<interface><a><b><c/></interface>', 'interface(a b c)'],
    ['an element in the middle of being typed', '<interface><a <b/></interface>', 'interface(a b)'],
    ['a closing tag that closes nothing', '<interface><a/></b></interface>', 'interface(a)'],
    ['closing tags in the wrong order', '<interface><a><b></a></b></interface>', 'interface(a(b))'],
    ['an <interface> that is not closed', '<interface><a/><b/>', 'interface(a b)'],
    ['an <interface> that its template closes', '<template><interface><a/></template><b/>', 'template(interface(a)) b'],
    [
      'a template that the next one ends',
      '<vif-templates><template><interface><a/><template><b/></template></vif-templates>',
      'vif-templates(template(interface(a)) template(b))',
    ],
    ['nothing in a text without elements', 'a < b', ''],
  ];

  for (const [name, text, tree] of trees)
    it(`finds ${name}`, () => {
      equal(write(treeOf(text)), tree);
    });

  it('gives an element with its tags, and what stands between them', () => {
    const text = '<interface> <a> x </a> </interface>';
    const [a] = treeOf(text)[0]?.children ?? [];
    const slice = (span: Span | undefined): string | undefined => span && text.slice(span.start, span.end);
    deepEqual([slice(a?.span), slice(a?.content), slice(a?.closing?.span)], ['<a> x </a>', ' x ', '</a>']);
  });

  it('lets elements nest, in every text', () => {
    const text = fc.oneof(arbitraryText, mutated(arbitraryFile.map((file) => file.text)));
    fc.assert(
      fc.property(text, (written) => {
        const nest = (elements: readonly Element[], { start, end }: Span): void => {
          let behind = start;
          for (const { span, content, opening, children } of elements) {
            ok(behind <= span.start && span.end <= end);
            ok(span.start === opening.span.start && opening.span.end <= span.end);
            ok(children.length === 0 || content);
            if (content) nest(children, content);
            behind = span.end;
          }
        };
        nest(treeOf(written), { start: 0, end: written.length });
      }),
      { numRuns: 800 },
    );
  });

  it('holds every opening tag of every text once, in its order', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const opening = parsed(text).tags.filter(({ kind }) => kind !== 'close');
        deepEqual(
          [...withDescendants(treeOf(text))].map((element) => element.opening.span),
          opening.map(({ span }) => span),
        );
      }),
    );
  });

  const MANY = 100_000;
  for (const [name, text] of [
    ['that nest', '<a>'.repeat(MANY) + '</a>'.repeat(MANY)],
    ['that are not closed', '<a>'.repeat(MANY)],
    ['with a closing tag that does not fit', '<a></b>'.repeat(MANY)],
    ['that follow each other', '<a/>'.repeat(MANY)],
  ] as const)
    it(`reads 100,000 elements ${name}`, function () {
      this.timeout(20_000);
      equal([...withDescendants(treeOf(`<interface>${text}</interface>`))].length, MANY + 1);
    });
});

describe('parseTemplateFile', () => {
  it('gives the comments, each as far as it goes', () => {
    const text = '<!-- a --><interface><!----><![CDATA[<!-- no -->]]><!-- open <a/></interface>';
    deepEqual(
      parsed(text).comments.map(({ start, end }) => text.slice(start, end)),
      ['<!-- a -->', '<!---->', '<!-- open '],
    );
  });
});
