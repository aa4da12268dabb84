import type { RequestListener, ServerResponse } from 'node:http';
import type { JsonObject } from '../../unit/shipped/files';
import { PASSWORD } from './cloud';

/** Answers as Keystone does where it does not know the user. */
export const refuse: RequestListener = ({ method, headers }, response) => {
  if (method === 'POST') answer(response, 401, { error: { code: 401, message: `Not ${PASSWORD}` } });
  else answer(response, 200, versionAt(headers.host));
};

/** Answers as Keystone does where it knows the user, with a catalogue of the network services at these addresses. */
export function letIn(...neutrons: readonly string[]): RequestListener {
  const endpoints = neutrons.map((url) => ({ id: 'e', interface: 'public', region: 'one', region_id: 'one', url }));
  const token = {
    methods: ['password'],
    user: { id: 'u', name: 'admin', domain: { id: 'default', name: 'Default' } },
    project: { id: 'p', name: 'admin', domain: { id: 'default', name: 'Default' } },
    issued_at: '2000-01-01T00:00:00.000000Z',
    expires_at: '2100-01-01T00:00:00.000000Z',
    catalog: endpoints.length === 0 ? [] : [{ id: 's', type: 'network', name: 'neutron', endpoints }],
  };
  return ({ method, headers }, response) => {
    if (method !== 'POST') answer(response, 200, versionAt(headers.host));
    else answer(response.setHeader('X-Subject-Token', 'token'), 201, { token });
  };
}

function versionAt(host = ''): JsonObject {
  return { version: { id: 'v3.14', status: 'stable', links: [{ rel: 'self', href: `http://${host}/v3/` }] } };
}

/** Answers in JSON. */
export function answer(response: ServerResponse, status: number, body: JsonObject): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
