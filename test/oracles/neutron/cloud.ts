import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { JsonObject } from '../../unit/shipped/files';
import { DEBIAN } from './debian';

/** A folder with a clouds.yaml, for one test: what a user has in place of it counts nowhere. */
export class Clouds {
  readonly folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'vif clouds-'));
  readonly #file = path.join(this.folder, 'clouds.yaml');

  /** The clouds, by their names. They are written as JSON, which is YAML too. */
  write(clouds: Readonly<Record<string, JsonObject>>): void {
    writeFileSync(this.#file, JSON.stringify({ clouds }));
  }

  /** The environment in which this clouds.yaml counts, with OS_* variables of its own and no others. */
  environment(variables: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
    const others = Object.entries(DEBIAN).filter(([name]) => !name.startsWith('OS_'));
    return { ...Object.fromEntries(others), HOME: this.folder, OS_CLIENT_CONFIG_FILE: this.#file, ...variables };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A cloud whose services believe everyone: Neutron at an address, and no Keystone. */
export function openCloud(endpoint: string): JsonObject {
  return { auth_type: 'none', network_endpoint_override: endpoint };
}

/** A cloud whose Keystone is at an address. */
export function cloudWithKeystone(address: string): JsonObject {
  const auth = {
    auth_url: `${address}/v3`,
    username: 'admin',
    password: PASSWORD,
    project_name: 'admin',
    user_domain_name: 'Default',
    project_domain_name: 'Default',
  };
  return { auth };
}

/** The password of the clouds with a Keystone: nothing may show it. */
export const PASSWORD = 'correct-horse';
