// What docs/problems.md says of the problems, out of their catalogue.
import { format } from 'prettier';
import { problemCatalogue, type ProblemCode } from '../server/src/problems';
import { problemExamples } from '../server/src/problemExamples';
import type { ProblemExample } from '../server/src/problemExamples/example';

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
  return summary.replace(/<[^<>]+>|\$\{[^{}]+\}|\[\w+\]/g, '`$&`');
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
