/** Whether a file's name fits a glob with `*` and `{a,b}`. */
export function fitsGlob(name: string, glob: string): boolean {
  const source = glob
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^{}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'u').test(name);
}
