import path from 'node:path';

/** The folder of the bundled programs, `dist`: what ships beside them is found from here. */
const dist = __dirname;

/** Where the parts of the product lie that are read at run time. */
export const installation = {
  /** The folder that holds the host scripts which run drivers. */
  hosts: dist,
  /** The page that explains each problem. */
  problemsPage: path.join(dist, '..', 'docs', 'problems.md'),
  /** The request that drivers are run with where no `vif-request.json` is near. */
  defaultRequest: path.join(dist, '..', 'templates', 'default-request.json'),
} as const;
