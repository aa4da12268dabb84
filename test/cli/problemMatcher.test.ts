import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contributes } from '../../package.json';
import type { Finding } from '../../server/src/cli/findings';
import { formats } from '../../server/src/cli/formats';
import type { Severity } from '../../server/src/problems';
import { copyExample } from '../protocol/workspaceFolder';
import { vif } from './vif';

const [matcher] = contributes.problemMatchers;
const { regexp, ...groups } = matcher?.pattern ?? { regexp: '' };
const PATTERN = new RegExp(regexp);

/** What VS Code would make of a line, by the names of the groups. */
function match(line: string): Record<string, string | undefined> | undefined {
  const found = PATTERN.exec(line);
  if (!found) return undefined;
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, found[group]]));
}

const FINDING: Finding = {
  file: 'a.vif.xml',
  range: { start: { line: 2, character: 14 }, end: { line: 2, character: 28 } },
  severity: 'error',
  code: 'placeholder.not-provided',
  message: 'Nothing provides it.',
  related: [],
  fixes: [],
};
const MATCHED = {
  file: 'a.vif.xml',
  line: '3',
  column: '15',
  severity: 'error',
  message: 'Nothing provides it.',
  code: 'placeholder.not-provided',
};

describe('the problem matcher $vif', () => {
  it('is named so', () => {
    assert.equal(matcher?.name, 'vif');
  });

  it('takes every line that vif check writes', () => {
    const { folder, dispose } = copyExample('proposal');
    mkdirSync(path.join(folder, 'other'));
    writeFileSync(
      path.join(folder, 'other/nova.conf'),
      'x\n[DEFAULT]\nlibvirt_vif_tpye = a\nlibvirt_vif_type = b\nlibvirt_vif_type = c\n',
    );
    const lines = vif(folder, 'check').stdout.trim().split('\n');
    dispose();
    const severities = new Set(lines.map((line) => match(line)?.severity));
    assert.deepEqual(severities, new Set(['error', 'warning', 'hint']));
    assert.deepEqual(match(lines[0] ?? ''), {
      ...MATCHED,
      file: '802.1Qbh.vif.xml',
      message:
        "The driver proposal_driver.ProposalDriver does not provide 'device_name'. It provides source_device and profile_name. Did you mean 'source_device'?",
    });
  });

  // The words that VS Code knows: it takes another one for an error.
  const SEVERITIES: Readonly<Record<Severity, string>> = {
    error: 'error',
    warning: 'warning',
    information: 'info',
    hint: 'hint',
  };
  for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
    it(`reads ${severity}`, () => {
      const found = match(formats.text([{ ...FINDING, severity }]).trimEnd());
      assert.deepEqual(found, { ...MATCHED, severity: SEVERITIES[severity] });
    });
  }

  const TEXTS: readonly (readonly [name: string, finding: Partial<Pick<Finding, 'file' | 'message'>>])[] = [
    ['a path of Windows', { file: 'C:\\nova\\etc\\nova.conf' }],
    ['a path with blanks and colons', { file: '/srv/a b/x:1/nova.conf' }],
    ['a message with colons', { message: 'Line 3:4: error: no such thing: x' }],
    ['a message with brackets', { message: 'Write [DEFAULT] above it, or [libvirt] [x]' }],
  ];
  for (const [name, finding] of TEXTS) {
    it(`reads ${name}`, () => {
      const found = match(formats.text([{ ...FINDING, ...finding }]).trimEnd());
      assert.deepEqual(found, { ...MATCHED, ...finding });
    });
  }

  it('passes over other lines', () => {
    for (const line of ['5 files checked: 3 errors, 0 warnings, 0 information, 1 hint.', 'vif: no such file', ''])
      assert.equal(match(line), undefined);
  });
});
