import { format } from 'prettier';
import { machine } from './machine';
import { remarks } from './remarks';

const INTRODUCTION = `# Speed, weight and memory

<!-- Made by "npm run bench". Do not edit: what is said of the figures stands in bench/remarks.ts. -->

Every figure stands beside a yardstick of the same run: the floor is a language server that does no work at all, so that a ratio
tells more than a time. Times are medians of at least five unless a table says otherwise; goals are what we hold the product to. CPU time
hardly hangs on what else the machine does, the time of the clock does.`;

/** The page with these sections, each in Markdown. */
export function page(sections: readonly string[]): Promise<string> {
  const text = [INTRODUCTION, machine(), ...sections, remarks].join('\n\n');
  return format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' });
}
