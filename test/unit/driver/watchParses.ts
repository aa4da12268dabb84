import { Parser, type PartialParse } from '@lezer/common';

/** One parse of a source. */
export interface WatchedParse {
  /** Whether it took nothing over from an earlier tree. */
  readonly isNew: boolean;
  readonly steps: number;
}

/** All parses of sources that happen in `action`, in their order. */
export function watchParses(action: () => unknown): readonly WatchedParse[] {
  const parses: { isNew: boolean; steps: number }[] = [];
  const { prototype } = Parser;
  const own = Object.getOwnPropertyDescriptor(prototype, 'startParse') ?? {};
  const startParse = own.value as (this: Parser, ...args: Parameters<Parser['startParse']>) => PartialParse;
  prototype.startParse = function (this: Parser, input, fragments, ranges) {
    const parse = startParse.call(this, input, fragments, ranges);
    const watched = { isNew: fragments === undefined, steps: 0 };
    parses.push(watched);
    const advance = parse.advance.bind(parse);
    parse.advance = () => {
      watched.steps++;
      return advance();
    };
    return parse;
  };
  try {
    action();
  } finally {
    Object.defineProperty(prototype, 'startParse', own);
  }
  return parses;
}
