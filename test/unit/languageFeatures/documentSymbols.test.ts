import { equal, ok, deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { toSpan } from '../../../server/src/languageFeatures/convert';
import { documentSymbols } from '../../../server/src/languageFeatures/documentSymbols';
import type { Span } from '../../../server/src/text/span';
import { anyFolder } from './arbitraryFiles';
import { uriOf, viewOf } from './workspace';

/** The outline of a file: a line a symbol, its name and its detail. */
function outline(path: string, text: string): string {
  const write = (symbols: readonly DocumentSymbol[], indentation: string): string =>
    symbols
      .map(({ name, detail, children = [] }) => {
        const line = [name, detail ?? ''].filter((part) => part !== '').join(': ');
        return `${indentation}${line}\n${write(children, `${indentation}  `)}`;
      })
      .join('');
  return write(documentSymbols(viewOf({ [path]: text }), uriOf(path)), '');
}

describe('documentSymbols: a nova.conf', () => {
  it('shows sections with their options and values', () => {
    const text = `[DEFAULT]
libvirt_vif_type = 802.1Qbh

[libvirt]
# comment
vif_driver: 'drivers.qbh.QbhDriver'
hosts = a
  b
`;
    equal(
      outline('nova.conf', text),
      `DEFAULT
  libvirt_vif_type: 802.1Qbh
libvirt
  vif_driver: drivers.qbh.QbhDriver
  hosts: a␊b
`,
    );
  });

  it('shows the options of a flag file', () => {
    equal(outline('nova.conf', '--libvirt_vif_type=bridge\n--verbose\n'), 'libvirt_vif_type: bridge\nverbose: true\n');
  });

  it('shows options above the first section, and a section without a name', () => {
    equal(outline('nova.conf', 'a = 1\n[]\nb = 2\n'), 'a: 1\n[]\n  b: 2\n');
  });

  it('takes a section up to its last line, and an option with its quotes', () => {
    const text = '[a]\nb = "c"\n\n[d]\n';
    const view = viewOf({ 'nova.conf': text });
    const document = view.documentOf(uriOf('nova.conf'));
    const [section] = documentSymbols(view, uriOf('nova.conf'));
    const option = section?.children?.[0];
    const parts = [section?.range, section?.selectionRange, option?.range, option?.selectionRange];
    deepEqual(
      parts.map((range) => range && document?.getText(range)),
      ['[a]\nb = "c"', '[a]', 'b = "c"', 'b'],
    );
  });
});

describe('documentSymbols: a template file', () => {
  it('shows each template by its VIF type, with elements and placeholders', () => {
    const text = `<vif-templates>
  <template vif-type="bridge">
    <interface type='bridge'>
      <source dev=\${device} mode="private"/>
      <!-- \${comment} -->
      \${text}
    </interface>
  </template>
  <template/>
</vif-templates>`;
    equal(
      outline('all.vif.xml', text),
      `bridge
  interface: type=bridge
    source: dev=\${device} mode=private
      \${device}
    \${text}
template
`,
    );
  });

  it('shows a lone <hostdev> by the VIF type of its file, and optional placeholders with their mark', () => {
    equal(outline('ib_hostdev.vif.xml', '<hostdev><a b=${x?}/></hostdev>'), 'ib_hostdev\n  a: b=${x?}\n    ${x?}\n');
  });

  it('shows a lone <interface> by the VIF type of its file', () => {
    equal(outline('802.1Qbh.vif.xml', "<interface type='direct'><mac/></interface>"), '802.1Qbh: type=direct\n  mac\n');
  });

  it('shows what it can of a broken file', () => {
    equal(
      outline('bridge.vif.xml', "<interface><source dev='${a}' <model type=virtio></interface>"),
      'bridge\n  source: dev=${a}\n    ${a}\n  model: type=virtio\n',
    );
  });

  it('names a template at its VIF type', () => {
    const text = '<vif-templates><template vif-type="bridge"></template></vif-templates>';
    const view = viewOf({ 'all.vif.xml': text });
    const [template] = documentSymbols(view, uriOf('all.vif.xml'));
    const document = view.documentOf(uriOf('all.vif.xml'));
    equal(template && document?.getText(template.selectionRange), 'bridge');
  });

  it('stops at a depth of 50', function () {
    this.timeout(20_000);
    const text = `${'<a>'.repeat(50_000)}\${key}${'</a>'.repeat(50_000)}`;
    const lines = outline('a.vif.xml', text).trimEnd().split('\n');
    equal(lines.length, 51);
    equal(lines.at(-1)?.trim(), '${key}');
  });
});

describe('documentSymbols', () => {
  it('leaves drivers and other files to others', () => {
    equal(outline('drivers/qbh.py', 'class QbhDriver: pass'), '');
    equal(outline('notes.txt', '<interface/>'), '');
  });

  it('has names, ranges inside of those around them, and names inside of ranges, for every text', () => {
    fc.assert(
      fc.property(anyFolder, ({ texts, path }) => {
        const view = viewOf(texts);
        const document = view.documentOf(uriOf(path));
        const check = (symbols: readonly DocumentSymbol[], around: Span): void => {
          let behind = around.start;
          for (const { name, range, selectionRange, children = [] } of symbols) {
            ok(document && name !== '');
            const [own, named] = [toSpan(document, range), toSpan(document, selectionRange)];
            ok(behind <= own.start && own.end <= around.end, `${name} lies outside`);
            ok(own.start <= named.start && named.end <= own.end, `${name} is named outside`);
            check(children, own);
            behind = own.end;
          }
        };
        check(documentSymbols(view, uriOf(path)), { start: 0, end: texts[path].length });
      }),
      { numRuns: 600 },
    );
  });
});
