import { matchAt, startsName } from './characters';
import type { Expression } from './expression';
import { opaqueOf } from './expressions/opaque';
import { readExpression } from './expressions/readExpression';
import type { ParserState, Scanned } from './parserState';
import type { PythonSource } from './pythonSource';
import { type Bracket, closingOf, opens } from './scanning/brackets';
import type { ExpressionScanner } from './scanning/expressionScanner';

const HEAD = /\$(!?)(\*[0-9.]+[smhdw]?\*|\*|)/y;
const NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;

/** `$name`, `${expression}`, and what else Cheetah takes for a placeholder. */
export function placeholder(state: ParserState): void {
  const start = state.at;
  const [head = '$', silent = '', cache = ''] = matchAt(HEAD, state.text, start) ?? [];
  state.at += head.length;
  const enclosed = opens(state.character);
  const reading = new PlaceholderReading(state, start, enclosed ? state.character : '');
  const before = state.problems.length;
  const expression = reading.read();
  const span = { start, end: state.at };
  if (silent !== '' || cache !== '') {
    state.problems.length = before;
    const what =
      cache === '' ? '$!…, which hides that a name is missing,' : '$*…, which keeps a value for later renderings,';
    state.report('cheetah.unsupported', span, `${what} is not understood, so rendering refuses the file.`);
    state.addCode({
      kind: 'placeholder',
      span,
      expression: { kind: 'opaque', span, names: namesIn(expression) },
      enclosed,
    });
  } else state.addCode({ kind: 'placeholder', span, expression, enclosed });
}

function namesIn(expression: Expression): Extract<Expression, { kind: 'opaque' }>['names'] {
  return expression.kind === 'opaque' ? expression.names : [];
}

class PlaceholderReading {
  #hasFilter = false;
  /** Where the bracket stands that ends the placeholder. */
  #close: number | undefined;

  constructor(
    private readonly state: ParserState,
    private readonly start: number,
    private readonly bracket: string,
  ) {}

  read(): Expression {
    const scanned = this.state.scan(
      (scanner) => {
        this.#scan(scanner);
      },
      () => this.#recover(),
    );
    if (scanned.refused) return opaqueOf(scanned.python, { start: this.start, end: this.state.at });
    return this.#expression(scanned);
  }

  #scan(scanner: ExpressionScanner): void {
    const open: Bracket[] = [];
    if (this.bracket !== '') {
      open.push({ bracket: this.bracket, at: scanner.at });
      scanner.at++;
      scanner.blanks();
    }
    if (startsName(scanner.character)) scanner.chain(this.bracket === '' ? this.start : scanner.at);
    if (this.bracket === '') return;
    scanner.blanks();
    this.#hasFilter = scanner.character === ',' && scanner.python.names.length > 0;
    if (this.#hasFilter) scanner.callArguments(open);
    else if (scanner.character === closingOf(this.bracket) && scanner.python.names.length > 0) scanner.at++;
    else {
      // Brackets that a subscript in front closed are none of the placeholder's.
      scanner.firstClose = undefined;
      scanner.expression({ enclosed: true, open });
      this.#close = scanner.firstClose;
    }
  }

  #expression({ python }: Scanned): Expression {
    const { state, start } = this;
    const close = this.#close;
    if (this.#hasFilter) {
      const span = { start, end: state.at };
      state.report(
        'cheetah.unsupported',
        span,
        'Arguments for a filter are not understood, so rendering refuses the file.',
      );
      return opaqueOf(python, span);
    }
    if (close !== undefined && close + 1 < state.at) {
      const span = { start: close, end: close + 2 };
      const message = 'Cheetah takes the bracket behind the placeholder for a part of it, and Python then refuses it.';
      state.report('cheetah.syntax', span, message);
      state.at = close + 1;
      return opaqueOf(python, { start, end: state.at });
    }
    return this.#readPython(close === undefined ? python : python.slice(0, python.text.length - 1));
  }

  #readPython(python: PythonSource): Expression {
    const { expression, faults } = readExpression(python);
    this.state.reportFaults(faults);
    return expression;
  }

  /** Behind the name, where the rest could not be read; behind the bracket where there is none. */
  #recover(): number {
    const { text } = this.state;
    let at = this.start + (matchAt(HEAD, text, this.start)?.[0].length ?? 1) + this.bracket.length;
    while (' \t\f'.includes(text.charAt(at)) && at < text.length) at++;
    return at + (matchAt(NAME, text, at)?.[0].length ?? 0);
  }
}
