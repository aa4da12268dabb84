const OTHER_DIRECTIVES = 'Other directives, such as';
const OTHER_EXPRESSIONS = 'Other expressions: slices,';
const OTHER_FORMS = 'Other forms of what is understood:';
const FUNCTIONS = 'Other functions, and every method:';
const NAMES = 'Names that Python or Cheetah define';
const LARGE = 'What gets too large:';

/** What Cheetah renders and we refuse: how our message says so, and how the bullet of docs/cheetah.md begins that documents it. */
const NOT_UNDERSTOOD: readonly (readonly [message: RegExp, bullet: string])[] = [
  [/^#\w+ is not understood: Cheetah may|^<% … %> runs|^#set module/, OTHER_DIRECTIVES],
  [
    /not understood: Cheetah runs them as Python|^Statements and assignments|^Strings with|^A string that/,
    OTHER_EXPRESSIONS,
  ],
  [/^Write a blank before the \$|^Only .*plain name|^The operator |nests too deeply/, OTHER_EXPRESSIONS],
  [/^Arguments for a filter|^\$[!*]…|belongs to no #if|^Nothing can follow|replaces "else if"/, OTHER_FORMS],
  [/^A condition is missing|^Cheetah's own code uses|^Only the form|^What is opened in the line/, OTHER_FORMS],
  [/^The function '.*' is not understood|call of anything but a function|what Python has for every/, FUNCTIONS],
  [/is a name of Cheetah's own|Cheetah takes what Python calls so/, NAMES],
  [/names that begin with '__'/, 'Names that begin with two underscores'],
  [/^'is' is understood/, '`is` between values'],
  [/^Powers other|^'\/' of ints|no number/, 'Powers other than'],
  [/^The conversion '.*' is not understood|^'%.' of this value/, 'Conversions other than'],
  [/^A dict is understood if/, 'A dict with keys'],
  [/changes the list in place/, '`#set $name += …` for a list'],
  [/gets longer than|more than 4300 digits|within ten million steps|too deeply/, LARGE],
];

/** How the bullets of docs/cheetah.md begin that this list speaks of. */
export const DOCUMENTED = NOT_UNDERSTOOD.map(([, bullet]) => bullet);

/** The bullet that documents why a message refuses what Cheetah renders; undefined where none does. */
export function reasonNotUnderstood(message: string): string | undefined {
  return NOT_UNDERSTOOD.find(([pattern]) => pattern.test(message))?.[1];
}
