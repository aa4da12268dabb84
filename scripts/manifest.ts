// What package.json and its texts, package.nls.json, say of the problems, out of their catalogue.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { problemCatalogue } from '../server/src/problems';

const ROOT = path.join(__dirname, '..');
/** What the texts of the problems are named by, before their codes. */
const PREFIX = 'problem.';

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

/** As prettier writes JSON, of which npm writes package.json. */
export function asJson(value: unknown): Promise<string> {
  return format(JSON.stringify(value), { parser: 'json-stringify' });
}

/** The properties of the setting `openstackVif.severity`: one for each code. */
function severityProperties(): object {
  const entries = Object.entries(problemCatalogue).map(([code, { severity }]) => [
    code,
    {
      type: 'string',
      enum: ['error', 'warning', 'information', 'hint', 'ignore'],
      default: severity,
      description: `%${PREFIX}${code}%`,
    },
  ]);
  return Object.fromEntries(entries) as object;
}

/** package.json with the properties of the setting as they should be. */
export function manifest(): Promise<string> {
  const written = read('package.json') as {
    contributes: { configuration: { properties: Record<string, { properties?: object }> } };
  };
  const setting = written.contributes.configuration.properties['openstackVif.severity'];
  if (setting) setting.properties = severityProperties();
  return asJson(written);
}

/** package.nls.json with the texts of the problems as they should be, behind the others. */
export function manifestTexts(): Promise<string> {
  const written = Object.entries(read('package.nls.json') as Readonly<Record<string, string>>);
  const others = written.filter(([key]) => !key.startsWith(PREFIX));
  const problems = Object.entries(problemCatalogue).map(([code, { summary }]) => [`${PREFIX}${code}`, summary]);
  return asJson(Object.fromEntries([...others, ...problems]));
}
