import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The fenced code blocks of one language in a page of docs/, in their order. */
export function codeBlocks(page: string, language: string): readonly string[] {
  const text = readFileSync(path.join(__dirname, '../docs', page), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)];
  return blocks.filter(([, found]) => found === language).map(([, , code = '']) => code);
}
