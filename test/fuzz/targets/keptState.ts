import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PATHS, seeds, type Folder, type Role } from '../corpus';
import { arbitraryEdit, edited, type Edit } from '../edits';
import { makeTarget, type Target } from '../target';
import { OpenFolder } from './openFolder';

const ROLES = Object.keys(PATHS) as Role[];

const anyFolder: fc.Arbitrary<Folder> = fc.record(
  Object.fromEntries(ROLES.map((role) => [role, fc.constantFrom(...seeds[role])])) as Record<
    Role,
    fc.Arbitrary<string>
  >,
);

interface Played {
  readonly folder: Folder;
  readonly edits: readonly (Edit & { readonly role: Role })[];
}

/** People type at one place for a while: several edits in a row go into the same file, near to each other. */
const anyTyping: fc.Arbitrary<Played['edits']> = fc
  .tuple(
    fc.constantFrom<Role>(
      'template',
      'template',
      'template',
      'cheetah',
      'conf',
      'conf',
      'python',
      'javascript',
      'request',
    ),
    fc.array(arbitraryEdit, { minLength: 1, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([role, edits, near]) => edits.map((edit) => ({ ...edit, role, ...(near && { at: edits[0]?.at ?? edit.at }) })));

const cases: fc.Arbitrary<Played> = fc.record({
  folder: anyFolder,
  edits: fc.array(anyTyping, { minLength: 1, maxLength: 8 }).map((typed) => typed.flat()),
});

async function saidAfresh(folder: Folder): Promise<ReturnType<OpenFolder['said']>> {
  const fresh = new OpenFolder(folder);
  await fresh.open();
  return fresh.said();
}

async function play({ folder, edits }: Played): Promise<number> {
  const kept = new OpenFolder(folder);
  await kept.open();
  kept.said();
  for (const { role, ...edit } of edits) kept.edit(role, edited(kept.text(role), edit));
  assert.deepStrictEqual(kept.said(), await saidAfresh(kept.folder()));
  return edits.length;
}

/** What a workspace has kept over many edits is what one says that sees the last texts for the first time. */
export const keptState: Target = makeTarget('kept state', cases, play);
