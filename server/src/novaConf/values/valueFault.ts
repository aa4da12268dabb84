import type { NovaOption } from '../catalogue/novaOption';
import { strip } from '../lines';
import type { ValueFault } from './fault';
import { isHostAddress, isHostDomain } from './host';
import { floatFault, integerFault, type Limits } from './number';
import { quoted } from './quoted';
import { textFault } from './text';
import { isUri } from './uri';

const BOOLEANS = ['true', '1', 'on', 'yes', 'false', '0', 'off', 'no'];
const PORTS = { min: 0, max: 65_535 };

/**
 * What is wrong with `value`, a value after substitution, as one of `option`. Nothing is wrong where oslo.config takes it: the
 * rules are those of `oslo_config/types.py`. Of an option that may be set more than once, `value` is one of its values.
 */
export function valueFault(option: NovaOption, value: string): ValueFault | undefined {
  switch (option.type) {
    case 'boolean':
      return BOOLEANS.includes(value.toLowerCase()) ? undefined : noBoolean(value);
    case 'integer':
      return integerFault(value, option, option.choices);
    case 'port':
      return portFault(option, value);
    case 'float':
      return floatFault(value, option);
    case 'host-address':
      return isHostAddress(value) ? undefined : noHost(value);
    case 'host-domain':
      return isHostDomain(value) ? undefined : noHost(value);
    case 'uri':
      return isUri(value, option.schemes) ? undefined : noUri(value, option.schemes);
    case 'list':
      return listFault(option, value);
    case 'multi-dict':
      return dictionaryFault(value);
    case 'string':
      return textFault(option, value);
    case 'multi':
      return undefined;
  }
}

function noBoolean(value: string): ValueFault {
  return { message: `${quoted(value)} is neither true nor false.`, choices: ['true', 'false'], certain: true };
}

function portFault(limits: Limits, value: string): ValueFault | undefined {
  const fault = integerFault(value, PORTS);
  return fault ? { ...fault, certain: true } : integerFault(value, limits);
}

function noHost(value: string): ValueFault {
  return { message: `${quoted(value)} is neither an IP address nor the name of a host.` };
}

function noUri(value: string, schemes: readonly string[] | undefined): ValueFault {
  const among = schemes ? `, with ${schemes.join(' or ')} in front` : '';
  return { message: `${quoted(value)} is no whole URI: write scheme://host/path${among}.` };
}

function listFault(option: NovaOption, value: string): ValueFault | undefined {
  if (!option.choices) return undefined;
  const faults = itemsOf(value).flatMap((item) => textFault(option, item) ?? []);
  const fault = faults.find(({ goodElsewhere }) => !goodElsewhere) ?? faults[0];
  return fault && { message: fault.message, ...(fault.goodElsewhere && { goodElsewhere: true }) };
}

/** The items of a list. Commas behind the last one do not count. */
function itemsOf(value: string): readonly string[] {
  const items = strip(value).split(',');
  while (items.at(-1) === '') items.pop();
  return items.map(strip);
}

function dictionaryFault(value: string): ValueFault | undefined {
  const keys = keysOf(strip(value));
  if (!keys) return { message: `${quoted(value)} is not of the form key:value,key:value.` };
  if (keys.includes('')) return { message: `${quoted(value)} lacks a key in front of a colon.` };
  return new Set(keys).size === keys.length ? undefined : { message: `${quoted(value)} has the same key twice.` };
}

/** The keys of `key:value,key:value`. A piece without a colon belongs to the key behind it; undefined where none follows. */
function keysOf(text: string): readonly string[] | undefined {
  const pieces = text === '' ? [] : text.split(',');
  if (pieces.at(-1)?.includes(':') === false) return undefined;
  const keys: string[] = [];
  let front = '';
  for (const piece of pieces) {
    const [key = '', ...value] = piece.split(':');
    front += key;
    if (value.length === 0) front += ',';
    else {
      keys.push(strip(front));
      front = '';
    }
  }
  return keys;
}
