import assert from 'node:assert/strict';
import { examples } from './examples';
import { asObject, objectAt, readJson, type JsonObject } from './files';

const schema = readJson('schemas/vif-request.schema.json');
const REQUESTS = [
  'templates/default-request.json',
  ...examples.map(({ vifType }) => `examples/${vifType}/vif-request.json`),
];

/** What the schema says of the keys of an object. */
const keysOf = (part: JsonObject): JsonObject => objectAt(part, 'properties');

describe('The schema of requests', () => {
  it('describes the dictionaries, each of them open', () => {
    for (const name of ['instance', 'network', 'mapping', 'template']) {
      const dictionary = objectAt(keysOf(schema), name);
      assert.equal(dictionary.type, 'object');
      assert.equal(dictionary.additionalProperties, true);
      assert.equal(typeof dictionary.description, 'string');
    }
  });

  it('describes the interfaces of a Cheetah file as the one of a plain template', () => {
    const nic = objectAt(objectAt(keysOf(schema), 'nics'), 'items');
    assert.deepEqual(keysOf(nic), {
      network: { $ref: '#/properties/network' },
      mapping: { $ref: '#/properties/mapping' },
    });
  });

  it('forbids no further key and asks for none', () => {
    assert.equal(schema.additionalProperties, undefined);
    assert.equal(schema.required, undefined);
  });

  it('gives no key of a dictionary a type, for drivers and templates take what they like', () => {
    for (const name of ['instance', 'network', 'mapping', 'template']) {
      for (const [key, value] of Object.entries(keysOf(objectAt(keysOf(schema), name)))) {
        assert.deepEqual(Object.keys(asObject(value, key)), ['description'], key);
      }
    }
  });
});

describe('The requests that ship', () => {
  for (const file of REQUESTS) {
    it(`${file}: has the dictionaries that a driver is run with`, () => {
      const request = readJson(file);
      objectAt(request, 'instance');
      assert.match(String(objectAt(request, 'network').mac_address), /^02(:[0-9a-f]{2}){5}$/);
    });
  }

  it("examples/nova: each key of the request for today's Nova is described by the schema", () => {
    const { $schema, ...dictionaries } = readJson('examples/nova/vif-request.json');
    assert.equal($schema, '../../schemas/vif-request.schema.json');
    for (const [name, dictionary] of Object.entries(dictionaries)) {
      const described = keysOf(objectAt(keysOf(schema), name));
      const undescribed = Object.keys(asObject(dictionary, name)).filter((key) => !(key in described));
      assert.deepEqual(undescribed, [], name);
    }
  });

  it('the default request: each of its keys is described by the schema', () => {
    const { $schema, ...dictionaries } = readJson('templates/default-request.json');
    assert.equal($schema, '../schemas/vif-request.schema.json');
    assert.deepEqual(Object.keys(dictionaries), ['instance', 'network', 'mapping', 'template']);
    for (const [name, dictionary] of Object.entries(dictionaries)) {
      const described = keysOf(objectAt(keysOf(schema), name));
      const undescribed = Object.keys(asObject(dictionary, name)).filter((key) => !(key in described));
      assert.deepEqual(undescribed, [], name);
    }
  });
});
