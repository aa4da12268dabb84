/** What a series of samples comes to, in the unit of the samples. */
export interface Summary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

/** The middle of the samples; `NaN` where there is none. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** The value that this share (0 to 1) of the samples lies at or under, between two of them where it falls between. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export function summarize(samples: readonly number[]): Summary {
  return { count: samples.length, p50: quantile(samples, 0.5), p95: quantile(samples, 0.95) };
}
