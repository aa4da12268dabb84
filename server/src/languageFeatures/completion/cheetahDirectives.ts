import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Offer } from './offer';
import { endOfWord, plainSlot } from './slot';

/** The directives that templates of Nova have use for, with tab stops. */
const DIRECTIVES: readonly (readonly [name: string, text: string, documentation: string])[] = [
  ['#if', '#if ${1:condition}\n$0\n#end if', 'A condition.'],
  ['#if $vif_type', "#if \\$vif_type == '${1:802.1Qbh}'\n$0\n#end if", 'What is put out for one VIF type alone.'],
  ['#else if', '#else if ${1:condition}', 'Another branch of a condition.'],
  ['#else', '#else', 'The branch for all that no other one is for.'],
  ['#end if', '#end if', 'The end of a condition.'],
  ['#for', '#for \\$${1:nic} in \\$${2:nics}\n$0\n#end for', 'A loop: over the interfaces, for one.'],
  ['#end for', '#end for', 'The end of a loop.'],
  ['#set', '#set \\$${1:name} = ${2:value}', 'Gives a name a value.'],
  ['#raw', '#raw\n$0\n#end raw', 'Text in which nothing has a meaning.'],
];

/** The directives that may stand at the start of a line. `before` is what stands there in front of the cursor. */
export function offersOfDirectives(text: string, offset: number, before: string): readonly Offer[] {
  const typed = before.trimStart();
  const slot = { ...plainSlot({ start: offset - typed.length, end: endOfWord(text, offset) }), typed: '' };
  return DIRECTIVES.map(([name, snippet, documentation]) => ({
    slot,
    name,
    text: snippet,
    snippet: true,
    kind: CompletionItemKind.Keyword,
    rank: 0,
    documentation,
  }));
}
