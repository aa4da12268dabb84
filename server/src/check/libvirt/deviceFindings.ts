import type { Finding } from '../../libvirt/finding';
import type { Span } from '../../text/span';

/**
 * What was found in devices, by the text of each; spans count from the device's start. What libvirt rejects of a device hangs on
 * its own text alone, and an edit leaves most devices of a file as they were.
 */
export type DeviceFindings = ReadonlyMap<string, readonly Finding[]>;

function moved(findings: readonly Finding[], by: number): readonly Finding[] {
  return findings.map((finding) => {
    const { start, end } = finding.span;
    return { ...finding, span: { start: start + by, end: end + by } };
  });
}

/** Finds what is wrong with the devices of one text, each text of a device once: what is known from the text before is not looked for again. */
export class DeviceChecks {
  readonly #found = new Map<string, readonly Finding[]>();

  constructor(private readonly known: DeviceFindings = new Map()) {}

  /** All that was asked for: the next text can take it over. */
  get findings(): DeviceFindings {
    return this.#found;
  }

  /** The findings of the device at a span of the text; `check` is asked for those of a device that is not known. */
  at(text: string, { start, end }: Span, check: () => readonly Finding[]): readonly Finding[] {
    const written = text.slice(start, end);
    const found = this.#found.get(written) ?? this.known.get(written) ?? moved(check(), -start);
    this.#found.set(written, found);
    return moved(found, start);
  }
}
