import { lines, type ProblemExample } from './example';

/** A driver with the body of its method. */
function driver(...body: readonly string[]): string {
  return lines('class QbhDriver(object):', '    def getVIFConfiguration(self, instance, network):', ...body);
}

const RETURN = "        return {'source_device': 'eth5', 'profile_name': 'enterprise'}";

export const driverExamples = {
  'driver.syntax': {
    advice: 'The source has a fault, so its keys may not all be known. Python says where when it is run.',
    file: 'drivers/qbh.py',
    wrong: driver("        return {'source_device': 'eth5', 'profile_name': 'enterprise'"),
    right: driver(RETURN),
  },
  'driver.no-method': {
    advice:
      'Nova calls `getVIFConfiguration(self, instance, network)`, or later `plug(self, instance, network, mapping)`. Write one of them.',
    file: 'drivers/qbh.py',
    wrong: lines('class QbhDriver(object):', '    def get_config(self, instance, network):', RETURN),
    right: driver(RETURN),
  },
  'driver.key-unused': {
    advice:
      'No template that this driver fills uses the key. It does no harm; it may be misspelt on one of the two sides.',
    file: 'drivers/qbh.py',
    wrong: driver("        return {'source_device': 'eth5', 'profile_name': 'enterprise', 'vlan': '7'}"),
    right: driver(RETURN),
  },
  'driver.failed': {
    advice:
      'The driver raised an exception, or returned something else than a dictionary, when it was rendered. It is shown at the line that raised, until the next good run.',
    file: 'drivers/qbh.py',
    wrong: driver("        return {'source_device': network['uplink'], 'profile_name': 'enterprise'}"),
    right: driver("        return {'source_device': network.get('uplink', 'eth5'), 'profile_name': 'enterprise'}"),
    whenRendered: true,
  },
  'render.unfilled': {
    advice:
      'The driver returned no value for this placeholder, or `None`, so it stays as it is written. Let the driver return a text or a number.',
    file: 'drivers/qbh.py',
    wrong: driver("        return {'source_device': 'eth5', 'profile_name': None}"),
    right: driver(RETURN),
    whenRendered: true,
  },
  'render.value-refused': {
    advice:
      'The value holds a character that XML does not allow in this place, such as a control character. Let the driver return another.',
    file: 'drivers/qbh.py',
    wrong: driver("        return {'source_device': 'eth5', 'profile_name': 'enter\\x07prise'}"),
    right: driver(RETURN),
    whenRendered: true,
  },
  'render.rejected': {
    advice:
      "A value that the driver returned is none that libvirt takes in this place, or the interface as a whole is one that libvirt refuses. Where the machine has them, libvirt's schema (`xmllint`) and its parser (`virsh`) are asked as well.",
    file: 'drivers/qbh.py',
    wrong: driver("        return {'source_device': 'eth5', 'profile_name': 'enterprise' * 4}"),
    right: driver(RETURN),
    whenRendered: true,
  },
} as const satisfies Record<string, ProblemExample>;
