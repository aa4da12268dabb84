/** What one of libvirt's own judges says of a device. */
export interface Judgement {
  /** The program that was asked. */
  readonly program: string;
  /** What it says against the device; missing where it accepts it. */
  readonly complaint?: string;
  /** Why it could not be asked; then there is no complaint. */
  readonly unasked?: string;
}

/** Asks those of libvirt's judges that the machine has, each in a process of its own. */
export interface Judges {
  /** `xml` is an `<interface>` or a `<hostdev>`. Never fails: what goes wrong is said in the judgements. */
  readonly ask: (xml: string, signal: AbortSignal) => Promise<readonly Judgement[]>;
}
