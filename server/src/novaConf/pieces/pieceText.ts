import { isFlag } from '../flag';
import { isToolLine } from '../fromTool';
import { isEmpty, lines, trim } from '../lines';
import type { NovaConfForm } from '../novaConf';
import { isOfOtherProgram } from '../otherProgram';

/** The text of a piece, and what it tells before the form of the file is known. */
export class PieceText {
  /** Whether a line starts as the header of a section does. */
  readonly hasHeader: boolean;
  /** Where the first NUL character stands; -1 where there is none. */
  readonly nul: number;
  #opening: NovaConfForm | 'none' | undefined;
  #isForeign: boolean | undefined;

  constructor(readonly text: string) {
    this.hasHeader = text.startsWith('[') || /[\r\n]\[/.test(text);
    this.nul = text.indexOf('\0');
  }

  /** The form that its first line has which is neither blank nor a comment; `none` where there is no such line. */
  get opening(): NovaConfForm | 'none' {
    return (this.#opening ??= openingOf(this.text));
  }

  /** Whether a line is one of another program's. */
  get isForeign(): boolean {
    return (this.#isForeign ??= isOfOtherProgram(this.text));
  }
}

function openingOf(text: string): NovaConfForm | 'none' {
  for (const whole of lines(text)) {
    const line = trim(text, whole);
    const isComment = /^(?:#|;|\/\/)/.test(text.slice(line.start, line.start + 2));
    if (isEmpty(line) || isComment || isToolLine(text, line.start)) continue;
    return isFlag(text, line) ? 'flags' : 'ini';
  }
  return 'none';
}
