/** What the user reads of a fix that gives an option or a section another name. */
export function renameTo(name: string): string {
  return `Rename to ${name}`;
}
