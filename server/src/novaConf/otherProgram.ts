/**
 * A line that no nova.conf has, but a file of its folder that is of another program: Apache's `<VirtualHost …>`, nginx's
 * `server {`, HAProxy's `listen nova_api`, upstart's `start on runlevel`.
 */
const FOREIGN = [
  /^<\/?[A-Z][a-z][^=<>\r\n]*>[ \t]*$/m,
  /^[a-z]+(?: [^=:{\r\n\u2028\u2029]*)?\{[ \t]*$/m,
  /^(?:listen|frontend|backend) [^=:\r\n]+$/m,
  /^(?:start|stop) on [^=:\r\n]+$/m,
];

/** Whether a line of a text is of the configuration of another program, which has a name like one of Nova's: `nova-api.conf`. */
export function isOfOtherProgram(text: string): boolean {
  return FOREIGN.some((line) => line.test(text));
}
