import { childOf, known, lacks } from '../facts';
import type { Rule } from '../grammar';
import { atElement, missing } from './rule';

/** A client that reconnects has to know after how many seconds. */
const timeout: Rule = (source) => {
  const reconnect = childOf(source, 'reconnect');
  if (known(reconnect, 'enabled') !== 'yes' || !reconnect || !lacks(reconnect, 'timeout')) return [];
  return missing(reconnect, "<reconnect enabled='yes'> needs the attribute 'timeout'.");
};

/** A server does not connect, and so it does not reconnect. */
const clientOnly: Rule = (source) => {
  const reconnect = childOf(source, 'reconnect');
  if (known(source, 'mode') !== 'server' || !reconnect || known(reconnect, 'enabled') !== 'yes') return [];
  return atElement(reconnect, "A source with mode='server' takes no <reconnect>: it is the other end that connects.");
};

/** Of the source of a vhostuser interface. */
export const reconnectRules = [timeout, clientOnly];
