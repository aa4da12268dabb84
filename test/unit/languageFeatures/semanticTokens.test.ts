import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { semanticTokensLegend } from '../../../server/src/languageFeatures/announced';
import { semanticTokens } from '../../../server/src/languageFeatures/semanticTokens';
import type { WorkspaceView } from '../../../server/src/languageFeatures/workspaceView';
import { CONF, DRIVER, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { anyTemplate } from './arbitraryFiles';
import { uriOf, viewOf } from './workspace';

interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly look: string;
}

/** The tokens of a file, decoded as LSP says; a look is `type.modifier`. */
function decode(view: WorkspaceView, path: string): readonly Token[] {
  const { data } = semanticTokens(view, uriOf(path)) ?? { data: [] };
  const { tokenTypes, tokenModifiers } = semanticTokensLegend;
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(5 * index, 5 * index + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const modifiers = tokenModifiers.filter((__, bit) => (bits >> bit) & 1);
    return { line, character, length, look: [tokenTypes[type], ...modifiers].join('.') };
  });
}

/** The looks of the keys of a file, in their order: `key type.modifier`. */
function looks(texts: Texts, path = TEMPLATE): readonly string[] {
  const view = viewOf(texts, { computeKeys: ['mac_address'] });
  const document = view.documentOf(uriOf(path));
  return decode(view, path).map(({ line, character, length, look }) => {
    const start = { line, character };
    return `${document?.getText({ start, end: { line, character: character + length } }) ?? ''} ${look}`;
  });
}

const SOMETIMES = `class QbhDriver(object):
    def getVIFConfiguration(self, instance, network):
        values = {'source_device': 'eth5'}
        if network:
            values['profile_name'] = 'p'
        return values
`;
const OPAQUE = `class QbhDriver(object):
    def getVIFConfiguration(self, instance, network):
        values = {'source_device': 'eth5'}
        values.update(load())
        return values
`;
const OTHER = SOUND[CONF]?.replace('QbhDriver', 'Other') ?? '';
const OTHER_CLASS = `
class Other(object):
    output_keys = ['profile_name']
    def getVIFConfiguration(self, instance, network): return {}
`;

describe('semanticTokens', () => {
  it('tells what the driver provides from what nova-compute does', () => {
    deepEqual(looks(SOUND), [
      'mac_address parameter.compute',
      'source_device property.provided',
      'profile_name property.provided',
    ]);
  });

  it('tells what nobody provides', () => {
    const template = "<interface a='${mac_address}' b='${source_device}${device_name}'/>";
    deepEqual(looks({ ...SOUND, [TEMPLATE]: template }), [
      'mac_address parameter.compute',
      'source_device property.provided',
      'device_name variable.missing',
    ]);
  });

  it('tells what is optional, and takes none of it for missing', () => {
    const template = "<interface a='${mac_address?}' b='${source_device?}' c='${mtu?}'/>";
    deepEqual(looks({ ...SOUND, [TEMPLATE]: template }), [
      'mac_address parameter.compute.optional',
      'source_device property.provided.optional',
      'mtu variable.optional',
    ]);
  });

  it('tells what is provided sometimes', () => {
    deepEqual(looks({ ...SOUND, [DRIVER]: SOMETIMES }).slice(1), [
      'source_device property.provided',
      'profile_name property.sometimes',
    ]);
  });

  it('says nothing of a key where reading the driver cannot tell', () => {
    deepEqual(looks({ ...SOUND, [DRIVER]: OPAQUE }).slice(1), [
      'source_device property.provided',
      'profile_name variable',
    ]);
  });

  it('says nothing of the keys of a template without a driver, but of those of nova-compute', () => {
    deepEqual(looks({ [TEMPLATE]: SOUND[TEMPLATE] ?? '' }), [
      'mac_address parameter.compute',
      'source_device variable',
      'profile_name variable',
    ]);
  });

  it('takes the worst where drivers differ', () => {
    const drivers = { [DRIVER]: `${SOUND[DRIVER] ?? ''}${OTHER_CLASS}` };
    deepEqual(looks({ ...SOUND, ...drivers, 'nova-b.conf': OTHER }).slice(1), [
      'source_device variable.missing',
      'profile_name property.provided',
    ]);
  });

  it('leaves comments to the colour of comments', () => {
    deepEqual(looks({ [TEMPLATE]: '<!-- ${a} --><interface b="${mac_address}"/>' }), ['mac_address parameter.compute']);
  });

  it('leaves all other files to others', () => {
    for (const path of [CONF, DRIVER]) equal(semanticTokens(viewOf(SOUND), uriOf(path)), undefined);
  });

  it('gives tokens in the order of the file that are keys of placeholders, for every text', () => {
    fc.assert(
      fc.property(anyTemplate, (text) => {
        const view = viewOf({ [TEMPLATE]: text });
        const document = view.documentOf(uriOf(TEMPLATE));
        let behind = 0;
        for (const { line, character, length } of decode(view, TEMPLATE)) {
          const start = document?.offsetAt({ line, character }) ?? -1;
          ok(behind <= start && length > 0);
          equal(text.slice(start - 2, start), '${');
          match(text.slice(start + length), /^\??\}/);
          behind = start + length;
        }
      }),
      { numRuns: 400 },
    );
  });
});
