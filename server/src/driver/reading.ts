import type { DriverModule } from './declaration';

/** What reading a module told. */
export interface Reading {
  readonly module: DriverModule;
  /** Whether reading gave up on something, in whichever module: it was too much, or changes code. */
  readonly hasGivenUp: boolean;
}
