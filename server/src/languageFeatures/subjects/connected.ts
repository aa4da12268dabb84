/** All that hangs together with the seeds: they themselves, what `neighboursOf` gives for them, and so on. Each thing once, by its id. */
export function connected<Thing>(
  seeds: readonly Thing[],
  idOf: (thing: Thing) => string,
  neighboursOf: (thing: Thing) => readonly Thing[],
): readonly Thing[] {
  const found = new Map<string, Thing>();
  const pending = [...seeds];
  for (const thing of pending) {
    const id = idOf(thing);
    if (found.has(id)) continue;
    found.set(id, thing);
    pending.push(...neighboursOf(thing));
  }
  return [...found.values()];
}

/** The first thing of each id. */
export function eachOnce<Thing>(things: readonly Thing[], idOf: (thing: Thing) => string): readonly Thing[] {
  return connected(things, idOf, () => []);
}
