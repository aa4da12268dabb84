import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { REQUESTS } from '../fuzz/targets/requests';
import type { TrafficClient } from '../fuzz/targets/trafficClient';

const LANGUAGES: Readonly<Record<string, string>> = {
  '.conf': 'nova-conf',
  '.xml': 'vif-template',
  '.py': 'python',
  '.mjs': 'javascript',
};
/** What is typed into a file and taken away again, letter by letter. */
const TYPED = '<!-- a ${key} -->';

function wholeOf(document: TextDocument): {
  start: ReturnType<TextDocument['positionAt']>;
  end: ReturnType<TextDocument['positionAt']>;
} {
  return { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
}

/** What a person does with the files of a folder from morning to evening: opens them, types, looks things up, renders, and closes them. */
export class Workday {
  readonly #names: readonly string[];

  constructor(private readonly client: TrafficClient) {
    this.#names = readdirSync(client.folder).filter((name) => path.extname(name) in LANGUAGES);
  }

  /** One day; at its end every file is closed and its text the same as before. */
  async work(renderings: number): Promise<void> {
    await this.#openAll();
    for (const document of this.client.documents.values()) await this.#type(document);
    for (let count = 0; count < renderings; count++) await this.#render();
    for (const document of [...this.client.documents.values()]) await this.client.close(document);
    await this.client.rest();
  }

  /** The answers to all that can be asked of the files as they are on the disk. */
  async answers(): Promise<readonly unknown[]> {
    await this.#openAll();
    const answers: unknown[] = [];
    for (const document of this.client.documents.values()) answers.push(...(await this.#askAll(document)));
    await this.client.rest();
    const published = [...this.client.documents.keys()].map((uri) => this.client.published.get(uri)?.diagnostics);
    for (const document of [...this.client.documents.values()]) await this.client.close(document);
    return [...answers, published];
  }

  async #openAll(): Promise<void> {
    for (const name of this.#names) {
      const text = readFileSync(path.join(this.client.folder, name), 'utf8');
      await this.client.open(name, LANGUAGES[path.extname(name)] ?? '', text);
    }
  }

  async #type(document: TextDocument): Promise<void> {
    const at = Math.floor(document.getText().length / 2);
    for (const [index, letter] of Array.from(TYPED).entries()) {
      await this.client.change(document, at + index, at + index, letter);
      if (index % 6 === 0) await this.#askAll(document);
    }
    for (let end = at + TYPED.length; end > at; end--) await this.client.change(document, end - 1, end, '');
    await this.client.rest();
  }

  #askAll(document: TextDocument): Promise<readonly unknown[]> {
    const whole = wholeOf(document);
    const position = document.positionAt(Math.floor(document.getText().length / 3));
    return Promise.all(
      Object.keys(REQUESTS).map((method) => this.client.ask(method, { uri: document.uri, position, whole })),
    );
  }

  async #render(): Promise<void> {
    const template = [...this.client.documents.keys()].find((uri) => uri.endsWith('.vif.xml'));
    assert.ok(template !== undefined);
    assert.ok((await this.client.render(template))?.startsWith('<interface'));
  }
}
