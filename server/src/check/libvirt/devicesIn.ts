import { withDescendants, type Element } from '../../template/elements';
import { DEVICES } from '../../template/tags';

/** The devices among the elements of a text: those that stand in a machine's `<devices>`, or in nothing at all. */
export function devicesIn(elements: readonly Element[]): readonly Element[] {
  const holders = [...withDescendants(elements)].filter(({ opening }) => opening.name === 'devices');
  return [...elements, ...holders.flatMap(({ children }) => children)].filter(({ opening }) =>
    DEVICES.has(opening.name),
  );
}
