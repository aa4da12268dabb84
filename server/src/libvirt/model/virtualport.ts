import {
  attribute,
  element,
  optionalVariants,
  required,
  variant,
  variants,
  type AttributeModel,
  type ElementModel,
  type Variant,
} from '../grammar';
import { byte, threeBytes } from '../numbers';
import { profileId, someProfileId, uuid } from '../valueTypes';

const managerid = attribute('managerid', byte, 'The number of the VSI manager that knows the type of the port.');
const typeid = attribute('typeid', threeBytes, 'The number of the VSI type, which describes what the port may do.');
const typeidversion = attribute('typeidversion', byte, 'The version of the VSI type.');
const instanceid = attribute('instanceid', uuid, 'The UUID of the port; libvirt makes one where it is left out.');
const profileid = attribute('profileid', profileId, 'The name of the port profile, at most 39 characters.');
const interfaceid = attribute('interfaceid', uuid, 'The UUID of the port, as the switch and Neutron know it.');

const PARAMETERS = 'What the switch is told of the port.';

function parameters(...attributes: readonly AttributeModel[]): ElementModel {
  return element('parameters', PARAMETERS, { attributes });
}

const QBG = 'A switch outside that speaks 802.1Qbg: it is told the VSI type of the port.';
const QBH = 'A switch outside that speaks 802.1Qbh, such as a fabric extender: it is told a port profile.';
const OVS = 'A port of Open vSwitch.';
const MIDONET = 'A port of MidoNet.';

const openvswitch = variant('openvswitch', OVS, { children: [parameters(profileid, interfaceid)] });
const midonet = variant('midonet', MIDONET, { children: [required(parameters(required(interfaceid)))] });

/** Where nothing but the interface itself can say what the port needs. */
const complete: readonly Variant[] = [
  variant('802.1Qbg', QBG, {
    children: [required(parameters(required(managerid), required(typeid), required(typeidversion), instanceid))],
  }),
  variant('802.1Qbh', QBH, { children: [required(parameters(required({ ...profileid, type: someProfileId })))] }),
  openvswitch,
  midonet,
];

/** Where the network may say the rest. */
const partial: readonly Variant[] = [
  variant('802.1Qbg', QBG, { children: [parameters(managerid, typeid, typeidversion, instanceid)] }),
  variant('802.1Qbh', QBH, { children: [parameters(profileid)] }),
  openvswitch,
  midonet,
];

const VIRTUALPORT = 'What the switch that the card is connected to has to know of it.';
const TYPE = 'The kind of switch.';

export const virtualport = element('virtualport', VIRTUALPORT, { variants: variants('type', TYPE, complete) });

/** Of an interface of the type network. */
export const networkVirtualport = element('virtualport', VIRTUALPORT, {
  variants: optionalVariants('type', TYPE, partial, {
    children: [parameters(managerid, typeid, typeidversion, instanceid, profileid, interfaceid)],
  }),
});
