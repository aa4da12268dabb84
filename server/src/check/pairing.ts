import type { Template } from '../template/templateFile';
import { networkKeys } from './networkKeys';
import { findTemplate, type DriverLookup, type NovaConfView, type TemplateView } from './view';

export type FoundDriver = Extract<DriverLookup, { kind: 'found' }>;

/** One nova.conf's view of one template: who fills its placeholders. */
export interface Pairing {
  readonly template: Template;
  readonly templateUri: string;
  /** As nova.conf has it: dotted. */
  readonly driverName: string;
  readonly driver: FoundDriver;
  readonly conf: NovaConfView;
}

/** The template that a nova.conf selects out of a file, with the driver that fills it; nothing where either is not known. */
function pair(view: TemplateView, conf: NovaConfView): readonly Pairing[] {
  const { vifType, driver: selected } = conf.selection;
  const template = vifType && findTemplate(view, vifType.value);
  if (!template || !selected || conf.driver?.kind !== 'found') return [];
  return [{ template, templateUri: view.uri, driverName: selected.value, driver: conf.driver, conf }];
}

/** The templates of a file that the nova.confs out of `confs` select, each with its driver. What many of them select alike is there once. */
export function pairingsOf(view: TemplateView, confs: readonly NovaConfView[]): readonly Pairing[] {
  const seen = new Map<string, Pairing>();
  for (const pairing of confs.flatMap((conf) => pair(view, conf))) {
    const key = `${pairing.template.vifType ?? ''}\n${pairing.driverName}\n${pairing.driver.view.uri}`;
    if (!seen.has(key)) seen.set(key, pairing);
  }
  return [...seen.values()];
}

/**
 * Who provides a key: the driver always or sometimes, nova-compute, certainly nobody, or nobody as far as reading the driver
 * tells (`unknown`).
 */
export type Provision = 'driver' | 'sometimes' | 'compute' | 'missing' | 'unknown';

/** Who provides a key to the template of a pairing. */
export function provisionOf(key: string, { driver }: Pairing, computeKeys: ReadonlySet<string>): Provision {
  const { keys, complete, passesNetwork } = driver.declaration;
  if (computeKeys.has(key)) return 'compute';
  const output = keys.find((candidate) => candidate.key === key);
  if (output) return output.sometimes ? 'sometimes' : 'driver';
  const mayBeHandedIn = passesNetwork && networkKeys.has(key);
  return complete && !mayBeHandedIn ? 'missing' : 'unknown';
}
