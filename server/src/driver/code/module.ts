import type { Expression, Statement } from './code';
import type { Import } from './leaf';

/** A module's top level. */
export interface ModuleCode {
  readonly names: readonly string[];
  readonly body: readonly Statement[];
  /** What the module gives out, by name; missing where that is all of its variables. */
  readonly exports?: ReadonlyMap<string, Expression>;
  /** Modules all of whose names it gives out too: `export * from …`. */
  readonly passesOn?: readonly Import[];
  /** What a CommonJS module is as a whole, where it gives out no names. */
  readonly whole?: Expression;
}
