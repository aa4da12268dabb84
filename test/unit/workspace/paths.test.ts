import assert from 'node:assert/strict';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import { relativePath } from '../../../server/src/languageFeatures/completion/relativePath';
import { folderOf, isWithin, normalized } from '../../../server/src/workspace/files';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { namedTemplate } from '../../../server/src/workspace/namedTemplate';
import { uriOfPath } from '../../../server/src/workspace/paths';

const LEADS: readonly (readonly [folder: string, path: string, uri: string])[] = [
  ['file:///etc/nova', 'libvirt.xml.template', 'file:///etc/nova/libvirt.xml.template'],
  ['file:///etc/nova', '//etc/nova/x.vif.xml', 'file:///etc/nova/x.vif.xml'],
  ['file:///etc/nova', '../share/x.vif.xml', 'file:///etc/share/x.vif.xml'],
  ['file:///etc/nova', '/usr/share/x.vif.xml', 'file:///usr/share/x.vif.xml'],
  ['file:///etc/nova', 'my templates/x.vif.xml', 'file:///etc/nova/my%20templates/x.vif.xml'],
  ['file:///etc/nova', 'Ärger #1 %41.vif.xml', 'file:///etc/nova/%C3%84rger%20%231%20%2541.vif.xml'],
  ['file:///etc/Gr%C3%B6%C3%9Fe%20%231', '%2F/x.vif.xml', 'file:///etc/Gr%C3%B6%C3%9Fe%20%231/%252F/x.vif.xml'],
  ['file:///etc/nova', 'A\u0308.vif.xml', 'file:///etc/nova/A%CC%88.vif.xml'],
  // A back slash is part of a name where the files do not lie on Windows.
  ['file:///etc/nova', 'a\\b.vif.xml', 'file:///etc/nova/a%5Cb.vif.xml'],
  // A drive.
  ['file:///c%3A/nova', 'templates\\x.vif.xml', 'file:///c%3A/nova/templates/x.vif.xml'],
  ['file:///c%3A/nova', '..\\my templates\\x.vif.xml', 'file:///c%3A/my%20templates/x.vif.xml'],
  ['file:///c%3A/nova', 'templates/x.vif.xml', 'file:///c%3A/nova/templates/x.vif.xml'],
  ['file:///C:/nova', 'D:\\templates\\x.vif.xml', 'file:///d%3A/templates/x.vif.xml'],
  ['file:///c%3A/nova', 'D:/templates/x.vif.xml', 'file:///d%3A/templates/x.vif.xml'],
  ['file:///c%3A/nova', '\\\\server\\share\\x.vif.xml', 'file://server/share/x.vif.xml'],
  // A server of a Windows network.
  ['file://server/share/nova', 'templates\\x.vif.xml', 'file://server/share/nova/templates/x.vif.xml'],
  ['file://server/share/nova', 'C:\\x.vif.xml', 'file:///c%3A/x.vif.xml'],
  // Files that lie on no machine.
  ['vscode-vfs://github/a/b', 'templates/x.vif.xml', 'vscode-vfs://github/a/b/templates/x.vif.xml'],
];

describe('where a path of nova.conf or of the settings leads', () => {
  for (const [folder, path, uri] of LEADS) {
    it(`from ${folder}, ${path} leads to ${uri}`, () => {
      assert.equal(uriOfPath(path, folder), uri);
      assert.equal(normalized(uri), uri);
    });
  }
});

describe('the one spelling of a URI', () => {
  const segment = fc.stringMatching(/^[\w.~%-]{1,8}$/);

  it('is that which the library of URIs has for it', () => {
    fc.assert(
      fc.property(fc.constantFrom('file://', 'file:', 'FILE://', 'memfs:'), fc.array(segment), (start, segments) => {
        const uri = [start, ...segments].join('/');
        assert.equal(normalized(uri), URI.parse(uri).toString());
      }),
    );
  });
});

