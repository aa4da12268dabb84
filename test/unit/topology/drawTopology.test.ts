import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import sax from 'sax';
import { drawTopology } from '../../../server/src/topology/picture/draw';
import { MARKS } from '../../../server/src/topology/picture/origins';
import { columns, shortenRuns } from '../../../server/src/topology/picture/shortenRuns';
import { STYLE } from '../../../server/src/topology/picture/style';
import { readTopology } from '../../../server/src/topology/readTopology';
import { topologyFile } from '../../../server/src/topology/topologyFile';
import { CARDS } from './cards';
import { traced } from './traced';

const CAPTION = { title: 'VIF type 802.1Qbh', subtitle: '802.1Qbh.vif.xml, filled by qbh_driver.QbhDriver' };

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  /** All text in it, but for its tooltip. */
  text: string;
}

/** Reads SVG with a parser that stops at the first fault; gives every element, outer before inner. */
function parse(svg: string): readonly Node[] {
  const parser = sax.parser(true);
  const nodes: Node[] = [];
  const open: Node[] = [];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(node);
    nodes.push(node);
    open.push(node);
  };
  parser.onclosetag = () => void open.pop();
  parser.ontext = (text) => {
    if (open.at(-1)?.name === 'title' && open.length > 2) (open.at(-1) ?? { text: '' }).text += text;
    else for (const node of open) node.text += text;
  };
  parser.write(svg).close();
  return nodes;
}

function hasClass(name: string): (node: Node) => boolean {
  return ({ attributes }) => (attributes.class ?? '').split(' ').includes(name);
}

function draw(marked: string, direction: 'right' | 'down' = 'right'): readonly Node[] {
  const linkTo = ({ start, end }: { start: number; end: number }): string => `#${marked.slice(start, end)}`;
  return parse(drawTopology(readTopology(traced(marked)), { direction, caption: CAPTION, linkTo }));
}

function legendOf(nodes: readonly Node[]): readonly string[] {
  const legend = nodes.find(hasClass('legend'));
  return (legend?.children ?? []).filter(({ name }) => name === 'text').map(({ text }) => text);
}

