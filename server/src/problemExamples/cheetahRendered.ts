import { lines, type ProblemExample } from './example';

/** Devices with these lines among them; the first gives a name its value. */
function devices(first: string, ...written: readonly string[]): string {
  return lines(first, '<devices>', ...written, '</devices>');
}

function profile(value: string): string {
  return devices(`#set $profile = '${value}'`, "  <parameters profileid='$profile'/>");
}

function model(value: string): string {
  return devices(`#set $model = "${value}"`, "  <interface type='user'>", '    $model', '  </interface>');
}

function remark(value: string): string {
  return devices(`#set $remark = '${value}'`, '  <!-- $remark -->');
}

/** Those that show when the driver is run: what its values do to the XML of a Cheetah file. */
export const cheetahRenderedExamples = {
  'cheetah.value-unescaped': {
    advice:
      'Cheetah puts a value in as it is. A `<`, an `&` that begins no reference, and the quote around an attribute break the XML there. Where the value comes from, the driver or the request, write `&lt;`, `&amp;`, `&quot;` or `&apos;`.',
    file: 'libvirt.xml.template',
    wrong: profile('R&D'),
    right: profile('R&amp;D'),
    whenRendered: true,
  },
  'cheetah.fragment-malformed': {
    advice:
      'A value with a `<` is XML that the driver has built, and is put in whole. Every element in it has to be closed, and every attribute quoted.',
    file: 'libvirt.xml.template',
    wrong: model("<model type='virtio'>"),
    right: model("<model type='virtio'/>"),
    whenRendered: true,
  },
  'cheetah.output-malformed': {
    advice:
      'libvirt refuses XML that is not well formed. The value or the directive that this stands at has put out what breaks it; look at the rendered text.',
    file: 'libvirt.xml.template',
    wrong: remark('first -- second'),
    right: remark('first, second'),
    whenRendered: true,
  },
} as const satisfies Record<string, ProblemExample>;
