/** A driver name in its parts: `drivers.qbh.QbhDriver` is the class `QbhDriver` of the module `drivers.qbh`. */
export interface DriverName {
  readonly module: string;
  readonly className: string;
}

/** The drivers that ship: the class of each, and its module in the folder `drivers` of the installation. */
const MODULES: ReadonlyMap<string, string> = new Map([
  ['NovaVifDriver', 'nova_vif_driver'],
  ['NeutronPortDriver', 'neutron_port_driver'],
]);

/** The names that the drivers which ship have in a nova.conf: they are found wherever it lies, so their classes say it all. */
export const shippedDriverNames: readonly string[] = [...MODULES.keys()];

/** The driver that ships under a bare class name; `undefined` where none does. */
export function shippedDriver(name: string): DriverName | undefined {
  const module = MODULES.get(name);
  return module === undefined ? undefined : { module, className: name };
}

/** Whether a name leads to a driver that ships, be it bare or dotted. */
export function isShippedName(name: string): boolean {
  return [...MODULES].some(([className, module]) => name === className || name === `${module}.${className}`);
}
