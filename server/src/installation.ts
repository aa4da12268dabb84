import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the bundled programs, `dist`: what ships beside them is found from here. */
const dist = __dirname;

/** Where the parts of the product lie that are read at run time. */
export const installation = {
  /** The folder that holds the host scripts which run drivers. */
  hosts: dist,
  /** The folder of the drivers that ship. */
  drivers: path.join(dist, '..', 'drivers'),
  /** The page that explains each problem. */
  problemsPage: path.join(dist, '..', 'docs', 'problems.md'),
} as const;

/** The text of the request that drivers are run with where no `vif-request.json` is near. */
export function readDefaultRequest(): string {
  return readFileSync(path.join(dist, '..', 'templates', 'default-request.json'), 'utf8');
}