describe('the template file of a nova.conf', () => {
  const UNREACHABLE: readonly (readonly [conf: string, path: string])[] = [
    // Windows would tell the server who the user is.
    ['file:///c%3A/nova/nova.conf', '\\\\evil\\share\\libvirt.xml.template'],
    ['file:///c%3A/nova/nova.conf', '//evil/share/libvirt.xml.template'],
    ['file://server/share/nova.conf', '\\\\evil\\share\\libvirt.xml.template'],
    ['vscode-vfs://github/a/nova.conf', '\\\\evil\\share\\libvirt.xml.template'],
  ];
  for (const [conf, path] of UNREACHABLE) {
    it(`is not looked for on another machine: ${path} of ${conf}`, () => {
      const [setting] = parseNovaConf('[DEFAULT]\nlibvirt_xml_template = x\n').settings;
      assert.ok(setting);
      assert.doesNotMatch(namedTemplate(conf, { value: path, setting }) ?? '', /^file:\/\/evil/);
    });
  }

  it('may lie on the machine that nova.conf lies on', () => {
    const [setting] = parseNovaConf('[DEFAULT]\nlibvirt_xml_template = x\n').settings;
    assert.ok(setting);
    const value = '\\\\server\\share\\a.xml.template';
    assert.equal(
      namedTemplate('file://server/share/nova.conf', { value, setting }),
      'file://server/share/a.xml.template',
    );
  });
});

const BACK: readonly (readonly [from: string, to: string, path: string | undefined])[] = [
  ['file:///etc/nova/nova.conf', 'file:///etc/nova/Gr%C3%B6%C3%9Fe%20%231%20%2541.vif.xml', 'Größe #1 %41.vif.xml'],
  ['file:///c%3A/nova/nova.conf', 'file:///c%3A/templates/x.vif.xml', '../templates/x.vif.xml'],
  ['file:///c%3A/nova/nova.conf', 'file:///d%3A/templates/x.vif.xml', undefined],
  ['file:///c%3A/nova.conf', 'file:///d%3A/x.vif.xml', undefined],
  ['file://server/share/nova/nova.conf', 'file://server/share/x.vif.xml', '../x.vif.xml'],
  ['file://server/share/nova.conf', 'file://other/share/x.vif.xml', undefined],
];

describe('the path from a nova.conf to a template', () => {
  for (const [from, to, path] of BACK) {
    it(`from ${from} to ${to} is ${path ?? 'none'}`, () => {
      assert.equal(relativePath(from, to), path);
      if (path !== undefined) assert.equal(uriOfPath(path, folderOf(from)), to);
    });
  }
});

describe('the one spelling of a URI', () => {
  const spellings: readonly (readonly [one: string, other: string])[] = [
    ['file:///C:/nova/nova.conf', 'file:///c%3A/nova/nova.conf'],
    ['file:///a/Größe & Ärger', 'file:///a/Gr%c3%b6%c3%9fe%20%26%20%c3%84rger'],
  ];
  for (const [one, other] of spellings) {
    it(`is the same for ${one} and ${other}`, () => {
      assert.equal(normalized(one), normalized(other));
    });
  }

  it('leaves names apart that only look alike', () => {
    const [composed, decomposed] = (['NFC', 'NFD'] as const).map((form) =>
      URI.file(`/a/${'Ä'.normalize(form)}`).toString(),
    );
    assert.notEqual(normalized(composed ?? ''), normalized(decomposed ?? ''));
    assert.notEqual(normalized('file:///a/%2541'), normalized('file:///a/A'));
  });

  it('tells what lies on a drive or a server', () => {
    assert.equal(isWithin(normalized('file:///C:/nova/a/nova.conf'), normalized('file:///c:/nova')), true);
    assert.equal(isWithin(normalized('file://server/share/a'), normalized('file://server/share')), true);
    assert.equal(isWithin(normalized('file://server/shared/a'), normalized('file://server/share')), false);
  });
});
