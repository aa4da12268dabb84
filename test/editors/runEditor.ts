import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeBlocks } from '../codeBlocks';
import { installPrograms } from '../installedPrograms';
import { editorWorkspace } from './workspace';

/** How long (ms) an editor may take for all that it does. */
const PATIENCE = 90_000;

export interface EditorProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** The code and the message, in the editor's own form. */
  readonly text: string;
}

/** What came of the steps that each editor is taken through. */
export interface Report {
  readonly template: readonly EditorProblem[];
  readonly conf: readonly EditorProblem[];
  readonly driver: readonly EditorProblem[];
  /** The template after its first quick fix, and how many problems are left in it. */
  readonly fixed: string;
  readonly left: number;
  /** What rendering shows: of the mended template, of a nova.conf that selects nothing, and where the driver fails. */
  readonly rendered: string;
  readonly refused: string;
  readonly failed: string;
}

export interface Editor {
  readonly name: string;
  /** The language of its configuration in docs/editors.md: the ending of such files, too. */
  readonly language: string;
  /** The file here that says its steps. */
  readonly steps: string;
  /** A command that succeeds where the editor and its client are installed. */
  readonly probe: readonly [program: string, ...args: string[]];
  /** Runs the steps with a configuration, both of them files. */
  readonly command: (configuration: string, steps: string) => readonly [program: string, ...args: string[]];
}

/** Whether the editor is on this machine. */
export function isInstalled({ probe: [program, ...args] }: Editor): boolean {
  return spawnSync(program, args).status === 0;
}

/** Starts an editor with its configuration of docs/editors.md, and takes it through its steps. */
export function runEditor({ name, language, steps, command }: Editor): Report {
  const home = mkdtempSync(path.join(tmpdir(), 'vif-editor-'));
  const { folder, dispose } = editorWorkspace();
  try {
    const programs = installPrograms(path.join(home, 'npm'));
    const configuration = path.join(home, `configuration.${language}`);
    const report = path.join(home, 'report.json');
    writeFileSync(configuration, codeBlocks('editors.md', language).join('\n'));
    const PATH = [programs, process.env.PATH].join(path.delimiter);
    const [program, ...args] = command(configuration, path.join(__dirname, steps));
    // A server may end behind its editor: it shall keep nothing in a home that is being removed.
    const env = { ...process.env, HOME: home, PATH, VIF_REPORT: report, NODE_DISABLE_COMPILE_CACHE: '1' };
    const { status, signal, stderr } = spawnSync(program, args, {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: PATIENCE,
    });
    if (status !== 0) throw new Error(`${name} ended with ${status ?? signal ?? 'nothing'}: ${stderr}`);
    return JSON.parse(readFileSync(report, 'utf8')) as Report;
  } finally {
    dispose();
    rmSync(home, { recursive: true, force: true });
  }
}
