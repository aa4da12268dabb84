/**
 * The VIF driver for 802.1Qbh in JavaScript: it does what `qbh_driver.py` does.
 *
 * A module's default export is the driver. nova.conf names it as module and class: `qbh_driver_js.QbhDriver`.
 */

/** libvirt's limit for a profile id. */
const LONGEST_PROFILE_NAME = 39;

/** Attaches an instance to a device of the host, whose port the switch configures by a port profile. */
export default class QbhDriver {
  /** The keys that `getVIFConfiguration` provides. With this list nobody needs to read the code to know them. */
  static outputKeys = ['source_device', 'profile_name'];

  getVIFConfiguration(instance, network) {
    const profileName = required(network, 'port_profile', 'the port profile of the switch');
    if (profileName.length > LONGEST_PROFILE_NAME) {
      throw new Error(
        `The port profile '${profileName}' is too long: libvirt takes ${LONGEST_PROFILE_NAME} characters.`,
      );
    }
    return {
      source_device: required(network, 'device', 'the network device to attach to, such as eth5'),
      profile_name: profileName,
    };
  }
}

/** Returns the value of a key; says what is missing where there is none. */
function required(network, key, meaning) {
  const value = network[key];
  if (!value) throw new Error(`The network dictionary has no '${key}': ${meaning}.`);
  return value;
}
