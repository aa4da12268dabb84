import { shifted, type Place, type Span, type TextChange } from './text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What each code means, and how severe a problem of it is where the rule is certain of it. */
interface ProblemKind {
  readonly severity: Severity;
  readonly summary: string;
}

/** Every kind of problem that the tool reports. A code is stable once it has been released. */
export const problemCatalogue = {
  'nova-conf.no-section': { severity: 'error', summary: 'An option stands before the first [section].' },
  'nova-conf.syntax': { severity: 'error', summary: 'A line is no section, no option and no comment.' },
  'nova-conf.option-misspelt': { severity: 'error', summary: 'An option is spelt wrongly.' },
  'nova-conf.option-repeated': {
    severity: 'hint',
    summary: 'An option is set again later, and the last setting wins.',
  },
  'nova-conf.section-unknown': { severity: 'information', summary: 'Nova reads no section of this name.' },
  'nova-conf.option-unknown': { severity: 'warning', summary: 'Nova has no option of this name.' },
  'nova-conf.option-misplaced': { severity: 'warning', summary: 'An option stands in another section than its own.' },
  'nova-conf.option-deprecated': { severity: 'hint', summary: 'Nova reads an option, but not for long any more.' },
  'nova-conf.option-removed': { severity: 'information', summary: 'Only earlier releases of Nova read an option.' },
  'nova-conf.value-invalid': { severity: 'error', summary: 'Nova refuses the value of an option.' },
  'selection.vif-type-not-set': { severity: 'warning', summary: 'nova.conf sets no VIF type.' },
  'selection.vif-type-unknown': { severity: 'error', summary: 'The template file holds no template for the VIF type.' },
  'selection.template-file-not-found': {
    severity: 'warning',
    summary: 'The template file that nova.conf names is not there.',
  },
  'selection.driver-not-set': { severity: 'warning', summary: 'nova.conf sets no VIF driver.' },
  'selection.driver-not-dotted': { severity: 'error', summary: 'A driver name is no dotted import path.' },
  'selection.driver-module-not-found': {
    severity: 'error',
    summary: 'The module of the driver is not in the search path.',
  },
  'selection.driver-class-not-found': { severity: 'error', summary: 'The module of the driver has no such class.' },
  'placeholder.not-provided': { severity: 'error', summary: 'The selected driver does not provide a placeholder.' },
  'placeholder.sometimes-provided': {
    severity: 'information',
    summary: 'The selected driver provides a placeholder only sometimes.',
  },
  'placeholder.malformed': { severity: 'error', summary: 'A placeholder is of neither form, ${key} or ${key?}.' },
  'placeholder.misplaced': { severity: 'error', summary: 'A placeholder stands where XML allows no value.' },
  'template.xml-syntax': { severity: 'error', summary: 'The XML is not well formed.' },
  'template.quote-missing': { severity: 'error', summary: 'The quote that ends an attribute value is missing.' },
  'template.value-unquoted': { severity: 'error', summary: 'An attribute value stands without quotes.' },
  'template.doctype': { severity: 'error', summary: 'A document type declaration is refused.' },
  'template.not-text': { severity: 'error', summary: 'The file is no text.' },
  'template.no-vif-type': { severity: 'error', summary: 'A <template> has no vif-type.' },
  'template.no-interface': { severity: 'error', summary: 'A template holds neither an <interface> nor a <hostdev>.' },
  'template.vif-type-repeated': { severity: 'error', summary: 'A VIF type has two templates.' },
  'cheetah.syntax': { severity: 'error', summary: 'Cheetah or Python refuses what stands here.' },
  'cheetah.unsupported': {
    severity: 'error',
    summary: 'A part of the Cheetah dialect is not understood, and rendering refuses the file.',
  },
  'cheetah.end-missing': { severity: 'error', summary: 'The #end of a directive is missing.' },
  'cheetah.end-surplus': { severity: 'error', summary: 'An #end ends nothing.' },
  'cheetah.assignment-in-condition': { severity: 'error', summary: 'A condition has = for ==.' },
  'cheetah.branch-unbalanced': {
    severity: 'error',
    summary: 'A branch or a loop opens an element that is not closed with it, or the other way round.',
  },
  'cheetah.branch-unreachable': { severity: 'warning', summary: 'A branch of a condition is never taken.' },
  'cheetah.get-var-loop-variable': {
    severity: 'warning',
    summary: 'getVar does not find the variable of a loop, and always gives its default.',
  },
  'cheetah.name-not-provided': { severity: 'warning', summary: 'Nothing provides a name that a template asks for.' },
  'cheetah.vif-type-not-selected': {
    severity: 'hint',
    summary: 'A template asks for a VIF type that no nova.conf selects.',
  },
  'libvirt.unknown-element': { severity: 'error', summary: 'libvirt knows no such element here.' },
  'libvirt.unknown-attribute': { severity: 'error', summary: 'libvirt knows no such attribute of the element.' },
  'libvirt.unexpected-text': { severity: 'error', summary: 'Text stands where libvirt takes none.' },
  'libvirt.missing': { severity: 'warning', summary: 'An element lacks what libvirt cannot do without.' },
  'libvirt.repeated': { severity: 'error', summary: 'An element is there again that libvirt takes once.' },
  'libvirt.value': { severity: 'error', summary: 'libvirt does not take the value.' },
  'libvirt.rule': { severity: 'error', summary: 'Parts of an interface do not go together in libvirt.' },
  'driver.syntax': { severity: 'warning', summary: 'The source of a driver could not be read whole.' },
  'driver.no-method': { severity: 'error', summary: 'A driver has neither getVIFConfiguration nor plug.' },
  'driver.key-unused': { severity: 'hint', summary: 'No template of the VIF type uses an output key.' },
  'driver.failed': { severity: 'error', summary: 'The driver failed when it was last run.' },
  'cheetah.value-unescaped': {
    severity: 'error',
    summary: 'A value holds a character that Cheetah does not escape, and that breaks the XML.',
  },
  'cheetah.fragment-malformed': {
    severity: 'error',
    summary: 'A value that is put in as XML is not well formed.',
  },
  'cheetah.output-malformed': { severity: 'error', summary: 'What a Cheetah file gives is not well-formed XML.' },
  'render.unfilled': { severity: 'warning', summary: 'Nothing filled a placeholder in the last rendering.' },
  'render.value-refused': { severity: 'error', summary: 'A value cannot stand at its placeholder.' },
  'render.rejected': { severity: 'error', summary: 'libvirt rejects the interface XML of the last rendering.' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemCatalogue;

/** A place elsewhere that explains a problem, such as the line of nova.conf that selects the driver. */
export interface RelatedPlace extends Place {
  readonly message: string;
}

/** A change that mends a problem. `title` is what the user reads in the menu. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly TextChange[];
  /** At most one fix of a problem is preferred: the one that "auto fix" applies. */
  readonly preferred?: boolean;
  /** Whether it guesses what was meant, out of names that are alike: only the user applies it, never "fix all". */
  readonly guess?: true;
}

/** One finding in one document. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

/** What a problem may carry beside its code, its span and its message. `severity` is given only where a rule is less certain than its kind. */
export interface ProblemDetail {
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

/** Fixes that put one of `texts` at a place, the first one preferred. `title` says what the user reads for each. */
export function replacements(place: Place, texts: readonly string[], title: (text: string) => string): readonly Fix[] {
  return texts.map((newText, index) => ({
    title: title(newText),
    changes: [{ ...place, newText }],
    preferred: index === 0,
  }));
}

/** The same for texts that are like the one which stands there: which of them was meant is a guess. */
export function guesses(place: Place, texts: readonly string[], title: (text: string) => string): readonly Fix[] {
  return replacements(place, texts, title).map((fix) => ({ ...fix, guess: true }));
}

/** The problem as far behind where it is as `by` says, with what its fixes change: all of that lies in its own file. Related places stay. */
export function shiftedProblem(problem: Problem, by: number): Problem {
  const { span, fixes } = problem;
  if (!fixes) return { ...problem, span: shifted(span, by) };
  const moved = fixes.map((fix) => ({
    ...fix,
    changes: fix.changes.map((change) => ({ ...change, span: shifted(change.span, by) })),
  }));
  return { ...problem, span: shifted(span, by), fixes: moved };
}

/** Makes a problem of the catalogue's severity. */
export function problem(code: ProblemCode, span: Span, message: string, detail: ProblemDetail = {}): Problem {
  return { code, severity: problemCatalogue[code].severity, span, message, ...detail };
}
