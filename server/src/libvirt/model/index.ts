import { known } from '../facts';
import type { ElementModel } from '../grammar';
import type { Element } from '../tree';
import { hostdevModel } from './hostdev';
import { interfaceModel } from './interface';

/** The elements that libvirt's `<devices>` gets for a VIF, by their names. */
export const models: ReadonlyMap<string, ElementModel> = new Map([
  [interfaceModel.name, interfaceModel],
  [hostdevModel.name, hostdevModel],
]);

/** What the model knows of an element of `<devices>`. Of a `<hostdev>` it knows PCI devices alone. */
export function modelOf(element: Element): ElementModel | undefined {
  const isOther = element.name === hostdevModel.name && (known(element, 'type') ?? 'pci') !== 'pci';
  const isPart = known(element, 'mode') === 'capabilities';
  return isOther || isPart ? undefined : models.get(element.name);
}
