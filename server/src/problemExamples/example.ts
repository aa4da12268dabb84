/** A wrong text and a right one for a code of the catalogue: for the page of the problems, and for the tests that hold it against the rules. */
export interface ProblemExample {
  /** What it leads to, and what to do. Plain sentences. */
  readonly advice: string;
  /** The file that is shown. The files beside it are those of a sound example. */
  readonly file: 'nova.conf' | '802.1Qbh.vif.xml' | 'vif-templates.vif.xml' | 'libvirt.xml.template' | 'drivers/qbh.py';
  readonly wrong: string;
  readonly right: string;
  /** Whether there are no files beside it. */
  readonly alone?: true;
  /** Whether the problem shows only when the driver is run. */
  readonly whenRendered?: true;
}

/** A text of these lines. */
export function lines(...written: readonly string[]): string {
  return `${written.join('\n')}\n`;
}
