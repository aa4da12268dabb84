import type { Log, ReportingDescriptor, Result } from 'sarif';
import { problemCatalogue, type Severity } from '../problems';
import { version } from '../version';
import type { Finding } from './findings';

/** `file:line:column: severity: message [code]`, 1-based, a line for each finding, as compilers write it. */
function text(findings: readonly Finding[]): string {
  const lines = findings.map(({ file, range: { start }, severity, code, message }) => {
    return `${file}:${start.line + 1}:${start.character + 1}: ${severity}: ${message} [${code}]\n`;
  });
  return lines.join('');
}

function json(findings: readonly Finding[]): string {
  return `${JSON.stringify(findings, undefined, 2)}\n`;
}

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

function toRule([id, { severity, summary }]: [string, { severity: Severity; summary: string }]): ReportingDescriptor {
  return { id, shortDescription: { text: summary }, defaultConfiguration: { level: LEVELS[severity] } };
}

function toResult({ file, range: { start, end }, severity, code, message }: Finding): Result {
  const uri = file.split(/[\\/]/).map(encodeURIComponent).join('/');
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
  };
}

/** SARIF 2.1.0, for code scanning services. Columns count UTF-16 code units. */
function sarif(findings: readonly Finding[]): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'OpenStack VIF', version, rules: Object.entries(problemCatalogue).map(toRule) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(toResult),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** How findings are written, by the name of the format. */
export const formats = { text, json, sarif } as const;

export type Format = keyof typeof formats;
