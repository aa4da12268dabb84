import assert, { deepEqual } from 'node:assert/strict';
import { describeRule } from './describeRule';
import { applyFix } from '../applyFix';
import { CONF, DRIVER, FOLDER, Scenario, SOUND, TEMPLATE } from './scenario';

const template = (dev: string): string => `<interface type='direct'>
  <mac address=\${mac_address}/>
  <source dev=${dev} mode='private'/>
  <virtualport type='802.1Qbh'><parameters profileid=\${profile_name}/></virtualport>
</interface>
`;

const DRIVER_NAME = 'drivers.qbh.QbhDriver';

describeRule('placeholder.not-provided', [
  {
    name: 'the case of the proposal: the template asks for device_name, and the driver provides source_device',
    file: TEMPLATE,
    source: template('<|${device_name}|>'),
    severity: 'error',
    message: `The driver ${DRIVER_NAME} does not provide 'device_name'. It provides source_device and profile_name. Did you mean 'source_device'?`,
    related: [
      [DRIVER, 'source_device', "The driver provides 'source_device' here."],
      [DRIVER, 'QbhDriver', `The driver ${DRIVER_NAME}.`],
      [CONF, DRIVER_NAME, 'nova.conf selects the driver here.'],
    ],
    fixes: [
      ["Rename the placeholder to 'source_device'", TEMPLATE, template('${source_device}')],
      [
        "Add 'device_name' to the output keys of QbhDriver",
        DRIVER,
        (SOUND[DRIVER] ?? '').replace("'profile_name']", "'profile_name', 'device_name']"),
      ],
    ],
  },
  {
    name: 'a typo, in quotes, behind an astral character',
    file: TEMPLATE,
    source: template("'😀<|${sorce_device}|>'"),
    severity: 'error',
    message: `The driver ${DRIVER_NAME} does not provide 'sorce_device'. It provides source_device and profile_name. Did you mean 'source_device'?`,
    related: [
      [DRIVER, 'source_device', "The driver provides 'source_device' here."],
      [DRIVER, 'QbhDriver', `The driver ${DRIVER_NAME}.`],
      [CONF, DRIVER_NAME, 'nova.conf selects the driver here.'],
    ],
    fixes: [
      ["Rename the placeholder to 'source_device'", TEMPLATE, template("'😀${source_device}'")],
      [
        "Add 'sorce_device' to the output keys of QbhDriver",
        DRIVER,
        (SOUND[DRIVER] ?? '').replace("'profile_name']", "'profile_name', 'sorce_device']"),
      ],
    ],
  },
  {
    name: 'a driver that its package passes on: the fix goes to the file that the class stands in',
    file: TEMPLATE,
    source: template('<|${device_name}|>'),
    others: {
      [CONF]: (SOUND[CONF] ?? '').replace(DRIVER_NAME, 'drivers.QbhDriver'),
      'drivers/__init__.py': '"""The VIF drivers of this cloud."""\n\nfrom .qbh import QbhDriver\n',
    },
    severity: 'error',
    message: `The driver drivers.QbhDriver does not provide 'device_name'. It provides source_device and profile_name. Did you mean 'source_device'?`,
    related: [
      [DRIVER, 'source_device', "The driver provides 'source_device' here."],
      [DRIVER, 'QbhDriver', 'The driver drivers.QbhDriver.'],
      [CONF, 'drivers.QbhDriver', 'nova.conf selects the driver here.'],
    ],
    fixes: [
      ["Rename the placeholder to 'source_device'", TEMPLATE, template('${source_device}')],
      [
        "Add 'device_name' to the output keys of QbhDriver",
        DRIVER,
        (SOUND[DRIVER] ?? '').replace("'profile_name']", "'profile_name', 'device_name']"),
      ],
    ],
  },
  {
    name: 'a key like none that there is, of a driver that declares nothing: the list is made',
    file: TEMPLATE,
    source: template('<|${vlan}|>'),
    others: {
      [DRIVER]:
        "class QbhDriver:\n    def getVIFConfiguration(self, instance, network):\n        return {'profile_name': 'x'}\n",
    },
    severity: 'error',
    message: `The driver ${DRIVER_NAME} does not provide 'vlan'. It provides profile_name.`,
    related: [
      [DRIVER, 'QbhDriver', `The driver ${DRIVER_NAME}.`],
      [CONF, DRIVER_NAME, 'nova.conf selects the driver here.'],
    ],
    fixes: [
      [
        "Add 'vlan' to the output keys of QbhDriver",
        DRIVER,
        "class QbhDriver:\n    output_keys = ['profile_name', 'vlan']\n\n    def getVIFConfiguration(self, instance, network):\n        return {'profile_name': 'x'}\n",
      ],
    ],
  },
  {
    name: 'a key that nova-compute fills, spelt wrongly: there is no place of the driver to lead to',
    file: TEMPLATE,
    source: template('${source_device}').replace('${mac_address}', '<|${mac_adress}|>'),
    severity: 'error',
    message: `The driver ${DRIVER_NAME} does not provide 'mac_adress'. It provides source_device and profile_name. Did you mean 'mac_address'?`,
    related: [
      [DRIVER, 'QbhDriver', `The driver ${DRIVER_NAME}.`],
      [CONF, DRIVER_NAME, 'nova.conf selects the driver here.'],
    ],
    fixes: [
      ["Rename the placeholder to 'mac_address'", TEMPLATE, template('${source_device}')],
      [
        "Add 'mac_adress' to the output keys of QbhDriver",
        DRIVER,
        (SOUND[DRIVER] ?? '').replace("'profile_name']", "'profile_name', 'mac_adress']"),
      ],
    ],
  },
]);

