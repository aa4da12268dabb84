import { isIpv6 } from './host';

/** The scheme, the authority and the path of a URI that has the first two of them. */
const URI = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^\\/?#]*)([^?#]*)/;

const USER = /^(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})+$/;
const REGISTERED_NAME = /^((?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*):?[0-9]{0,5}\n?$/;
const LITERAL = /^\[([^\]]*)\]:?[0-9]{0,5}\n?$/;
const FUTURE = /^v[0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+$/;
const ZONE = /^(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+$/;

/** Four numbers, of whatever size: an address in a URI has them. */
const QUAD = /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/;

/**
 * Whether `text` is a URI with a scheme and a host, by RFC 3986 as oslo.config's `URI` reads it: what the path may not hold
 * counts as encoded, but for brackets. The scheme has to be one of `schemes`, in small letters, where they are given.
 */
export function isUri(text: string, schemes?: readonly string[]): boolean {
  const [, scheme = '', authority = '', path = ''] = URI.exec(text) ?? [];
  if (scheme === '' || authority === '' || /[[\]]/.test(path)) return false;
  return isAuthority(authority) && (schemes?.includes(scheme) ?? true);
}

function isAuthority(text: string): boolean {
  const at = text.indexOf('@');
  if (at >= 0 && !USER.test(text.slice(0, at))) return false;
  const server = text.slice(at + 1);
  const name = REGISTERED_NAME.exec(server)?.[1];
  if (name !== undefined) return !QUAD.test(name) || name.split('.').every((byte) => Number(byte) <= 255);
  const literal = LITERAL.exec(server)?.[1];
  return literal !== undefined && (FUTURE.test(literal) || isZonedIpv6(literal));
}

/** An IPv6 address, and behind `%25` the name of its zone. */
function isZonedIpv6(text: string): boolean {
  const at = text.indexOf('%');
  if (at < 0) return isIpv6(text, isQuad);
  return isIpv6(text.slice(0, at), isQuad) && text.startsWith('%25', at) && ZONE.test(text.slice(at + 3));
}

function isQuad(text: string): boolean {
  return QUAD.test(text);
}
