/** What oslo.config makes of a value. Of `multi` and `multi-dict`, every setting in a file counts. */
export const optionTypes = [
  'string',
  'boolean',
  'integer',
  'float',
  'port',
  'host-address',
  'host-domain',
  'uri',
  'list',
  'multi',
  'multi-dict',
] as const;

export type OptionType = (typeof optionTypes)[number];
