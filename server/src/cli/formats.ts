import type { Finding } from './findings';
import { github } from './formats/github';
import { sarif } from './formats/sarif';

/** `file:line:column: severity: message [code]`, 1-based, a line for each finding, as compilers write it. */
function text(findings: readonly Finding[]): string {
  const lines = findings.map(({ file, range: { start }, severity, code, message }) => {
    return `${file}:${start.line + 1}:${start.character + 1}: ${severity}: ${message} [${code}]\n`;
  });
  return lines.join('');
}

function json(findings: readonly Finding[]): string {
  const plain = findings.map(({ file, range, severity, code, message }) => ({ file, range, severity, code, message }));
  return `${JSON.stringify(plain, undefined, 2)}\n`;
}

/** How findings are written, by the name of the format. */
export const formats = { text, json, sarif, github } as const;

export type Format = keyof typeof formats;
