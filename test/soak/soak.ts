import assert from 'node:assert/strict';
import { TrafficClient } from '../fuzz/targets/trafficClient';
import { copyExample } from '../protocol/workspaceFolder';
import { startBuiltServer, type BuiltServer, type Held } from './builtServer';
import { Workday } from './workday';

/** How much more the heap may hold at the end than when the server had warmed up. */
const GROWTH = 1.1;

export interface SoakOptions {
  readonly days: number;
  /** Days until everything is loaded that is loaded once. */
  readonly warmUp: number;
  /** Runs of the driver on each day. */
  readonly renderings: number;
  /** Told of each day that is over. */
  readonly dayOver?: (day: number, now: Held) => void;
}

const COUNTS = ['resources', 'files', 'listeners'] as const;

/** What the server holds once what has ended is gone: a driver's process and its pipes take a moment. */
async function settled({ held }: BuiltServer): Promise<Held> {
  let least = await held();
  for (let turn = 0; turn < 10; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = await held();
    least = COUNTS.reduce((found, count) => ({ ...found, [count]: Math.min(least[count], now[count]) }), now);
  }
  return least;
}

/** Nothing that is kept may grow with the days. */
function checkFlat(warm: Held, end: Held): void {
  assert.ok(end.heap <= warm.heap * GROWTH, `the heap grew from ${warm.heap} to ${end.heap} bytes`);
  for (const count of COUNTS)
    assert.ok(end[count] <= warm[count], `${count} grew from ${warm[count]} to ${end[count]}`);
}

/** Lets one server work for many days; throws where it came to hold more, or answers otherwise at the end than at the start. */
export async function soak({ days, warmUp, renderings, dayOver }: SoakOptions): Promise<void> {
  const { folder, dispose } = copyExample('802.1Qbh');
  const server = startBuiltServer();
  const client = new TrafficClient(folder, server);
  try {
    await client.start({ trusted: true });
    const workday = new Workday(client);
    // What the last rendering gave belongs to the answers: there has to be one.
    await workday.work(renderings);
    const atFirst = await workday.answers();
    let warm: Held | undefined;
    for (let day = 1; day <= days; day++) {
      await workday.work(renderings);
      if (day === warmUp) warm = await settled(server);
      dayOver?.(day, await server.held());
    }
    assert.deepEqual(await workday.answers(), atFirst);
    assert.ok(warm);
    checkFlat(warm, await settled(server));
    assert.deepEqual(client.wrong, []);
  } finally {
    await client.stop();
    dispose();
  }
}
