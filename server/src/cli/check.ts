import type { Severity } from '../problems';
import type { Workspace } from '../workspace/workspace';
import { CommandFailure } from './failure';
import { findingsOf, type Finding } from './findings';
import { formats, type Format } from './formats';
import { isFolder, openWorkspace, toUri } from './openWorkspace';
import { writeOutput } from './output';
import { Progress } from './progress';

export interface CheckOptions {
  readonly conf?: string;
  readonly format: Format;
}

/** The checked files that a path stands for: a file itself; in a folder every nova.conf and template file, with the drivers that they hang on. */
function filesOf(workspace: Workspace, path: string): readonly string[] {
  const uri = toUri(path);
  if (!isFolder(path)) {
    const kind = workspace.kind(uri);
    if (kind !== undefined && kind !== 'request') return [uri];
    throw new CommandFailure(
      `${path} is no nova.conf, no template file and no driver. Name one of these, or a folder.`,
      2,
    );
  }
  const below = [...workspace.checkedFiles()].filter(
    (file) => !isDriver(workspace, file) && file.startsWith(`${uri}/`),
  );
  return [...below, ...workspace.driversOf(below)];
}

function isDriver(workspace: Workspace, uri: string): boolean {
  return ['python', 'javascript'].includes(workspace.kind(uri) ?? '');
}

function count(findings: readonly Finding[], severity: Severity): string {
  const number = findings.filter((finding) => finding.severity === severity).length;
  return `${number} ${severity}${number === 1 || severity === 'information' ? '' : 's'}`;
}

function summary(files: number, findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'information', 'hint'] as const).map((severity) => count(findings, severity));
  return `${files} ${files === 1 ? 'file' : 'files'} checked: ${counts.join(', ')}.\n`;
}

/** `vif check`: writes the findings of the paths to stdout. Gives the exit code: 1 if there is an error, else 0. */
export async function check(paths: readonly string[], { conf, format }: CheckOptions): Promise<0 | 1> {
  const workspace = await openWorkspace(paths, { conf });
  const files = [...new Set(paths.flatMap((path) => filesOf(workspace, path)))].sort();
  if (files.length === 0)
    throw new CommandFailure(`No nova.conf and no template file (*.vif.xml) in ${paths.join(', ')}.`, 2);
  const progress = new Progress(process.stderr);
  const findings = findingsOf(workspace, files, (count) => {
    progress.show(() => `${count} of ${files.length} files checked`);
  });
  progress.clear();
  // What was found may be gone by now, or not be readable: that shows when it is read.
  const read = files.filter((uri) => workspace.files.exists(uri));
  await writeOutput(formats[format](findings));
  process.stderr.write(summary(read.length, findings));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
