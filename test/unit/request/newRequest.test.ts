import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { requestNeeds } from '../../../server/src/languageFeatures/requestNeeds';
import { newRequest } from '../../../server/src/request/newRequest';
import { parseRequest } from '../../../server/src/request/parseRequest';
import { CONF, DRIVER, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { uriOf, viewOf } from '../languageFeatures/workspace';

const DEFAULT = readFileSync(path.join(__dirname, '../../../templates/default-request.json'), 'utf8');
const CHEETAH = 'libvirt.xml.template';

type Json = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** The request for a file of a workspace. */
function requestFor(texts: Texts, file = TEMPLATE, vifType?: string): Json {
  const needs = requestNeeds(viewOf(texts, { computeKeys: ['mac_address'] }), uriOf(file), vifType);
  ok(needs);
  return JSON.parse(newRequest(DEFAULT, needs)) as Json;
}

const withDriver = (driver: string): string => `[DEFAULT]
libvirt_vif_type = 802.1Qbh
libvirt_vif_driver = ${driver}
`;

describe('a new request', () => {
  it('is one, and says which VIF type it is for', () => {
    const needs = requestNeeds(viewOf(SOUND), uriOf(TEMPLATE));
    ok(needs);
    const text = newRequest(DEFAULT, needs);
    equal(parseRequest(text).kind, 'request');
    ok(text.endsWith('}\n'));
    equal(requestFor(SOUND).network?.type, '802.1Qbh');
    equal(requestFor(SOUND, TEMPLATE, 'bridge').network?.type, 'bridge');
  });

  it('has all that the request which ships has for a plain template', () => {
    const { instance, network, mapping } = JSON.parse(DEFAULT) as Json;
    deepEqual(requestFor(SOUND), { instance, network: { ...network, type: '802.1Qbh' }, mapping });
  });

  it('is for what nova.conf selects where it is asked for by that', () => {
    deepEqual(requestFor(SOUND, CONF), requestFor(SOUND));
  });

  it('asks for the keys that the driver may be handed, and for none that it provides or could not pass on', () => {
    const passing = `class QbhDriver(object):
    def getVIFConfiguration(self, instance, network):
        network.update(load())
        network['source_device'] = 'eth5'
        return network
`;
    const template = "<interface a='${source_device}' b='${zone}' c='${mac_address}'/>";
    const { network } = requestFor({ ...SOUND, [TEMPLATE]: template, [DRIVER]: passing });
    equal(network?.zone, '');
    equal(network.source_device, undefined);
    equal(network.mac_address, '02:16:3e:5d:00:01');
    equal(requestFor({ ...SOUND, [TEMPLATE]: template }).network?.zone, undefined);
  });

  it('asks for every key where no driver is known', () => {
    const { network } = requestFor({ [TEMPLATE]: SOUND[TEMPLATE] ?? '' });
    deepEqual([network?.source_device, network?.profile_name, network?.type], ['', '', '802.1Qbh']);
  });

  it('asks for the names of a Cheetah file, with the values of the request that ships', () => {
    const texts = {
      [CONF]: `${withDriver('drivers.qbh.QbhDriver')}libvirt_xml_template = ${CHEETAH}\n`,
      [CHEETAH]: '<domain>$name $own_name</domain>',
    };
    deepEqual(requestFor(texts, CHEETAH).template, { name: 'instance-00000001', own_name: '' });
  });

  const FORMS: readonly (readonly [driver: string, keys: readonly string[]])[] = [
    ['NeutronPortDriver', ['port_id', 'cloud', 'type']],
    ['NovaVifDriver', ['id', 'type', 'vnic_type', 'address', 'devname', 'details', 'profile', 'network']],
  ];
  for (const [driver, keys] of FORMS)
    it(`has the form that ${driver} takes`, () => {
      const texts = {
        ...SOUND,
        [CONF]: withDriver(driver),
        'shipped/nova_vif_driver.py': '',
        'shipped/neutron_port_driver.py': '',
      };
      const needs = requestNeeds(viewOf(texts, { shippedFolder: 'shipped' }), uriOf(TEMPLATE));
      ok(needs);
      const { network, mapping } = JSON.parse(newRequest(DEFAULT, needs)) as Json;
      deepEqual(Object.keys(network ?? {}), keys);
      equal(mapping, undefined);
    });

  it('is none for a file that is no template and selects none', () => {
    equal(requestNeeds(viewOf(SOUND), uriOf(DRIVER)), undefined);
    equal(requestNeeds(viewOf({ [CONF]: withDriver('a.B') }), uriOf(CONF)), undefined);
  });
});
