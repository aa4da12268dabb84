import assert from 'node:assert/strict';
import { asObject, objectAt, readJson, type JsonObject } from '../shipped/files';
import { mark } from '../markedText';

const vifTemplate = readJson('syntaxes/vif-template.language-configuration.json');
const novaConf = readJson('syntaxes/nova-conf.language-configuration.json');

function listAt(parent: JsonObject, key: string): readonly unknown[] {
  const value: unknown = parent[key];
  assert.ok(Array.isArray(value), `${key} is no list`);
  return value;
}

function patternAt(parent: JsonObject, key: string): RegExp {
  return new RegExp(String(parent[key]));
}

/** Marks the words of a text as the editor finds them. */
function markWords(configuration: JsonObject, text: string): string {
  const { pattern, flags } = objectAt(configuration, 'wordPattern');
  const words = text.matchAll(new RegExp(String(pattern), `${String(flags)}g`));
  return mark(
    text,
    Array.from(words, ({ 0: word, index }) => ({ start: index, end: index + word.length })),
  );
}

describe('The language configurations', () => {
  for (const [language, configuration] of Object.entries({ vifTemplate, novaConf })) {
    it(`${language}: \${ is closed, surrounds, and is a bracket`, () => {
      const closing = listAt(configuration, 'autoClosingPairs').map((pair) => asObject(pair, 'pair'));
      const placeholder = closing.find(({ open }) => open === '${');
      assert.equal(placeholder?.close, '}');
      for (const key of ['surroundingPairs', 'brackets']) {
        assert.ok(
          listAt(configuration, key).some((pair) => JSON.stringify(pair) === '["${","}"]'),
          key,
        );
      }
    });
  }

  it('vifTemplate: ${ is closed inside strings too, and before the quote that follows', () => {
    const pair = listAt(vifTemplate, 'autoClosingPairs').map((one) => asObject(one, 'pair'));
    assert.equal(pair.find(({ open }) => open === '${')?.notIn, undefined);
    for (const next of [`'`, '"', '/', '>', '<', ' ']) assert.ok(String(vifTemplate.autoCloseBefore).includes(next));
  });

  it('say what a comment is', () => {
    assert.deepEqual(vifTemplate.comments, { blockComment: ['<!--', '-->'] });
    assert.deepEqual(novaConf.comments, { lineComment: '#' });
  });

  describe('take a whole name as a word', () => {
    const cases: [title: string, configuration: JsonObject, words: string][] = [
      ['the key of a placeholder', vifTemplate, '<|dev|>=${<|device_name|>}/>'],
      ['a dotted key', vifTemplate, "<|address|>='${<|nic.mac-address|>}'"],
      ['a VIF type', vifTemplate, '<|vif-type|>="<|802.1Qbh|>"'],
      ['letters of any alphabet', vifTemplate, '${<|größe|>}'],
      ['an option and a driver', novaConf, '<|libvirt_vif_driver|> = <|qbh_driver.QbhDriver|>'],
      ['a flag without its dashes', novaConf, '--<|libvirt_vif_type|>=<|802.1Qbh|>'],
      ['another option', novaConf, '<|a|> = $<|my_ip|>'],
    ];
    for (const [title, configuration, words] of cases) {
      it(title, () => {
        assert.equal(markWords(configuration, words.replaceAll(/<\||\|>/g, '')), words);
      });
    }
  });

  describe('Enter in a VIF template', () => {
    /** What the first rule that fits does; `|` is the cursor. */
    function onEnter(line: string): unknown {
      const [before = '', after = ''] = line.split('|');
      const rules = listAt(vifTemplate, 'onEnterRules').map((rule) => asObject(rule, 'rule'));
      const fits = (rule: JsonObject): boolean =>
        patternAt(rule, 'beforeText').test(before) &&
        (!('afterText' in rule) || patternAt(rule, 'afterText').test(after));
      const rule = rules.find(fits);
      return rule && objectAt(rule, 'action').indent;
    }
    const cases: [line: string, indent: string | undefined][] = [
      ["<interface type='direct'>|", 'indent'],
      ["<interface type='direct'>|</interface>", 'indentOutdent'],
      ['<vif-templates>|', 'indent'],
      ['<a><b>|', 'indent'],
      ['<mac address=${mac_address}/>|', undefined],
      ["<source dev='eth5' />|", undefined],
      ['</interface>|', undefined],
      ['<a></a>|', undefined],
      ['<!-- a -->|', undefined],
      ["<?xml version='1.0'?>|", undefined],
      ['text|', undefined],
    ];
    for (const [line, indent] of cases) {
      it(`${line} ${indent ?? 'keeps the indentation'}`, () => {
        assert.equal(onEnter(line), indent);
      });
    }
  });

  it('an end tag stands further left', () => {
    const rules = objectAt(vifTemplate, 'indentationRules');
    assert.match('    </interface>', patternAt(rules, 'decreaseIndentPattern'));
    assert.doesNotMatch('    <interface>', patternAt(rules, 'decreaseIndentPattern'));
    assert.match("<interface type='a'>", patternAt(rules, 'increaseIndentPattern'));
    assert.doesNotMatch("<mac address='a'/>", patternAt(rules, 'increaseIndentPattern'));
  });

  it('fold regions', () => {
    const folds = (configuration: JsonObject, edge: string): RegExp =>
      patternAt(objectAt(objectAt(configuration, 'folding'), 'markers'), edge);
    assert.match('  <!-- #region bridges -->', folds(vifTemplate, 'start'));
    assert.match('  <!-- #endregion -->', folds(vifTemplate, 'end'));
    assert.match('# region VIF', folds(novaConf, 'start'));
    assert.match('#endregion', folds(novaConf, 'end'));
    assert.doesNotMatch('# regional', folds(novaConf, 'start'));
  });
});
