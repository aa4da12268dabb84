import { soak } from './soak';

describe('a long day', function () {
  this.timeout(300_000);

  it('leaves the server as it was: no memory, files, handles or listeners more, and the same answers', async () => {
    await soak({ days: 12, warmUp: 6, renderings: 2 });
  });
});
