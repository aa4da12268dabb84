// Asks libvirt's schema and parser again, and writes docs/libvirt-agreement.md: npm run docs:libvirt.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { compare, SEED, type Agreement } from '../test/oracles/libvirt/agreement';
import { explanations } from '../test/oracles/libvirt/differences';

const PAGE = path.join(__dirname, '../docs/libvirt-agreement.md');

function introduction(version: string): string {
  return `# How the model agrees with libvirt

<!-- Made by "npm run docs:libvirt" out of test/oracles/libvirt. Do not edit. -->

The extension has a model of libvirt's \`<interface>\`, and of the \`<hostdev>\` that gives a PCI device to a machine. It checks
templates while one types, and the XML that they are rendered to. libvirt itself judges such XML twice:

- its **schema** \`domaincommon.rng\`, with \`xmllint --relaxng\`: it knows each element, attribute and value;
- its **parser**, as \`virsh -c test:///default define\` has it: it knows what a kind of interface cannot do without.

Neither contains the other, and XML is valid where both accept it. The model is held against both, here of libvirt ${version}:
interfaces are made out of the model, with values from the edge of each type, and up to two changes that may spoil them
(elements and attributes dropped, doubled, renamed, added; values of another kind; text where none belongs). Both judges and
the model are asked for each of them. \`npm run test:oracles\` repeats it; \`LIBVIRT_SEED=7 npm run test:oracles\` makes other
interfaces.
`;
}

function numbers({ devices, accepted, falseAlarms, found, missed }: Agreement): string {
  const missedCount = missed.reduce((sum, { count }) => sum + count, 0);
  const rows: readonly (readonly [string, number])[] = [
    [`interfaces and devices made with the seed ${SEED}, each another`, devices],
    ['both judges accept it', accepted.both],
    ['the schema accepts it, the parser rejects it', accepted.schema],
    ['the parser accepts it, the schema rejects it', accepted.parser],
    ['both judges reject it', accepted.neither],
    ['**the model rejects what both judges accept**', falseAlarms.length],
    ['the model rejects what a judge rejects', found - falseAlarms.length],
    ['**the model accepts what a judge rejects**', missedCount],
  ];
  return [
    '## Numbers',
    '',
    '| what | how many |',
    '| --- | ---: |',
    ...rows.map(([what, count]) => `| ${what} | ${count} |`),
    '',
  ].join('\n');
}

function differences({ missed }: Agreement): string {
  const sections = missed.map(({ cause, count, example }) =>
    [
      `### \`${cause}\``,
      '',
      `${count} times. ${explanations[cause] ?? 'Not explained.'}`,
      '',
      '```xml',
      example,
      '```',
      '',
    ].join('\n'),
  );
  return ['## Where the model accepts what a judge rejects', '', ...sections].join('\n');
}

const GAPS = `## What the model leaves to libvirt

- Values whose placeholders are not filled yet: a placeholder stands for any fitting value, so that only its surroundings
  can be wrong. \`\${key?}\` may also leave its attribute out.
- A \`<hostdev>\` of another kind than a PCI device: Nova writes none for a VIF.
- What depends on the machine's driver or on the host: whether a bridge is there, whether QEMU knows the model.
`;

const version = execFileSync('virsh', ['--version'], { encoding: 'utf8' }).trim();
const agreement = compare(SEED);
const page = [introduction(version), numbers(agreement), differences(agreement), GAPS].join('\n');
void format(page, { singleQuote: true, printWidth: 120, parser: 'markdown', embeddedLanguageFormatting: 'off' }).then(
  (text) => {
    writeFileSync(PAGE, text);
  },
);
