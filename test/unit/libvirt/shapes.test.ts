import { deepEqual, equal } from 'node:assert/strict';
import { interfaceModel } from '../../../server/src/libvirt/model/interface';
import { shapesOf } from '../../../server/src/libvirt/shapes';
import { tableOf } from '../../../server/src/libvirt/shapeTable';
import type { Attribute, Element } from '../../../server/src/libvirt/tree';

const NOWHERE = { start: 0, end: 0 };

function card(...attributes: readonly Pick<Attribute, 'value' | 'sometimes'>[]): Element {
  const named = attributes.map((attribute) => ({ name: 'type', nameSpan: NOWHERE, valueSpan: NOWHERE, ...attribute }));
  return { name: 'interface', nameSpan: NOWHERE, attributes: named, children: [] };
}

describe('shapes of an element', () => {
  const all = interfaceModel.variants?.of.length;

  it('are one where its variant is known, and all where it may be any', () => {
    equal(shapesOf(interfaceModel, card({ value: ['bridge'] })).length, 1);
    for (const any of [[], [{ value: ['', 'ge'] as const }], [{ value: ['x'] as const }]])
      equal(shapesOf(interfaceModel, card(...any)).length, all);
    equal(shapesOf(interfaceModel, card({ value: ['bridge'], sometimes: true })).length, all);
  });

  it('are made once, and looked through once', () => {
    const [first, again] = [0, 1].map(() => shapesOf(interfaceModel, card({ value: ['bridge'] }))[0]);
    equal(first, again);
    equal(first && tableOf(first), again && tableOf(again));
  });

  it('name what an element cannot be without', () => {
    const [bridge] = shapesOf(interfaceModel, card({ value: ['bridge'] }));
    const { neededAttributes, neededChildren } = tableOf(bridge ?? interfaceModel);
    deepEqual([neededAttributes, neededChildren], [['type'], ['source']]);
  });
});
