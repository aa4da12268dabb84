// Reads the numbered steps of docs/tour.md.
import { readFileSync } from 'node:fs';

const PAGE = new URL('../../../docs/tour.md', import.meta.url);
const PICTURE = /!\[[^\]]*\]\(images\/([\w-]+)\.png\)/;

/**
 * @typedef {object} Step
 * @property {string} text the step as the page writes it, without its number
 * @property {string} action its first sentence: what the reader does
 * @property {readonly string[]} outcomes its other sentences: what the reader sees then
 * @property {string | undefined} picture the name of the picture below it
 */

/** @returns {readonly { title: string, steps: readonly Step[] }[]} the walks of the page, in order */
export function readTour() {
  const [, ...sections] = readFileSync(PAGE, 'utf8').split(/^## /m);
  return sections
    .map((section) => ({ title: section.slice(0, section.indexOf('\n')), steps: stepsOf(section) }))
    .filter(({ steps }) => steps.length > 0);
}

function stepsOf(section) {
  const [, ...items] = section.split(/^\d+\. /m);
  return items.map((item) => {
    // Prose between the steps and what follows them is no part of a step: it is not indented.
    const own = item.replace(/\n\n(?! {3})[^]*/, '');
    const text = own.replace(PICTURE, '').replace(/\s+/g, ' ').trim();
    const [action, ...outcomes] = text.split(/(?<=\.[`*]*) (?=\S)/);
    return { text, action, outcomes, picture: PICTURE.exec(own)?.[1] };
  });
}
