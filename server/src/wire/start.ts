/** How long (ms) answers wait for the folders to be searched: one on a network may take minutes. What is not found by then is not spoken of. */
const PATIENCE = 2000;

/** What answers wait for after the start. */
export interface Start {
  /** Fulfilled when everything is known. */
  readonly whole: Promise<unknown>;
  /** Fulfilled when there is enough to answer with. */
  readonly answerable: Promise<unknown>;
}

/** Nothing is waited for. */
export const startedAtOnce: Start = { whole: Promise.resolve(), answerable: Promise.resolve() };

/** Fulfilled after the time, unless `over` comes first: then it stays as it is, and holds up nothing. */
function patience(over: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    const stop = (): void => {
      clearTimeout(timer);
    };
    over.then(stop, stop);
  });
}

/**
 * `searched` is fulfilled when the files are found, `configured` when the settings are known. Where the search takes long,
 * `meanwhile` finds what can be had without it.
 */
export function startOf(
  searched: Promise<unknown>,
  configured: Promise<unknown>,
  meanwhile: () => Promise<void>,
): Start {
  const found = Promise.race([searched, patience(searched).then(meanwhile)]);
  return { whole: Promise.all([searched, configured]), answerable: Promise.all([found, configured]) };
}
