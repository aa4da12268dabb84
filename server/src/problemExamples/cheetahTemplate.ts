import { lines, type ProblemExample } from './example';

/** A Cheetah file with these lines inside of its loop. */
function inLoop(...written: readonly string[]): string {
  return lines('<devices>', '#for $nic in $nics', ...written, '#end for', '</devices>');
}

const BRANCH = "#if $vif_type == '802.1Qbh'";
const OPENING = "<interface type='direct'>";
const SOURCE = "  <source dev='${nic.source_device}' mode='private'/>";
const PORT = "<virtualport type='802.1Qbh'><parameters profileid='${nic.profile_name}'/></virtualport>";
const REST = [`  ${PORT}`, '</interface>'];

export const cheetahTemplateExamples = {
  'cheetah.branch-unbalanced': {
    advice:
      'An element that one branch opens must be closed wherever that branch is taken, and a loop must close what it opens. Else the domain is no XML for some of the values that the conditions test. Move the closing tag into the branch, or the opening one out of it.',
    file: 'libvirt.xml.template',
    wrong: inLoop(BRANCH, OPENING, '#end if', SOURCE, ...REST),
    right: inLoop(BRANCH, OPENING, SOURCE, ...REST, '#end if'),
  },
  'cheetah.branch-unreachable': {
    advice:
      'The conditions before this branch are taken first, so that nothing ever comes to it. Mostly a value was copied and not changed.',
    file: 'libvirt.xml.template',
    wrong: inLoop(
      BRANCH,
      OPENING,
      SOURCE,
      ...REST,
      `#else if $vif_type == '802.1Qbh'`,
      "<interface type='user'/>",
      '#end if',
    ),
    right: inLoop(BRANCH, OPENING, SOURCE, ...REST, '#else', "<interface type='user'/>", '#end if'),
  },
  'cheetah.get-var-loop-variable': {
    advice:
      "getVar, varExists and hasVar look in the search list, and the variable of a loop is not there. So getVar always gives its default, even where the driver provides the key. Ask the dictionary itself: 'key' in $nic.",
    file: 'libvirt.xml.template',
    wrong: inLoop(
      BRANCH,
      OPENING,
      SOURCE,
      "  #if $getVar('nic.profile_name', False)",
      `    ${PORT}`,
      '  #end if',
      '</interface>',
      '#end if',
    ),
    right: inLoop(
      BRANCH,
      OPENING,
      SOURCE,
      "  #if 'profile_name' in $nic and $nic.profile_name",
      `    ${PORT}`,
      '  #end if',
      '</interface>',
      '#end if',
    ),
  },
  'cheetah.name-not-provided': {
    advice:
      'Cheetah stops with NotFound at a name that nothing provides. Nova gave its template the names of the machine, such as name, memory_kb and vcpus; the request gives what else a rendering needs under "template". Without such a request this is a hint only. A name that may be missing is asked for with getVar.',
    file: 'libvirt.xml.template',
    wrong: lines(
      '<domain>',
      '<memory>$memory_kib</memory>',
      ...inLoop(OPENING, SOURCE, ...REST)
        .trimEnd()
        .split('\n'),
      '</domain>',
    ),
    right: lines(
      '<domain>',
      '<memory>$memory_kb</memory>',
      ...inLoop(OPENING, SOURCE, ...REST)
        .trimEnd()
        .split('\n'),
      '</domain>',
    ),
  },
  'cheetah.vif-type-not-selected': {
    advice:
      'No nova.conf of the workspace selects this VIF type. That is fine in a template that serves other hosts too, so it is a hint; a VIF type that differs from a selected one in its capital letters alone is a warning, for it never equals that one.',
    file: 'libvirt.xml.template',
    wrong: inLoop(
      "#if $vif_type == '802.1qbh'",
      OPENING,
      SOURCE,
      ...REST,
      '#else',
      "<interface type='user'/>",
      '#end if',
    ),
    right: inLoop(BRANCH, OPENING, SOURCE, ...REST, '#else', "<interface type='user'/>", '#end if'),
  },
} as const satisfies Readonly<Record<string, ProblemExample>>;