describe('drawTopology', () => {
  for (const direction of ['right', 'down'] as const) {
    for (const [name, marked] of Object.entries(CARDS)) {
      it(`draws a card to the ${direction}: ${name}`, () => {
        const nodes = draw(marked, direction);
        const names = nodes.filter(hasClass('name')).map(({ text }) => text);
        deepEqual(
          names,
          readTopology(traced(marked))
            .paths.flat()
            .map((part) => part.name),
        );
        equal(nodes.filter(hasClass('wire')).length, names.length - 1);
      });
    }
  }

  it('writes each piece of a value in the colour of its origin', () => {
    const runs = draw(CARDS.ovs).filter(({ name }) => name === 'tspan');
    const described = runs.map(({ attributes, text }) => `${attributes.class ?? ''} ${text}`);
    deepEqual(
      described.filter((run) => run.includes('tap') || (run.includes('09b11c53-8b') && !run.includes('…'))).slice(0, 2),
      ['template tap', 'driver 09b11c53-8b'],
    );
  });

  it('explains the marks that it has, and no others', () => {
    deepEqual(legendOf(draw(CARDS.proposal)), [MARKS.driver, MARKS.compute, MARKS.template, MARKS.unfilled]);
    deepEqual(legendOf(draw(CARDS.vdpa)), [MARKS.driver, MARKS.template]);
    deepEqual(legendOf(draw("<interface type='bridge'/>")), [MARKS.template, MARKS.missing]);
  });

  it('draws a part dashed whose subject is missing or not filled, and the wires to it', () => {
    for (const marked of [
      CARDS.proposal,
      "<interface type='direct'><virtualport type='{driver:openvswitch}'/></interface>",
    ]) {
      const nodes = draw(marked);
      const gaps = nodes.filter((node) => hasClass('box')(node) && hasClass('gap')(node));
      deepEqual(
        gaps.map((gap) => gap.children[0]?.text),
        ['Host device'],
      );
      equal(nodes.filter((node) => hasClass('wire')(node) && hasClass('gap')(node)).length, 2);
    }
  });

  it('leads from each part to its element, and from each value to its placeholder', () => {
    const links = draw(CARDS.qbh).filter(({ name }) => name === 'a');
    const hrefs = links.map(({ attributes }) => attributes.href);
    for (const href of [
      '#mac',
      '#interface',
      '#source',
      '#virtualport',
      '#{driver:eth5}',
      '#{compute:02:00:00:00:00:05}',
      '#private',
    ])
      ok(hrefs.includes(href), href);
    for (const { attributes } of links) ok(attributes['aria-label']);
  });

  it('has no links where nothing leads anywhere', () => {
    const svg = drawTopology(readTopology({ xml: traced(CARDS.qbh).xml, traces: [] }), {
      direction: 'right',
      caption: CAPTION,
      linkTo: () => '#',
    });
    equal(parse(svg).filter(({ name }) => name === 'a').length, 0);
  });

  it('says in words what it shows', () => {
    const nodes = draw(CARDS.proposal);
    const [svg] = nodes;
    const ids = (svg?.attributes['aria-labelledby'] ?? '').split(' ');
    const named = ids.map((id) => nodes.find(({ attributes }) => attributes.id === id)?.text);
    deepEqual(named, [
      `${CAPTION.title}, ${CAPTION.subtitle}`,
      'Guest NIC 02:00:00:00:00:05 — VIF direct — Host device ${device_name} — Switch port enterprise_xyz_dept',
    ]);
    const labels = nodes.flatMap(({ attributes }) => attributes['aria-label'] ?? []);
    ok(labels.includes(`device \${device_name}, ${MARKS.unfilled}`));
    ok(labels.includes('MAC 02:00:00:00:00:05, from nova-compute'));
  });

  it('shortens a long value and has the whole of it in the tooltip', () => {
    const id = '09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f';
    const nodes = draw(CARDS.ovs);
    const link = nodes.find(({ attributes }) => attributes['aria-label']?.startsWith(`interface id ${id}`));
    const title = link?.children.find(({ name }) => name === 'title');
    ok(title?.text.includes(id));
    ok(!link?.text.includes(id) && link?.text.includes('…'));
    ok(draw(CARDS.ovs, 'down').some(({ name, text }) => name === 'tspan' && text === id));
  });

  it('draws the cards below one another, each with its number', () => {
    const nodes = draw(`<d>${CARDS.qbh}${CARDS.hostdev}${CARDS.user}</d>`);
    const names = nodes.filter(hasClass('path-name')).map(({ text }) => text);
    deepEqual(names, ['Interface 1 of 3', 'Interface 2 of 3', 'Interface 3 of 3']);
  });

  it('says it where there is no card', () => {
    const svg = draw('<domain/>');
    ok(svg[0]?.text.includes('There is no <interface>'));
  });

  it('holds no script, nothing from outside and no style of its own', () => {
    for (const node of draw(Object.values(CARDS).join(''))) {
      ok(!['script', 'style', 'image', 'use', 'foreignObject', 'set', 'animate'].includes(node.name), node.name);
      for (const attribute of Object.keys(node.attributes)) ok(!/^on|^style$|^src$|^xlink:/.test(attribute), attribute);
    }
    ok(!/url\(|@import|</.test(STYLE));
  });

  it('is well-formed whatever the values are, and holds them as text', () => {
    const values = fc.oneof(
      fc.constantFrom(
        '</text><script>alert(1)</script>',
        '"><a href="javascript:x">',
        '&amp;&#0;',
        ']]>',
        '<!--',
        '\0\u001b\u202e\ud800',
      ),
      fc.string({ unit: 'binary' }),
    );
    const xmlOf = (value: string): string =>
      value.replace(/[&<>'"\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 4, maxLength: 4 }),
        fc.constantFrom('right', 'down'),
        (words, direction) => {
          const [type = '', mac = '', dev = '', title = ''] = words;
          const xml = `<interface type='${xmlOf(type)}'><mac address='${xmlOf(mac)}'/><source dev='${xmlOf(dev)}'/></interface>`;
          const picture = { direction, caption: { title, subtitle: title }, linkTo: () => title } as const;
          const nodes = parse(
            drawTopology(
              readTopology({
                xml,
                traces: [{ origin: 'driver', output: { start: 20, end: 40 }, source: { start: 0, end: 1 } }],
              }),
              picture,
            ),
          );
          ok(
            nodes.every(({ name }) =>
              ['svg', 'title', 'desc', 'rect', 'text', 'tspan', 'g', 'a', 'path', 'line', 'circle'].includes(name),
            ),
          );
        },
      ),
    );
  });
});

describe('shortenRuns', () => {
  it('keeps the beginning, the end and who each piece comes from', () => {
    const runs = [
      { text: 'abcdef', origin: 'template' },
      { text: '123456', origin: 'driver' },
    ] as const;
    const shown = shortenRuns(runs, 9).map(({ text, origin }) => `${text} ${origin ?? ''}`);
    deepEqual(shown, ['abcd template', '… ', '3456 driver']);
  });

  it('never takes more room than there is, and leaves alone what fits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '日', '😀', 'é', '\n') })),
        fc.integer({ min: 1, max: 30 }),
        (texts, most) => {
          const runs = texts.map((text) => ({ text }));
          const shown = shortenRuns(runs, most)
            .map(({ text }) => text)
            .join('');
          ok(columns(shown) <= most);
          if (columns(texts.join('')) <= most) equal(shown, texts.join('').replaceAll('\n', '\ufffd'));
        },
      ),
    );
  });
});

describe('topologyFile', () => {
  it('has its style in it, for bright and dark pages', () => {
    const file = topologyFile(readTopology(traced(CARDS.qbh)), { caption: CAPTION, linkTo: () => undefined });
    const styles = parse(file).filter(({ name }) => name === 'style');
    deepEqual(
      styles.map(({ text }) => text),
      [STYLE],
    );
    ok(STYLE.includes('prefers-color-scheme:dark') && STYLE.includes('--vscode-editor-background'));
    ok(file.endsWith('</svg>\n'));
  });
});
