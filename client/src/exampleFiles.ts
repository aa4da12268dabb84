/** The example that a first look begins with, in the extension's folder. */
export const EXAMPLE = 'examples/proposal';

/** Its template, which is opened. */
export const EXAMPLE_TEMPLATE = '802.1Qbh.vif.xml';

/** All of its files. They stand here by name: where the extension runs in a browser, its folders cannot be listed. */
export const EXAMPLE_FILES = [EXAMPLE_TEMPLATE, 'nova.conf', 'proposal_driver.py'];
