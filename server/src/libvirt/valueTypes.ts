import { oneOf, pattern, type ValueType } from './valueType';

/** Any text at all. */
export const anyText: ValueType = {
  noun: 'text',
  example: 'name',
  accepts: () => true,
  mayHold: () => true,
};

/** Any text on one line that is not empty. */
export const someText = pattern({ noun: 'text of one line', example: 'name', pattern: /[^\n\r]+/, character: /./su });

export const yesNo = oneOf('yes', 'no');
export const onOff = oneOf('on', 'off');

/** A MAC address of one card; a multicast address has an odd first byte. */
export const unicastMac = pattern({
  noun: 'MAC address of a card: six pairs of hex digits between colons, the first pair even',
  example: '02:16:3e:00:00:01',
  pattern: /[\da-f][02468ace](?::[\da-f]{2}){5}/i,
  character: /[\da-f:]/i,
  longest: 17,
});

export const uuid = pattern({
  noun: 'UUID',
  example: '09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f',
  pattern: /[\da-f]{32}|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i,
  character: /[\da-f-]/i,
  longest: 36,
});

/** The name of a network device, or of what libvirt takes one from: a path such as `/dev/vhost-vdpa-0` too. */
export const deviceName = pattern({
  noun: 'device name: letters, digits and _ . - : / \\',
  example: 'eth0',
  pattern: /[\w.\-\\:/]+/,
  character: /[\w.\-\\:/]/,
});

/** Like a device name, but blanks may stand in it, and nothing at all. */
export const bridgeName = pattern({
  noun: 'bridge name: letters, digits, blanks and _ . - : / \\',
  example: 'br0',
  pattern: /[\w.\-\\:/ ]*/,
  character: /[\w.\-\\:/ ]/,
});

export const modelName = pattern({
  noun: 'model name: letters, digits, _ and -',
  example: 'virtio',
  pattern: /[\w-]+/,
  character: /[\w-]/,
});

/** The name by which the configuration calls a device. */
export const aliasName = pattern({
  noun: 'alias: letters, digits and _ - .',
  example: 'ua-net0',
  pattern: /[\w.-]+/,
  character: /[\w.-]/,
});

export const absolutePath = pattern({
  noun: 'absolute path',
  example: '/run/vhost-user.sock',
  pattern: /(?:\/|[a-zA-Z]:\\)[^\n\r]+/,
  character: /./su,
});

/** The name of a port profile. */
export const profileId = pattern({
  noun: 'profile name of 1 to 39 characters',
  example: 'profile',
  pattern: /[^]*/,
  character: /[^]/u,
  longest: 39,
});

/** The same where there has to be one. */
export const someProfileId: ValueType = { ...profileId, accepts: (text) => text !== '' && profileId.accepts(text) };

/** The name of a network filter, which is to be an XML name without a colon. */
export const filterName = pattern({
  noun: 'filter name: a letter or _, then letters, digits and . - _',
  example: 'clean-traffic',
  pattern: /\s*[\p{L}_][\p{L}\p{M}\p{N}\p{Pc}·.-]*\s*/u,
  character: /[\p{L}\p{M}\p{N}\p{Pc}·.\-\s]/u,
});

export const filterParameterName = pattern({
  noun: 'parameter name: letters, digits and _',
  example: 'IP',
  pattern: /\w+/,
  character: /\w/,
});

export const filterParameterValue = pattern({
  noun: 'parameter value: letters, digits and _ . :',
  example: '10.0.0.3',
  pattern: /[\w.:]+/,
  character: /[\w.:]/,
});

/** What the firmware of an s390 machine reads. */
export const loadParameter = pattern({
  noun: 'load parameter: up to 8 letters, digits, dots and blanks',
  example: 'PROMPT',
  pattern: /[a-zA-Z\d. ]{1,8}/,
  character: /[a-zA-Z\d. ]/,
  also: (text) => text.trim() !== '',
});
