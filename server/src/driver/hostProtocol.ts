import type { HostValue } from './hostValue';

/** The first line that a host answers with: it tells that the host runs, and that what runs is the host. */
export const HOST_READY = 'openstack-vif driver host';

/** Which driver a host runs, as JSON. */
export interface HostDriver {
  /** The file of the driver's module, as an absolute path. */
  readonly file: string;
  /** The file that its class stands in, which places of errors are told of. */
  readonly classFile: string;
  /** The dotted name of its module. */
  readonly module: string;
  readonly className: string;
  readonly searchPath: readonly string[];
  /** Variables that its process gets beside those of the host. */
  readonly environment: NodeJS.ProcessEnv;
  /** Paths and texts of the open files that the driver's language can import. */
  readonly unsaved: readonly (readonly [path: string, text: string])[];
}

/** What a host runs a driver with, as JSON. A dictionary that is missing is empty; there may be other members. */
export interface HostRequest {
  readonly instance?: Readonly<Record<string, unknown>>;
  readonly network?: Readonly<Record<string, unknown>>;
  readonly mapping?: Readonly<Record<string, unknown>>;
}

/** How a run in a process of its own came to its end, as JSON. */
export interface RunEnd {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  /** Why there was no such process; null where there was one. */
  readonly refused: string | null;
}

/** The innermost place in the file of the driver's class that an exception came through. */
export interface HostPlace {
  /** 1-based. */
  readonly line: number;
  /** `<module>` outside of functions; null for a fault of the syntax. */
  readonly function: string | null;
}

/** A value lies in itself, or more than MAX_DEPTH deep, or more than MAX_VALUES lie in it. */
export type NestingFault = 'cycle' | 'depth' | 'size';

/** What a host answers, as JSON. It holds facts; failure.ts makes the words. */
export type HostAnswer =
  /** The network dictionary, where its values are nothing but texts; no key is `__proto__`, nor an index, which objects do not keep in place. */
  | { readonly kind: 'texts'; readonly values: Readonly<Record<string, string>> }
  /** Any network dictionary. */
  | { readonly kind: 'returned'; readonly values: readonly (readonly [key: string, value: HostValue])[] }
  | {
      readonly kind: 'raised';
      /** Empty where something was thrown that is no error. */
      readonly type: string;
      readonly text: string;
      readonly traceback: string;
      readonly place: HostPlace | null;
    }
  /** The module has no such class. */
  | { readonly kind: 'no-class'; readonly holds: readonly string[] }
  /** The class has none of the methods that a driver answers with. */
  | { readonly kind: 'no-method' }
  | { readonly kind: 'no-dictionary'; readonly method: string; readonly type: string }
  | { readonly kind: 'key-refused'; readonly key: string; readonly type: string }
  | { readonly kind: 'value-refused'; readonly key: string; readonly type: string }
  /** What lies in the value of a key has no end, or is too much. */
  | { readonly kind: 'nesting-refused'; readonly key: string; readonly fault: NestingFault };
