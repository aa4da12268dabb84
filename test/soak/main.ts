import { parseArgs } from 'node:util';
import { soak } from './soak';

const { values } = parseArgs({
  options: { days: { type: 'string', default: '200' }, renderings: { type: 'string', default: '20' } },
});

void soak({
  days: Number(values.days),
  warmUp: Math.ceil(Number(values.days) / 10),
  renderings: Number(values.renderings),
  dayOver: (day, { heap, resources, files, listeners }) => {
    const megabytes = (heap / 1e6).toFixed(1);
    process.stdout.write(
      `day ${day}: ${megabytes} MB, ${resources} resources, ${files} files, ${listeners} listeners\n`,
    );
  },
}).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
