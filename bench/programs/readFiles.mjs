// Reads every file below a folder, and nothing more: what an answer about all of them cannot do without.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const entries = readdirSync(process.argv[2], { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile());
console.log(
  files.reduce((sum, { parentPath, name }) => sum + readFileSync(path.join(parentPath, name), 'utf8').length, 0),
);
