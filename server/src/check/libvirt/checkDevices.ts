import { checkInterface } from '../../libvirt/checkInterface';
import type { Finding, FindingKind } from '../../libvirt/finding';
import { guesses, problem, problemCatalogue, type Fix, type Problem, type ProblemCode } from '../../problems';
import type { CheetahTemplateFile } from '../../cheetahTemplate/cheetahTemplateFile';
import { didYouMean, suggest } from '../../suggest';
import type { Tag } from '../../template/tags';
import type { Contents, Outline, Piece } from '../../template/piece';
import type { PlainTemplateFile } from '../../template/plainTemplateFile';
import { inside } from '../../text/sorted';
import { overlaps, shifted, type Span } from '../../text/span';
import { cheetahDevices } from './cheetahDevices';
import { closingNames } from './closingNames';
import { findInDevices, type DeviceFindings } from './deviceFindings';
import { deviceTree } from './deviceTree';

/** A text with devices. */
interface Source {
  readonly uri: string;
  readonly text: string;
}

const CODES: Readonly<Record<FindingKind, ProblemCode>> = {
  'unknown-element': 'libvirt.unknown-element',
  'unknown-attribute': 'libvirt.unknown-attribute',
  'unexpected-text': 'libvirt.unexpected-text',
  missing: 'libvirt.missing',
  repeated: 'libvirt.repeated',
  value: 'libvirt.value',
  rule: 'libvirt.rule',
};

/** Faults of the text with which its elements may be other ones than were meant. */
const OBSCURING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'template.xml-syntax',
  'template.quote-missing',
  'template.doctype',
  'placeholder.misplaced',
]);

/** Whether it is plain which elements a device has. */
function isClear({ problems }: Piece, { span }: Outline): boolean {
  return !problems.some((fault) => OBSCURING.has(fault.code) && overlaps(fault.span, span));
}

/** Turns what libvirt rejects into problems of the file. */
class Reporter {
  #closings: ReadonlyMap<number, Span> | undefined;

  constructor(
    private readonly source: Source,
    private readonly tags: readonly Tag[],
  ) {}

  problem({ kind, span, message, certain, possible = [] }: Finding): Problem {
    const code = CODES[kind];
    const written = this.source.text.slice(span.start, span.end);
    const suggestions = suggest(written, possible);
    return problem(code, span, message + didYouMean(suggestions), {
      severity: certain ? problemCatalogue[code].severity : 'warning',
      fixes: this.#fixes(kind, span, suggestions),
    });
  }

  #fixes(kind: FindingKind, span: Span, suggestions: readonly string[]): readonly Fix[] {
    const { uri } = this.source;
    const fixes = guesses({ uri, span }, suggestions, (text) => `Change to '${text}'`);
    const closing = kind === 'unknown-element' ? this.#closingOf(span) : undefined;
    if (!closing) return fixes;
    return fixes.map((fix) => ({
      ...fix,
      changes: fix.changes.flatMap((change) => [change, { ...change, span: closing }]),
    }));
  }

  /** Where the name of an element stands again. */
  #closingOf({ start }: Span): Span | undefined {
    this.#closings ??= closingNames(this.tags);
    return this.#closings.get(start);
  }
}

const NONE: readonly Problem[] = [];

/**
 * Checks the devices of one file, those that read alike only once. A piece that is just being read is best checked with what
 * is in it at hand (`read`): it keeps nothing of that, and would be read again.
 */
export class DeviceChecker {
  readonly #alike = new Map<string, readonly Finding[]>();
  readonly #found = new Map<Piece, readonly Problem[]>();

  constructor(private readonly uri: string) {}

  read(piece: Piece, contents: Contents): void {
    this.#found.set(
      piece,
      this.#check(piece, () => contents),
    );
  }

  check(piece: Piece): readonly Problem[] {
    return this.#found.get(piece) ?? this.#check(piece, piece.contents);
  }

  #check(piece: Piece, contents: Piece['contents']): readonly Problem[] {
    const { template, text } = piece;
    const device = template?.interfaceSpan;
    if (!template || !device || !isClear(piece, template)) return NONE;
    const findings = this.#findings(text, device, contents);
    if (findings.length === 0) return NONE;
    const reporter = new Reporter({ uri: this.uri, text }, inside(contents().tags, template.span));
    return findings.map((finding) => reporter.problem(finding));
  }

  #findings(text: string, span: Span, contents: Piece['contents']): readonly Finding[] {
    const written = text.slice(span.start, span.end);
    const known = this.#alike.get(written);
    if (known) return moved(known, span.start);
    const device = deviceTree(text, contents(), span);
    const findings = device ? checkInterface(device) : [];
    this.#alike.set(written, moved(findings, -span.start));
    return findings;
  }
}

function moved(findings: readonly Finding[], by: number): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, span: shifted(finding.span, by) }));
}

/**
 * What libvirt rejects of the devices of a template file, whatever their placeholders come to stand for. A template whose XML
 * is broken is left alone, and what an interface lacks is a warning: it may still be written. `earlier` is what was found before an edit.
 */
export function checkDevices(
  { pieces }: PlainTemplateFile,
  checker: DeviceChecker,
  earlier: DeviceFindings | undefined,
): DeviceFindings {
  return findInDevices(pieces.list, (piece) => checker.check(piece), earlier);
}

/**
 * The same of the devices of a Cheetah file. A device is left alone whose elements hang on conditions in a way that cannot be
 * told, and a value that stands among elements may be elements.
 */
export function checkCheetahDevices(uri: string, text: string, file: CheetahTemplateFile): readonly Problem[] {
  const reporter = new Reporter({ uri, text }, file.tags);
  return cheetahDevices(text, file)
    .filter(({ isClear }) => isClear)
    .flatMap(({ tree }) => checkInterface(tree).map((finding) => reporter.problem(finding)));
}
