import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { FileChangeType, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { PATHS, seeds, type Role } from '../corpus';
import { arbitraryEdit, placeOf, type Edit } from '../edits';
import { makeTarget, type Target } from '../target';
import { connectInProcess } from './inProcess';
import { REQUESTS } from './requests';
import { TrafficClient } from './trafficClient';

const ROLES = Object.keys(PATHS) as Role[];
const LANGUAGES: Readonly<Record<Role, string>> = {
  conf: 'nova-conf',
  template: 'vif-template',
  cheetah: 'vif-template',
  python: 'python',
  javascript: 'javascript',
  request: 'json',
};

type Step =
  | { readonly kind: 'edit'; readonly role: Role; readonly edit: Edit }
  | { readonly kind: 'whole'; readonly role: Role; readonly text: string }
  | { readonly kind: 'open'; readonly role: Role }
  | { readonly kind: 'close'; readonly role: Role }
  | { readonly kind: 'disk'; readonly role: Role; readonly text: string | undefined }
  | {
      readonly kind: 'ask';
      readonly role: Role;
      readonly method: string;
      readonly at: number;
      readonly cancelled: boolean;
    }
  | { readonly kind: 'configure'; readonly settings: object };

const role = fc.constantFrom(...ROLES);
const anyText = fc.oneof(
  role.chain((of) => fc.constantFrom(...seeds[of])),
  fc.constantFrom('', '\n', '<', '[DEFAULT]'),
);
const settings = fc.constantFrom<object>(
  {},
  { computeKeys: ['profile_name'] },
  { severity: { 'placeholder.not-provided': 'ignore' } },
  { driverPaths: ['.', 'no such folder'] },
  { templatePath: PATHS.cheetah, inlayHints: false },
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('edit' as const), role, edit: arbitraryEdit }) },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      role,
      method: fc.constantFrom(...Object.keys(REQUESTS)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cancelled: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('whole' as const), role, text: anyText }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open' as const), role }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), role }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('disk' as const), role, text: fc.option(anyText, { nil: undefined }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('configure' as const), settings }) },
);

/** Plays steps as an editor would; some answers are waited for, others come while it goes on. */
class Player {
  readonly #answers: Promise<unknown>[] = [];
  edits = 0;
  #settings: object = {};

  constructor(private readonly client: TrafficClient) {}

  async play(step: Step): Promise<void> {
    switch (step.kind) {
      case 'configure':
        this.#settings = step.settings;
        return this.client.configure(step.settings);
      case 'disk':
        return this.#changeOnDisk(step.role, step.text);
      case 'open':
        return this.#open(step.role);
      default: {
        const document = this.client.documents.get(this.client.uri(PATHS[step.role]));
        if (document) await this.#playOn(document, step);
      }
    }
  }

  /** Waits for what was asked. */
  async finish(): Promise<object> {
    await Promise.all(this.#answers);
    return this.#settings;
  }

  async #open(of: Role): Promise<void> {
    if (this.client.documents.has(this.client.uri(PATHS[of]))) return;
    await this.client.open(PATHS[of], LANGUAGES[of], seeds[of][0] ?? '');
  }

  async #playOn(
    document: TextDocument,
    step: Extract<Step, { kind: 'edit' | 'whole' | 'close' | 'ask' }>,
  ): Promise<void> {
    const text = document.getText();
    if (step.kind === 'close') return this.client.close(document);
    if (step.kind === 'ask') return this.#ask(document, step);
    this.edits++;
    if (step.kind === 'whole') return this.client.change(document, 0, text.length, step.text);
    const { start, end } = placeOf(text, step.edit);
    return this.client.change(document, start, end, step.edit.inserted);
  }

  #ask(document: TextDocument, { method, at, cancelled }: Extract<Step, { kind: 'ask' }>): Promise<void> {
    const { length } = document.getText();
    const whole = { start: document.positionAt(0), end: document.positionAt(length) };
    const position = document.positionAt(Math.floor(at * length));
    this.#answers.push(this.client.ask(method, { uri: document.uri, position, whole }, cancelled));
    return Promise.resolve();
  }

  async #changeOnDisk(of: Role, text: string | undefined): Promise<void> {
    const file = path.join(this.client.folder, PATHS[of]);
    if (text === undefined) rmSync(file, { force: true });
    else writeFileSync(file, text);
    const type = text === undefined ? FileChangeType.Deleted : FileChangeType.Created;
    await this.client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.client.uri(PATHS[of]), type }],
    });
  }
}

/** What each open file has for diagnostics, in an order that hangs on nothing. */
function diagnosticsOf({ documents, published }: TrafficClient): Readonly<Record<string, readonly string[]>> {
  const written = (diagnostics: readonly Diagnostic[]): readonly string[] =>
    diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).sort();
  return Object.fromEntries([...documents.keys()].map((uri) => [uri, written(published.get(uri)?.diagnostics ?? [])]));
}

/** What a server says that sees the same files, open and on the disk, for the first time. */
async function saidAfresh(played: TrafficClient, configured: object): Promise<ReturnType<typeof diagnosticsOf>> {
  const fresh = new TrafficClient(played.folder, connectInProcess());
  await fresh.start();
  await fresh.configure(configured);
  for (const document of played.documents.values())
    await fresh.open(path.basename(document.uri), document.languageId, document.getText());
  await fresh.rest();
  const said = diagnosticsOf(fresh);
  await fresh.stop();
  return said;
}

async function playAll(steps: readonly Step[], folder: string): Promise<number> {
  const client = new TrafficClient(folder, connectInProcess());
  await client.start();
  for (const of of ROLES) await client.open(PATHS[of], LANGUAGES[of], seeds[of][0] ?? '');
  const player = new Player(client);
  for (const step of steps) await player.play(step);
  const configured = await player.finish();
  await client.rest();
  assert.deepEqual(client.wrong, []);
  for (const { uri, version } of client.documents.values())
    assert.equal(client.published.get(uri)?.version, version, uri);
  assert.deepEqual(diagnosticsOf(client), await saidAfresh(client, configured));
  await client.stop();
  return player.edits;
}

/** Anything that an editor may send, in any order: every request is answered or refused, every version is answered, and what is said at the end is what a fresh server says. */
export const traffic: Target = makeTarget(
  'traffic',
  fc.array(anyStep, { minLength: 5, maxLength: 60 }),
  async (steps) => {
    const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'vif fuzz-'));
    try {
      for (const of of ROLES) writeFileSync(path.join(folder, PATHS[of]), seeds[of][0] ?? '');
      return await playAll(steps, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
