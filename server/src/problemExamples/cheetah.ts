import { lines, type ProblemExample } from './example';

/** A domain with these lines among its devices. */
function domain(...written: readonly string[]): string {
  return lines('<domain type="kvm">', '  <devices>', ...written, '  </devices>', '</domain>');
}

const MAC = "      <mac address='${nic.mac_address}'/>";
const SOURCE = "      <source dev='${nic.source_device}' mode='private'/>";
const INTERFACE = ["    <interface type='direct'>", MAC, SOURCE, '    </interface>'];
const LOOP = domain('#for $nic in $nics', ...INTERFACE, '#end for');

/** The loop over the interfaces, with a condition of VIF type around them. */
function conditional(condition: string, ...end: readonly string[]): string {
  return domain('#for $nic in $nics', condition, ...INTERFACE, ...end, '#end for');
}

const CONDITIONAL = conditional("#if $vif_type == '802.1Qbh'", '#end if');

export const cheetahExamples = {
  'cheetah.syntax': {
    advice:
      'Cheetah does not load such a file, so no machine starts with it. An expression is one of Python, with `$` in front of names; `${` ends with `}`, and every branch holds something, if only `#pass`.',
    file: 'libvirt.xml.template',
    wrong: conditional('#if $vif_type ==', '#end if'),
    right: CONDITIONAL,
  },
  'cheetah.unsupported': {
    advice:
      'Cheetah runs this as Python, reads a file for it or rewrites it in a way of its own. A template is never run here, so it is not rendered either. Use the directives `#if`, `#unless`, `#for`, `#set`, `#echo`, `#raw`, `#slurp`, `#pass`, `#break`, `#continue` and `#stop`, and let the request or the driver provide what was computed.',
    file: 'libvirt.xml.template',
    wrong: lines('#import os') + LOOP,
    right: LOOP,
  },
  'cheetah.end-missing': {
    advice:
      'Each `#if`, `#unless` and `#for` has an `#end` of its own name. An `#else` or `#else if` needs none. Without the end of `#raw` or `#*` the rest of the file has no meaning.',
    file: 'libvirt.xml.template',
    wrong: conditional("#if $vif_type == '802.1Qbh'"),
    right: CONDITIONAL,
  },
  'cheetah.end-surplus': {
    advice:
      'Nothing is open that this `#end` could end, or something else is. Remove it; a short form, `#if $a: text`, has no end.',
    file: 'libvirt.xml.template',
    wrong: domain('#for $nic in $nics', ...INTERFACE, '#end if', '#end for'),
    right: LOOP,
  },
  'cheetah.assignment-in-condition': {
    advice: 'Python compares with `==`. A single `=` gives a value to a name, which `#set` does.',
    file: 'libvirt.xml.template',
    wrong: conditional("#if $vif_type = '802.1Qbh'", '#end if'),
    right: CONDITIONAL,
  },
} as const satisfies Record<string, ProblemExample>;
