import { findProgram } from '../driver/findProgram';
import { findDomainSchema } from './domainSchema';
import type { Judgement, Judges, Question } from './judge';
import { runProgram } from './runProgram';
import { withTemporaryFile } from './temporaryFile';

/** How long (ms) a judge may take; both take less than a tenth of a second. */
const TIME_LIMIT = 5_000;

/** The smallest domain with the device in it. */
function domain(xml: string): string {
  return `<domain type='test'><name>vif</name><memory>8192</memory><os><type>hvm</type></os><devices>
${xml}
</devices></domain>
`;
}

/** What a judge says, in one line and without what it says of every fault. */
function complaintIn(stderr: string, file: string): string {
  const lines = stderr
    .replaceAll(file, 'the domain')
    .replaceAll('Relax-NG validity error : ', '')
    .split('\n')
    .map((line) => line.replace(/^error: /, '').trim())
    .filter((line) => line !== '' && !/^Failed to define|fails to validate$/.test(line));
  return lines.join(' ') || 'it says nothing of why.';
}

/** One way to ask libvirt of a domain in a file. */
interface Way {
  readonly program: string;
  /** What it is not asked of. */
  readonly except: Question['kind'];
  /** Missing where something beside the program is. */
  readonly args?: (file: string) => readonly string[];
}

function waysOf(schema: string | undefined): readonly Way[] {
  return [
    {
      program: 'xmllint',
      except: 'domain',
      ...(schema !== undefined && { args: (file) => ['--noout', '--nonet', '--relaxng', schema, file] }),
    },
    {
      program: 'virsh',
      except: 'device-of-domain',
      args: (file) => ['-c', 'test:///default', 'define', file],
    },
  ];
}

/**
 * libvirt's schema by xmllint, and its parser by virsh with a driver that only tests, as far as this machine has them. No
 * program is taken out of `forbiddenFolders`. Nothing is defined but in the process of virsh itself.
 */
export function machineJudges(forbiddenFolders: readonly string[]): Judges {
  const askOne = async ({ program, args }: Way, file: string, signal: AbortSignal): Promise<Judgement> => {
    const found = findProgram([program], process.env.PATH ?? '', forbiddenFolders);
    if (found === undefined) return { program, unasked: 'it is not installed' };
    if (args === undefined) return { program, unasked: "libvirt's schemas are not installed" };
    const ending = await runProgram(found, args(file), { timeLimit: TIME_LIMIT, signal });
    if (ending.kind === 'late') return { program, unasked: `it took longer than ${TIME_LIMIT / 1000} seconds` };
    return ending.kind === 'failed' ? { program, complaint: complaintIn(ending.stderr, file) } : { program };
  };
  return {
    ask: async ({ kind, xml }, signal) => {
      const ways = waysOf(findDomainSchema()).filter(({ except }) => except !== kind);
      try {
        return await withTemporaryFile(kind === 'domain' ? xml : domain(xml), (file) =>
          Promise.all(ways.map((way) => askOne(way, file, signal))),
        );
      } catch (error) {
        return ways.map(({ program }) => ({
          program,
          unasked: error instanceof Error ? error.message : String(error),
        }));
      }
    },
  };
}
