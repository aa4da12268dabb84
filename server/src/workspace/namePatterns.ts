/** The patterns without alternatives that a pattern stands for. */
function plainPatterns(pattern: string): readonly string[] {
  const [before = '', names = '', after = ''] = pattern.split(/[{}]/);
  return names.split(',').map((name) => before + name + after);
}

function fits(name: string, pattern: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return name === pattern;
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}

/**
 * Whether one of the glob patterns fits a name: in each, one `*` stands for any characters, and one `{a,b}` for one of several.
 * As in a shell, a name that begins with a dot is meant by none.
 */
export function namePatterns(patterns: readonly string[]): (name: string) => boolean {
  const plain = patterns.flatMap(plainPatterns);
  return (name) => !name.startsWith('.') && plain.some((pattern) => fits(name, pattern));
}
