/** Why the model takes what a judge rejects, by the cause that agreement.ts gives. */
export const explanations: Readonly<Record<string, string>> = {
  'XML error: Invalid value for attribute … in element …: ….':
    "`<backend type='passt'>` in an interface of the type `user`. The schema of libvirt 9.0 knows it, the parser that Debian " +
    'builds of it does not, and later releases do. The model takes it: a template for a later libvirt is not wrong.',
};
