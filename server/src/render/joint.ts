import type { PlaceholderContext } from '../template/templateFile';

/** The longest mark that two pieces of text can come to make together: `]]>`. */
export const LONGEST_MARK = 3;

function joins(before: string, behind: string, mark: string): boolean {
  const tail = before.slice(1 - mark.length);
  return (tail + behind.slice(0, mark.length - 1)).includes(mark);
}

/**
 * What is to stand where nothing does, between what comes before and behind: nothing, unless the two would come to make a
 * mark of XML together. An XML parser reads the same text either way, but for a blank in a comment.
 */
export function joint(context: PlaceholderContext, before: string, behind: string): string {
  if (context === 'comment') return joins(before, behind, '--') ? ' ' : '';
  if (!joins(before, behind, ']]>')) return '';
  if (context === 'cdata') return ']]><![CDATA[';
  return context === 'text' ? '<![CDATA[]]>' : '';
}
