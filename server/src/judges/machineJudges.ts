import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram } from '../driver/findProgram';
import type { Judgement, Judges } from './judge';
import { runProgram } from './runProgram';
import { findDomainSchema } from './schemaFolder';

/** How long (ms) a judge may take; both take less than a tenth of a second. */
const TIME_LIMIT = 5_000;

/** A grammar of one device, out of libvirt's grammar of whole domains. */
function grammar(schema: string): string {
  return `<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <include href="${pathToFileURL(schema).href}"/>
  <start><choice><ref name="interface"/><ref name="hostdev"/></choice></start>
</grammar>
`;
}

/** The smallest domain with the device in it. */
function domain(xml: string): string {
  return `<domain type='test'><name>vif</name><memory>8192</memory><os><type>hvm</type></os><devices>
${xml}
</devices></domain>
`;
}

/** What libvirt says, without the names of our files. */
function complaintIn(stderr: string, folder: string): string {
  const lines = stderr
    .replaceAll(join(folder, ''), '')
    .split('\n')
    .map((line) => line.replace(/^error: /, '').trim())
    .filter((line) => line !== '' && !/^Failed to define|fails to validate$/.test(line));
  return lines.join(' ') || 'It says nothing of why.';
}

/** One way to ask libvirt. */
interface Way {
  readonly program: string;
  /** What it needs besides the program, where that is missing. */
  readonly lacks?: string;
  readonly args: (folder: string) => readonly string[];
}

function waysOf(schema: string | undefined): readonly Way[] {
  return [
    {
      program: 'xmllint',
      ...(schema === undefined && { lacks: "libvirt's schemas are not installed" }),
      args: (folder) => ['--noout', '--nonet', '--relaxng', join(folder, 'device.rng'), join(folder, 'device.xml')],
    },
    {
      program: 'virsh',
      args: (folder) => ['-c', 'test:///default', 'define', join(folder, 'domain.xml')],
    },
  ];
}

/** Writes what the judges read into a folder of its own, which is gone when they have spoken. */
async function withFiles<Result>(
  xml: string,
  schema: string | undefined,
  ask: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'vif-libvirt-'));
  try {
    await writeFile(join(folder, 'device.xml'), xml);
    await writeFile(join(folder, 'domain.xml'), domain(xml));
    if (schema !== undefined) await writeFile(join(folder, 'device.rng'), grammar(schema));
    return await ask(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * libvirt's schema by xmllint, and its parser by virsh with a driver that only tests, as far as this machine has them. No
 * program is taken out of `forbiddenFolders`. Nothing is defined anywhere but in the process of virsh itself.
 */
export function machineJudges(forbiddenFolders: readonly string[]): Judges {
  const askOne = async ({ program, lacks, args }: Way, folder: string, signal: AbortSignal): Promise<Judgement> => {
    const file = findProgram([program], process.env.PATH ?? '', forbiddenFolders);
    if (file === undefined) return { program, unasked: 'it is not installed' };
    if (lacks !== undefined) return { program, unasked: lacks };
    const { succeeded, stderr, late } = await runProgram(file, args(folder), { folder, timeLimit: TIME_LIMIT, signal });
    if (late) return { program, unasked: `it took longer than ${TIME_LIMIT / 1000} seconds` };
    return succeeded || signal.aborted ? { program } : { program, complaint: complaintIn(stderr, folder) };
  };
  return {
    ask: async (xml, signal) => {
      const schema = findDomainSchema();
      const ways = waysOf(schema);
      try {
        return await withFiles(xml, schema, (folder) => Promise.all(ways.map((way) => askOne(way, folder, signal))));
      } catch (error) {
        return ways.map(({ program }) => ({
          program,
          unasked: error instanceof Error ? error.message : String(error),
        }));
      }
    },
  };
}
