import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { markProblems } from '../cheetahTemplate/read';
import { marked } from '../markedText';
import { CONF, DRIVER, Scenario, type Texts } from './scenario';

const CHEETAH = 'libvirt.xml.template';

const FILES: Texts = {
  [CONF]: `[DEFAULT]
libvirt_vif_type = 802.1Qbh
libvirt_vif_driver = drivers.qbh.QbhDriver
`,
  [DRIVER]: `class QbhDriver(object):
    output_keys = ['source_device', 'profile_name']

    def getVIFConfiguration(self, instance, network):
        return {'source_device': 'eth5', 'profile_name': 'enterprise_xyz_dept'}
`,
  'vif-request.json': '{"template": {"name": "a", "memory_kb": 1, "title": "b"}}',
};

/** The problems of a Cheetah file beside these others: marked, and what they say. */
function problemsOf(source: string, others: Texts = {}): readonly string[] {
  const { text } = marked(source);
  const scenario = new Scenario({ ...FILES, ...others, [CHEETAH]: text });
  const problems = [...scenario.problems(CHEETAH)].sort((a, b) => a.span.start - b.span.start);
  return markProblems(text, problems);
}

/** A file with these lines in its loop. */
function loop(...lines: readonly string[]): string {
  return ['#for $nic in $nics', ...lines, '#end for', ''].join('\n');
}

/** The template of the proposal, in this dialect; `quote` stands around each placeholder. */
function proposal(quote: string, mark = (written: string): string => written): string {
  const value = (key: string): string => quote + mark(`\${nic.${key}}`) + quote;
  return loop(
    "#if $vif_type == '802.1Qbh'",
    "<interface type='direct'>",
    `  <mac address=${value('mac_address')}/>`,
    `  <source dev=${value('source_device')} mode='private' />`,
    "  <virtualport type='802.1Qbh'>",
    `    <parameters profileid=${value('profile_name')}/>`,
    '  </virtualport>',
    "  <model type='virtio' />",
    '</interface>',
    '#end if',
  );
}

const QBG = '[DEFAULT]\nlibvirt_vif_type = 802.1Qbg\nlibvirt_vif_driver = drivers.qbh.QbhDriver\n';

const UNQUOTED = (name: string): string => `template.value-unquoted: The value of '${name}' stands without quotes.`;

describe('The checks of a Cheetah file', () => {
  it("find nothing in the proposal's template with quotes", () => {
    deepEqual(problemsOf(proposal("'")), [proposal("'")]);
  });

  it("find each value of the proposal's template without quotes", () => {
    deepEqual(problemsOf(proposal('')), [
      proposal('', (written) => `<|${written}|>`),
      ...['address', 'dev', 'profileid'].map(UNQUOTED),
    ]);
  });

  it("find in Nova's own file that its getVars always give their defaults", () => {
    const text = readFileSync('test/oracles/cheetah/libvirt.xml.template', 'utf8');
    const problems = new Scenario({ [CHEETAH]: text }).problems(CHEETAH);
    deepEqual(
      problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
      [...text.matchAll(/\$getVar\('nic\.[^)]*\)/g)].map(([written]) => `cheetah.get-var-loop-variable ${written}`),
    );
  });

  it('find ten faults, and nothing else', () => {
    const faulty = `<domain type='kvm'>
<name>$<|nmae|></name>
<memory>$memory_kb</memory>
#if $memory_kb <|=|> 1
<title>$getVar('title', '') $getVar('other', '') a <|&|> b</title>
#end if
<devices>
#for $nic in $nics
#if $vif_type == '802.1Qbh'
<interface type='direct'>
  <mac address=<|\${nic.mac_address}|>/>
  <source dev='<|\${nic.device_name}|>' mode='private'/>
  #if <|$getVar('nic.profile_name', False)|>
  <virtualport type='802.1Qbh'>
    <parameters profileid='\${nic.profile_name}'/>
  </virtualport>
  #end if
</interface>
#else if $vif_type == '<|802.1qbg|>'
<interface type='direct'><source dev='eth0'/></interface>
<|#else if $vif_type == '802.1Qbh'|>
<interface type='direct'><source dev='eth0'/></interface>
#end if
<|#if $memory_kb > 1|>
<filterref>
#end if
#end for
<|#end if|>
</devices>
</domain>
`;
    deepEqual(problemsOf(faulty, { 'nova-b.conf': QBG }), [
      faulty,
      "cheetah.name-not-provided: Nothing provides 'nmae': it is no name that Nova gives, and \"template\" in vif-request.json has none of it. Did you mean 'name'?",
      'cheetah.assignment-in-condition: A condition compares with ==; = is refused by Cheetah.',
      "template.xml-syntax: '&' is no reference of XML. Write &amp; for the character itself.",
      UNQUOTED('address'),
      "placeholder.not-provided: The driver drivers.qbh.QbhDriver does not provide 'device_name'. It provides source_device and profile_name. Did you mean 'source_device'?",
      "cheetah.get-var-loop-variable: getVar looks for 'nic.profile_name' in the search list alone. 'nic' is the variable of a loop and not there, so it always gives its default.",
      "cheetah.vif-type-not-selected: No nova.conf of the workspace selects the VIF type '802.1qbg'. Did you mean '802.1Qbg'?",
      'cheetah.branch-unreachable: This branch is never taken: the conditions before it leave nothing for it.',
      "cheetah.branch-unbalanced: This branch opens the element 'filterref', which is not closed under the same condition.",
      'cheetah.end-surplus: No #if is open that this could end. Remove it.',
    ]);
  });
});
