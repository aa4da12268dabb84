// Writes what is said of the problems out of their catalogue, docs/problems.md and the setting's schema in package.json: npm run docs.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { problemCatalogue, type ProblemCode } from '../server/src/problems';
import { problemExamples } from '../server/src/problemExamples';
import type { ProblemExample } from '../server/src/problemExamples/example';

const ROOT = path.join(__dirname, '..');
export const PROBLEMS_PAGE = path.join(ROOT, 'docs/problems.md');
export const MANIFEST = path.join(ROOT, 'package.json');
const PRETTIER = { singleQuote: true, printWidth: 120 };

const INTRODUCTION = `# Problems

<!-- Made by "npm run docs" out of the catalogue of problems. Do not edit. -->

Every problem has a code. Its severity is the one below where the rule is certain of it; where it is not, the problem is
milder. The setting \`openstackVif.severity\` gives a code another severity, or \`ignore\`:

\`\`\`json
{ "openstackVif.severity": { "driver.key-unused": "ignore", "selection.driver-not-set": "error" } }
\`\`\`

A problem that its rule is not certain of stays as mild as it is, whatever the setting says.
`;

const LANGUAGES: Readonly<Record<string, string>> = { conf: 'ini', xml: 'xml', py: 'python' };

/** Markdown takes tags and placeholders as they are written only in code. */
function asCode(summary: string): string {
  return summary.replace(/<[^>]+>|\$\{[^}]+\}|\[\w+\]/g, '`$&`');
}

function block(title: string, { file }: ProblemExample, text: string): string {
  const language = LANGUAGES[file.slice(file.lastIndexOf('.') + 1)] ?? '';
  // A NUL would make the page itself no text.
  return `${title}, in \`${file}\`:\n\n\`\`\`${language}\n${text.replaceAll('\0', '␀')}\`\`\`\n`;
}

function section(code: ProblemCode): string {
  const { severity, summary } = problemCatalogue[code];
  const example = problemExamples[code];
  const parts = [
    `## ${code}\n`,
    `${asCode(summary)} Severity: ${severity}.\n`,
    `${example.advice}\n`,
    block('Wrong', example, example.wrong),
    block('Right', example, example.right),
  ];
  return parts.join('\n');
}

function table(codes: readonly ProblemCode[]): string {
  const rows = codes.map((code) => {
    const { severity, summary } = problemCatalogue[code];
    return `| [${code}](#${code.replaceAll('.', '')}) | ${severity} | ${asCode(summary)} |`;
  });
  return ['| code | severity | what it means |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** The page of all problems, a section for each code, in the order of the catalogue. */
export function problemsPage(): Promise<string> {
  const codes = Object.keys(problemCatalogue) as ProblemCode[];
  const page = [INTRODUCTION, table(codes), ...codes.map(section)].join('\n');
  return format(page, { ...PRETTIER, parser: 'markdown', embeddedLanguageFormatting: 'off' });
}

/** The properties of the setting `openstackVif.severity`: one for each code. */
export function severityProperties(): object {
  const entries = Object.entries(problemCatalogue).map(([code, { severity, summary }]) => [
    code,
    {
      type: 'string',
      enum: ['error', 'warning', 'information', 'hint', 'ignore'],
      default: severity,
      description: summary,
    },
  ]);
  return Object.fromEntries(entries) as object;
}

/** package.json with the properties of the setting as they should be. */
export function manifest(): Promise<string> {
  const written = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
    contributes: { configuration: { properties: Record<string, { properties?: object }> } };
  };
  const setting = written.contributes.configuration.properties['openstackVif.severity'];
  if (setting) setting.properties = severityProperties();
  return format(JSON.stringify(written), { ...PRETTIER, parser: 'json-stringify' });
}

async function writeAll(): Promise<void> {
  writeFileSync(PROBLEMS_PAGE, await problemsPage());
  writeFileSync(MANIFEST, await manifest());
}

if (require.main === module) void writeAll();
