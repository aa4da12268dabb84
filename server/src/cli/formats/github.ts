import type { Severity } from '../../problems';
import type { Finding } from '../findings';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** A command ends with its line, and `%` begins an escape. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Within the properties `:` and `,` separate. */
function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function command({ file, range: { start, end }, severity, code, message }: Finding): string {
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns only within one line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: code,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${written.join(',')}::${escapeMessage(message)}\n`;
}

/** Workflow commands of GitHub Actions, which show each finding at its line in a pull request. */
export function github(findings: readonly Finding[]): string {
  return findings.map(command).join('');
}
