/** What one of libvirt's own judges says of a device or a domain. */
export interface Judgement {
  /** The program that was asked. */
  readonly program: string;
  /** What it says against the XML; missing where it accepts it. */
  readonly complaint?: string;
  /** Why it could not be asked; then there is no complaint. */
  readonly unasked?: string;
}

/**
 * XML that the judges are asked of: an `<interface>` or a `<hostdev>` by itself, one out of a domain that is asked of too, or a
 * whole `<domain>`. Of a domain the parser is asked, and the schema of each of its devices: what it says of a whole domain names
 * no device.
 */
export interface Question {
  readonly kind: 'device' | 'device-of-domain' | 'domain';
  readonly xml: string;
}

/** Asks those of libvirt's judges that the machine has, each in a process of its own. */
export interface Judges {
  /** Never fails: what goes wrong is said in the judgements. */
  readonly ask: (question: Question, signal: AbortSignal) => Promise<readonly Judgement[]>;
}