const UNCERTAIN = `from nova.network import lookup

class QbhDriver:
    def getVIFConfiguration(self, instance, network):
        network.update(lookup(instance))
        network['profile_name'] = 'x'
        return network
`;

const HANDING_ON = `class QbhDriver:
    def getVIFConfiguration(self, instance, network):
        network['profile_name'] = 'x'
        return network
`;

const SOMETIMES = `class QbhDriver:
    def getVIFConfiguration(self, instance, network):
        config = {'source_device': 'eth5'}
        if network.get('profile'):
            config['profile_name'] = 'x'
        return config
`;

describe('placeholder.sometimes-provided', () => {
  it('is told of a key that hangs on a condition, with the place where it is set', () => {
    const problems = new Scenario({ ...SOUND, [DRIVER]: SOMETIMES }).problems(TEMPLATE);
    deepEqual(
      problems.map(({ code, severity, message }) => [code, severity, message]),
      [
        [
          'placeholder.sometimes-provided',
          'information',
          `The driver ${DRIVER_NAME} provides 'profile_name' only sometimes: a condition in its source decides.`,
        ],
      ],
    );
    const [place] = problems[0]?.related ?? [];
    deepEqual(SOMETIMES.slice(place?.span.start, place?.span.end), 'profile_name');
  });

  it('is mended by making the placeholder optional', () => {
    const [problem] = new Scenario({ ...SOUND, [DRIVER]: SOMETIMES }).problems(TEMPLATE);
    const [fix, ...others] = problem?.fixes ?? [];
    deepEqual([fix?.title, fix?.preferred, others], ['Make the placeholder optional', undefined, []]);
    const mended = applyFix(SOUND[TEMPLATE] ?? '', `${FOLDER}/${TEMPLATE}`, fix);
    deepEqual(mended, (SOUND[TEMPLATE] ?? '').replace('${profile_name}', '${profile_name?}'));
    deepEqual(new Scenario({ ...SOUND, [DRIVER]: SOMETIMES, [TEMPLATE]: mended }).problems(TEMPLATE), []);
  });

  it('is not told of a compute key', () => {
    const texts = { ...SOUND, [DRIVER]: SOMETIMES };
    deepEqual(new Scenario(texts).problems(TEMPLATE, ['mac_address', 'profile_name']), []);
  });

  it('is not told of a key that the driver declares', () => {
    const declared = SOMETIMES.replace(':\n', ":\n    output_keys = ['source_device', 'profile_name']\n");
    deepEqual(new Scenario({ ...SOUND, [DRIVER]: declared }).problems(TEMPLATE), []);
  });
});

describeRule('placeholder.not-provided', [
  {
    name: 'an optional placeholder whose key looks misspelt',
    file: TEMPLATE,
    source: template('<|${sorce_device?}|>'),
    severity: 'hint',
    message: `The driver ${DRIVER_NAME} does not provide 'sorce_device', so it is left out. Did you mean 'source_device'?`,
    related: [
      [DRIVER, 'source_device', "The driver provides 'source_device' here."],
      [DRIVER, 'QbhDriver', `The driver ${DRIVER_NAME}.`],
      [CONF, DRIVER_NAME, 'nova.conf selects the driver here.'],
    ],
    fixes: [["Rename the placeholder to 'source_device'", TEMPLATE, template('${source_device?}')]],
  },
]);

describe('placeholder.not-provided: of an optional placeholder nothing is said', () => {
  const silent: readonly (readonly [name: string, inside: string, driver?: string])[] = [
    ['that nobody provides', '${mtu?}'],
    ['whose key shares words with another', '${device_name?}'],
    ['whose key is like one that the template uses', '${profil_name?}'],
    [
      'that stands in a comment',
      "'1' mode='private'/><!-- ${sorce_device?} --><teaming type='transient' persistent='1'",
    ],
    [
      'of a driver that is not read whole',
      '${sorce_device?}',
      (SOUND[DRIVER] ?? '').replace(/ {4}output_keys.*\n/, '').replace('return {', 'return {**instance, '),
    ],
  ];
  for (const [name, inside, driver] of silent)
    it(name, () => {
      const texts = { ...SOUND, [TEMPLATE]: template(inside), ...(driver !== undefined && { [DRIVER]: driver }) };
      const problems = new Scenario(texts).problems(TEMPLATE);
      deepEqual(
        problems.filter(({ code }) => !code.startsWith('libvirt.')),
        [],
      );
    });
});

