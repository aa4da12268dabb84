import type { Part, ResolvedTarget } from './target';

/** Which rendering: each template, each branch and each whole Cheetah file has one of its own for each driver. */
export interface RenderingName {
  /** The template file. */
  readonly uri: string;
  readonly vifType: string;
  /** The driver's dotted name, or the bare one of a driver that ships. */
  readonly driver: string;
  /** Of a Cheetah file: all of it, or the branch of the VIF type. A template of a plain file is always `file`. */
  readonly part: Part;
}

/** The name of what a target stands for. */
export function nameOf({ view, vifType, driver, part }: ResolvedTarget): RenderingName {
  return { uri: view.uri, vifType, driver: driver.name, part };
}

/** The same for the same name. */
export function keyOf({ uri, vifType, driver, part }: RenderingName): string {
  return JSON.stringify([uri, vifType, driver, part]);
}
