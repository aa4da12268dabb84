import { isShippedName } from '../driver/shippedDrivers';
import { checkSettings } from '../novaConf/checkSettings';
import { isOpen } from '../novaConf/fromTool';
import type { OptionSetting } from '../novaConf/novaConf';
import type { Selected } from '../novaConf/selection';
import { guesses, problem, type Fix, type Problem } from '../problems';
import { didYouMean, suggest } from '../suggest';
import type { Span } from '../text/span';
import { aboutLink, baseName, findTemplate, type DriverLookup, type NovaConfView } from './view';

/** Packages that come with OpenStack: a driver out of them is installed on the host, and need not lie in the workspace. */
const OPENSTACK_PACKAGES = ['nova', 'quantum', 'neutron'];

/** Whether a driver, by its dotted name, comes with OpenStack. */
export function isPartOfOpenStack(driverName: string): boolean {
  return OPENSTACK_PACKAGES.includes(driverName.split('.', 1)[0] ?? '');
}

/** Fixes that put another value in place of one that stands in the file as it was read. */
function replaceValue(uri: string, { value, setting }: Selected, suggestions: readonly string[]): readonly Fix[] {
  if (setting.value !== value) return [];
  return guesses({ uri, span: setting.valueSpan }, suggestions, (text) => `Change to '${text}'`);
}

/** Where something that is not set is shown: at the other setting of the pair, else at the file's first line. */
function placeOfMissing({ text }: NovaConfView, other: OptionSetting | undefined): Span {
  if (other) return other.nameSpan;
  const lineEnd = text.search(/[\r\n]/);
  return { start: 0, end: lineEnd < 0 ? text.length : lineEnd };
}

/** A driver that ships serves every VIF type: which one it is may well stand in the request alone. */
function checkVifType(view: NovaConfView): readonly Problem[] {
  const { selection, templates, uri } = view;
  const { vifType } = selection;
  if (templates.length === 0) return [];
  if (!vifType) {
    if (selection.driver && isShippedName(selection.driver.value)) return [];
    const message = 'No VIF type is set. Write libvirt_vif_type = … in [DEFAULT].';
    return [problem('selection.vif-type-not-set', placeOfMissing(view, selection.driver?.setting), message)];
  }
  if (isOpen(vifType.value) || templates.some((template) => findTemplate(template, vifType.value))) return [];
  const types = [
    ...new Set(templates.flatMap(({ file }) => file.templates.flatMap((template) => template.vifType ?? []))),
  ];
  const files = templates.map((template) => baseName(template.uri)).join(', ');
  const held = types.length > 0 ? ` It holds ${types.join(', ')}.` : '';
  const suggestions = suggest(vifType.value, types);
  const message = `No template for the VIF type '${vifType.value}' in ${files}.${held}${didYouMean(suggestions)}`;
  return [
    problem('selection.vif-type-unknown', vifType.setting.valueSpan, message, {
      related: templates.slice(0, 5).map((template) => ({
        uri: template.uri,
        span: template.file.templates[0]?.vifTypeSpan ?? { start: 0, end: 0 },
        message: `The templates of ${baseName(template.uri)}.`,
      })),
      fixes: replaceValue(uri, vifType, suggestions),
    }),
  ];
}

function checkNoModule(
  view: NovaConfView,
  driver: Selected,
  lookup: Extract<DriverLookup, { kind: 'no-module' }>,
): readonly Problem[] {
  const { searched, nearest } = lookup;
  const installed = isPartOfOpenStack(driver.value);
  if (installed && view.templates.length === 0) return [];
  const where = `Searched: ${searched.join(', ')}.${aboutLink(lookup)}`;
  const message = installed
    ? `The driver ${driver.value} is part of OpenStack and not in the workspace, so its placeholders are not checked. ${where}`
    : `The module of the driver ${driver.value} is not found. ${where}${didYouMean(nearest)}`;
  return [
    problem('selection.driver-module-not-found', driver.setting.valueSpan, message, {
      severity: installed ? 'information' : 'error',
      fixes: replaceValue(view.uri, driver, nearest),
    }),
  ];
}

function checkNoClass(
  view: NovaConfView,
  driver: Selected,
  lookup: Extract<DriverLookup, { kind: 'no-class' }>,
): Problem {
  const { module, uri } = lookup.view;
  const className = driver.value.slice(driver.value.lastIndexOf('.') + 1);
  const classes = module.classes.map((found) => found.className).filter((name) => name !== '');
  const held = classes.length > 0 ? ` It holds ${classes.join(', ')}.` : '';
  const message = `${baseName(uri)} has no class ${className}.${held}${didYouMean(lookup.nearest)}`;
  const [first] = module.classes;
  return problem('selection.driver-class-not-found', driver.setting.valueSpan, message, {
    severity: module.complete ? 'error' : 'hint',
    related: first ? [{ uri, span: first.classSpan, message: `The class ${first.className} is here.` }] : [],
    fixes: replaceValue(view.uri, driver, lookup.nearest),
  });
}

function checkSelectedDriver(view: NovaConfView): readonly Problem[] {
  const { driver: selected, vifType } = view.selection;
  if (!selected) {
    if (!vifType && view.templates.length === 0) return [];
    const message = 'No VIF driver is set. Write libvirt_vif_driver = package.module.Class in [DEFAULT].';
    return [problem('selection.driver-not-set', placeOfMissing(view, vifType?.setting), message)];
  }
  if (isOpen(selected.value)) return [];
  const { driver } = view;
  if (driver?.kind === 'no-module') return checkNoModule(view, selected, driver);
  if (driver?.kind === 'no-class') return [checkNoClass(view, selected, driver)];
  if (driver?.kind !== 'not-dotted') return [];
  const message = `'${selected.value}' is no dotted import path. Write package.module.Class.${didYouMean(driver.nearest)}`;
  return [
    problem('selection.driver-not-dotted', selected.setting.valueSpan, message, {
      fixes: replaceValue(view.uri, selected, driver.nearest),
    }),
  ];
}

function checkTemplateFile({ selection, missingTemplateFile }: NovaConfView): readonly Problem[] {
  if (!selection.templateFile || missingTemplateFile === undefined || isOpen(selection.templateFile.value)) return [];
  const message = `The template file ${missingTemplateFile} is not there.`;
  return [problem('selection.template-file-not-found', selection.templateFile.setting.valueSpan, message)];
}

/** All problems of a nova.conf: those of its text, its options, and what it selects. */
export function checkNovaConf(view: NovaConfView): readonly Problem[] {
  return [
    ...view.conf.problems,
    ...checkSettings(view.conf, view.uri, view.conf.text),
    ...checkTemplateFile(view),
    ...checkVifType(view),
    ...checkSelectedDriver(view),
  ];
}
