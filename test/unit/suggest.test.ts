import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { didYouMean, suggest } from '../../server/src/suggest';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly names: readonly string[];
  readonly used?: readonly string[];
  readonly suggestions: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'the case of the proposal: source_device, not profile_name, which is used already',
    text: 'device_name',
    names: ['profile_name', 'source_device', 'mac_address'],
    used: ['mac_address', 'device_name', 'profile_name'],
    suggestions: ['source_device'],
  },
  {
    name: 'without a use of either, the one that is spelt closer comes first',
    text: 'device_name',
    names: ['source_device', 'profile_name'],
    suggestions: ['profile_name', 'source_device'],
  },
  {
    name: 'of many, the closest few',
    text: 'vlan_0',
    names: ['vlan_11', 'vlan_1', 'vlan_2', 'vlan_3', 'vlan_4', 'vlan_5', 'vlan_6'],
    suggestions: ['vlan_1', 'vlan_2', 'vlan_3', 'vlan_4', 'vlan_5'],
  },
  {
    name: 'a letter that is missing',
    text: 'mac_adress',
    names: ['vlan', 'mac_address'],
    suggestions: ['mac_address'],
  },
  { name: 'a letter too many', text: 'vlann', names: ['vlan'], suggestions: ['vlan'] },
  { name: 'two letters changed over', text: 'tpye', names: ['type'], suggestions: ['type'] },
  { name: 'a typo in a used name', text: 'vlann', names: ['vlan'], used: ['vlan'], suggestions: ['vlan'] },
  { name: 'the last letter of a VIF type', text: '802.1Qbx', names: ['802.1Qbg', 'bridge'], suggestions: ['802.1Qbg'] },
  { name: 'another case', text: 'MAC_Address', names: ['vlan', 'mac_address'], suggestions: ['mac_address'] },
  { name: 'words in another order', text: 'name_profile', names: ['profile_name'], suggestions: ['profile_name'] },
  { name: 'words joined otherwise', text: 'profile.name', names: ['profile-name'], suggestions: ['profile-name'] },
  { name: 'a word of a longer name', text: 'profile', names: ['vlan', 'profile_name'], suggestions: ['profile_name'] },
  {
    name: 'the closest comes first',
    text: 'profile_nam',
    names: ['profile', 'profile_names', 'profile_name'],
    suggestions: ['profile_name', 'profile_names', 'profile'],
  },
  { name: 'nothing that is related', text: 'vlan', names: ['source_device', 'profile_name'], suggestions: [] },
  { name: 'a blank word that both share is no relation', text: '_vlan', names: ['_mtu', 'mode_'], suggestions: [] },
  { name: 'no word at all', text: '__', names: ['vlan'], suggestions: [] },
  {
    name: 'names as close, in their own order',
    text: 'vlan',
    names: ['vlan2', 'vlan1'],
    suggestions: ['vlan2', 'vlan1'],
  },
  { name: 'the text itself', text: 'vlan', names: ['vlan'], suggestions: [] },
  { name: 'each name once', text: 'vlann', names: ['vlan', 'vlan'], suggestions: ['vlan'] },
  { name: 'no names', text: 'vlan', names: [], suggestions: [] },
  { name: 'an empty text', text: '', names: ['', 'vlan'], suggestions: [] },
  { name: 'texts that are too long', text: 'x'.repeat(101), names: ['x'.repeat(100)], suggestions: [] },
  { name: 'names that are too long', text: 'x'.repeat(100), names: ['x'.repeat(101)], suggestions: [] },
];

describe('suggest', () => {
  for (const { name, text, names, used, suggestions } of cases)
    it(name, () => {
      deepEqual(suggest(text, names, new Set(used)), suggestions);
    });

  it('suggests only names that there are, each once, and never the text itself, whatever they are', () => {
    const name = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom('a', 'b', '_', '.', 'name'), { maxLength: 6 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(name, fc.array(name), fc.array(name), (text, names, used) => {
        const suggestions = suggest(text, names, new Set(used));
        ok(suggestions.every((suggestion) => names.includes(suggestion) && suggestion !== text));
        equal(new Set(suggestions).size, suggestions.length);
      }),
    );
  });
});

describe('didYouMean', () => {
  it('asks for the first suggestion', () => {
    equal(didYouMean(['a', 'b']), " Did you mean 'a'?");
  });

  it('is nothing without a suggestion', () => {
    equal(didYouMean([]), '');
  });
});
