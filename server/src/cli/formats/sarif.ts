import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { problemCatalogue, type ProblemCode, type Severity } from '../../problems';
import { problemExamples } from '../../problemExamples';
import { version } from '../../version';
import type { Finding, FindingFix, Located } from '../findings';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

function toRule(id: ProblemCode): ReportingDescriptor {
  const { severity, summary } = problemCatalogue[id];
  const { advice, wrong, right } = problemExamples[id];
  const examples = [`Wrong:\n\n\`\`\`\n${wrong}\`\`\``, `Right:\n\n\`\`\`\n${right}\`\`\``];
  return {
    id,
    shortDescription: { text: summary },
    help: { text: advice, markdown: [advice, ...examples].join('\n\n') },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/** A relative path stays relative: a service puts it below the root of what it has checked out. */
function toArtifact(file: string): ArtifactLocation {
  if (path.isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split(path.sep).map(encodeURIComponent).join('/') };
}

function toRegion({ range: { start, end } }: Located): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function toLocation(place: Located): Location {
  return { physicalLocation: { artifactLocation: toArtifact(place.file), region: toRegion(place) } };
}

function toFix({ title, changes }: FindingFix): Fix {
  const files = [...new Set(changes.map(({ file }) => file))];
  const artifactChanges = files.map((file) => ({
    artifactLocation: toArtifact(file),
    replacements: changes
      .filter((change) => change.file === file)
      .map((change) => ({ deletedRegion: toRegion(change), insertedContent: { text: change.newText } })),
  }));
  return { description: { text: title }, artifactChanges };
}

/** Tells a finding from others wherever its line moves to: its file, its code and its message. */
function fingerprint({ file, code, message }: Finding): string {
  return createHash('sha256').update([file, code, message].join('\0')).digest('hex');
}

function toResult(finding: Finding): Result {
  const { severity, code, message, related, fixes } = finding;
  const relatedLocations = related.map((place) => ({ ...toLocation(place), message: { text: place.message } }));
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: message },
    locations: [toLocation(finding)],
    partialFingerprints: { 'finding/v1': fingerprint(finding) },
    ...(related.length > 0 && { relatedLocations }),
    ...(fixes.length > 0 && { fixes: fixes.map(toFix) }),
  };
}

/** SARIF 2.1.0, for code scanning services. Columns count UTF-16 code units. */
export function sarif(findings: readonly Finding[]): string {
  const rules = (Object.keys(problemCatalogue) as ProblemCode[]).map(toRule);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'OpenStack VIF', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(toResult),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
