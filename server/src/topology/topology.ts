import type { Span } from '../text/span';
import type { TracedValue } from './tracedValue';

/** The stations on the way from the guest to the network, in their order. */
export const STATIONS = ['guest', 'vif', 'device', 'bridge', 'switch', 'vlan'] as const;
export type Station = (typeof STATIONS)[number];

/** One thing that the XML says of a part, or that libvirt needs and the XML does not say. */
export interface Fact {
  /** What a person calls it, such as `MAC`. */
  readonly label: string;
  /** Missing where libvirt needs it and it is not there. */
  readonly value?: TracedValue;
}

/** What stands at one station. */
export interface Part {
  readonly station: Station;
  /** What it is, such as `Tap device`. */
  readonly name: string;
  /** The most telling one first. */
  readonly facts: readonly Fact[];
  /** The place of its element in the template file, where that is known. */
  readonly source?: Span;
}

/** The way of one network card, from the guest to the network: a part at each station that it passes. */
export type Path = readonly Part[];

/** What interface XML means, card by card. */
export interface Topology {
  readonly paths: readonly Path[];
}
