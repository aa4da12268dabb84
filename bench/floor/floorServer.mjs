#!/usr/bin/env node
// The floor: a language server that does no language work, without any library. It says "bad" where text was put in, and
// nothing where text was taken out. What a client measures against it is two processes, two pipes and JSON.
import process from 'node:process';
import { Buffer } from 'node:buffer';

const SEPARATOR = Buffer.from('\r\n\r\n');
const ANSWERS = {
  initialize: {
    capabilities: {
      textDocumentSync: 2,
      completionProvider: {},
      hoverProvider: true,
      documentSymbolProvider: true,
    },
  },
  'textDocument/completion': [{ label: 'virtio' }],
  'textDocument/hover': { contents: 'x' },
  'textDocument/documentSymbol': [],
};

let received = Buffer.alloc(0);

function send(message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function publish({ uri, version }, diagnostics) {
  send({ method: 'textDocument/publishDiagnostics', params: { uri, version, diagnostics } });
}

function answer({ id, method, params }) {
  if (method === 'exit') process.exit(0);
  if (method === 'textDocument/didOpen') publish(params.textDocument, []);
  if (method === 'textDocument/didChange') {
    const [{ range, text }] = params.contentChanges;
    publish(params.textDocument, text === '' ? [] : [{ range, message: 'bad', severity: 1 }]);
  }
  if (id !== undefined && method !== undefined) send({ id, result: ANSWERS[method] ?? null });
}

process.stdin.on('data', (piece) => {
  received = received.length > 0 ? Buffer.concat([received, piece]) : piece;
  for (;;) {
    const end = received.indexOf(SEPARATOR);
    if (end < 0) return;
    const start = end + SEPARATOR.length;
    const length = Number(/content-length: *(\d+)/i.exec(received.toString('latin1', 0, end))[1]);
    if (received.length < start + length) return;
    const body = received.toString('utf8', start, start + length);
    received = received.subarray(start + length);
    answer(JSON.parse(body));
  }
});