describe('placeholder.not-provided: how certain it is', () => {
  it('is a hint for what Nova may have put into the network dictionary that the driver hands on', () => {
    const texts = { ...SOUND, [DRIVER]: HANDING_ON, [TEMPLATE]: template('${bridge}') };
    deepEqual(
      new Scenario(texts).problems(TEMPLATE).map(({ severity, message }) => [severity, message]),
      [
        [
          'hint',
          `The driver ${DRIVER_NAME} does not provide 'bridge' itself. It returns the network dictionary that it is handed, which may hold it.`,
        ],
      ],
    );
  });

  it('is an error for what Nova never puts there', () => {
    const texts = { ...SOUND, [DRIVER]: HANDING_ON, [TEMPLATE]: template('${device_name}') };
    deepEqual(
      new Scenario(texts).problems(TEMPLATE).map(({ severity }) => severity),
      ['error'],
    );
  });

  it('is a hint where reading the driver cannot tell whether the keys are all', () => {
    const problems = new Scenario({ ...SOUND, [DRIVER]: UNCERTAIN }).problems(TEMPLATE);
    deepEqual(
      problems.map(({ severity, message }) => [severity, message]),
      [
        [
          'hint',
          `The driver ${DRIVER_NAME} may not provide 'source_device'. Reading its source found profile_name, and could not tell whether that is all.`,
        ],
      ],
    );
  });

  it('is told once for two nova.confs that select alike, and once for each driver', () => {
    const texts = {
      ...SOUND,
      [TEMPLATE]: template('${device_name}'),
      'nova-a.conf': SOUND[CONF] ?? '',
      'nova-b.conf': '--libvirt_vif_type=802.1Qbh\n--libvirt_vif_driver=drivers.other.OtherDriver\n',
      'drivers/other.py': (SOUND[DRIVER] ?? '').replaceAll('QbhDriver', 'OtherDriver'),
    };
    deepEqual(
      new Scenario(texts).problems(TEMPLATE).map(({ message }) => /^The driver (\S+) /.exec(message)?.[1]),
      ['drivers.qbh.QbhDriver', 'drivers.other.OtherDriver'],
    );
  });
});

describe('checkTemplate', () => {
  it('tells what is wrong with the text as well', () => {
    const texts = { ...SOUND, [TEMPLATE]: template("'${device_name} ${}") };
    deepEqual(
      new Scenario(texts).problems(TEMPLATE).map(({ code }) => code),
      ['template.quote-missing', 'placeholder.malformed', 'placeholder.not-provided'],
    );
  });

  it('checks the template of the selected VIF type alone', () => {
    const file = (type: string): string =>
      `<vif-templates><template vif-type="${type}"><interface type='bridge'><source bridge=\${other}/></interface></template></vif-templates>`;
    const problems = (type: string): readonly string[] =>
      new Scenario({ ...SOUND, 'all.vif.xml': file(type) }).problems('all.vif.xml').map(({ code }) => code);
    deepEqual(problems('bridge'), []);
    deepEqual(problems('802.1Qbh'), ['placeholder.not-provided']);
  });

  it('takes the compute keys as they are given', () => {
    const scenario = new Scenario(SOUND);
    deepEqual(
      scenario.problems(TEMPLATE, []).map(({ message }) => message),
      [`The driver ${DRIVER_NAME} does not provide 'mac_address'. It provides source_device and profile_name.`],
    );
    deepEqual(
      new Scenario({ ...SOUND, [TEMPLATE]: template('${vlan}') }).problems(TEMPLATE, ['mac_address', 'vlan']),
      [],
    );
  });

  it('reads a JavaScript driver all the same', () => {
    const driver = `export default class QbhDriver {
  static outputKeys = ['profile_name'];
  getVIFConfiguration(instance, network) {
    return { profile_name: 'x' };
  }
}
`;
    const texts = { [CONF]: SOUND[CONF] ?? '', [TEMPLATE]: SOUND[TEMPLATE] ?? '', 'drivers/qbh.mjs': driver };
    deepEqual(
      new Scenario(texts).problems(TEMPLATE).map(({ code, severity }) => `${severity} ${code}`),
      ['error placeholder.not-provided'],
    );
  });

  it('looks for the place of a new key only for somebody who asks for quick fixes', () => {
    const scenario = new Scenario({ ...SOUND, [TEMPLATE]: template('${device_name}') });
    const [driver] = scenario.confs().map((conf) => conf.driver);
    assert.ok(driver?.kind === 'found');
    const { keyInsertion } = driver.declaration;
    let asked = 0;
    const get = (): typeof keyInsertion => {
      asked++;
      return keyInsertion;
    };
    Object.defineProperty(driver.declaration, 'keyInsertion', { get });
    const [found] = scenario.problems(TEMPLATE);
    assert.equal(asked, 0);
    assert.equal(found?.fixes?.length, 2);
    assert.equal(asked, 1);
  });
});
