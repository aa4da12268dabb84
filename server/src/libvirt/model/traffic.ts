import { attribute, element, repeatable, required, variant, variants, type AttributeModel } from '../grammar';
import { count, mtuSize, speed, vlanId } from '../numbers';
import { bandwidthRules, vlanRules } from '../rules/traffic';
import { oneOf } from '../valueType';
import { aliasName, filterName, filterParameterName, filterParameterValue, yesNo } from '../valueTypes';

const rates: readonly AttributeModel[] = [
  attribute('average', speed, 'The rate on average, in KiB a second.'),
  attribute('peak', speed, 'The highest rate, in KiB a second.'),
  attribute('burst', speed, 'How much may be sent at the highest rate, in KiB.'),
];
const floor = attribute('floor', speed, 'The rate that is guaranteed, in KiB a second. Only for a network of libvirt.');

export const bandwidth = element('bandwidth', 'How fast the card may send and receive.', {
  children: [
    element('inbound', 'What comes in to the machine.', { attributes: [...rates, floor] }),
    element('outbound', 'What goes out of the machine.', { attributes: rates }),
  ],
  rules: bandwidthRules,
});

export const vlan = element('vlan', 'The VLANs of the card: the switch tags its frames.', {
  attributes: [attribute('trunk', oneOf('yes'), 'The card carries more than one VLAN.')],
  children: [
    required(
      repeatable(
        element('tag', 'One VLAN.', {
          attributes: [
            required(attribute('id', vlanId, 'The number of the VLAN, up to 4095.')),
            attribute(
              'nativeMode',
              oneOf(
                { value: 'tagged', documentation: 'Its frames have a tag.' },
                { value: 'untagged', documentation: 'Its frames have none.' },
              ),
              'Makes this VLAN the one of frames without a tag. Open vSwitch knows it.',
            ),
          ],
        }),
      ),
    ),
  ],
  rules: vlanRules,
});

export const mtu = element('mtu', 'How long a frame can be.', {
  attributes: [required(attribute('size', mtuSize, 'The length in bytes.'))],
});

export const link = element('link', 'The state of the cable, as the guest sees it.', {
  attributes: [required(attribute('state', oneOf('up', 'down'), 'Whether it is plugged in.'))],
});

export const filterref = element('filterref', 'The network filter that the frames of the card pass.', {
  attributes: [required(attribute('filter', filterName, 'The name of the filter.'))],
  children: [
    repeatable(
      element('parameter', 'A value for a variable of the filter. It may be there more than once.', {
        attributes: [
          required(attribute('name', filterParameterName, 'The name of the variable, such as IP.')),
          required(attribute('value', filterParameterValue, 'Its value.')),
        ],
      }),
    ),
  ],
});

export const port = element('port', 'How the bridge treats the port.', {
  attributes: [attribute('isolated', yesNo, 'Whether it cannot reach other ports that are isolated.')],
});

export const coalesce = element('coalesce', 'How many events the host handles at once.', {
  children: [
    element('rx', 'Of what is received.', {
      children: [
        element('frames', 'Counted in frames.', {
          attributes: [attribute('max', count, 'The most frames that are waited for.')],
        }),
      ],
    }),
  ],
});

export const tune = element('tune', 'Details of the tap device.', {
  children: [element('sndbuf', 'How many bytes wait to be sent at most; 0 for no limit.', { text: count })],
});

export const teaming = element('teaming', 'Joins two cards so that one takes over when the other goes away.', {
  variants: variants('type', 'Which of the two it is.', [
    variant('persistent', 'The virtio card that stays.'),
    variant('transient', 'The card that is taken away while the machine moves.', {
      attributes: [required(attribute('persistent', aliasName, 'The alias of the card that stays.'))],
    }),
  ]),
});
