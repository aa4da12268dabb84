import { equal, match, ok } from 'node:assert/strict';
import { topologyPage } from '../../../client/src/topology/topologyPage';

const PICTURE = { right: '<svg width="900" class="right"/>', down: '<svg width="400" class="down"/>', style: '.x{}' };
const AGAIN = { text: 'Run', href: 'command:show?[%22a%22]' };
const CONTENT = { picture: PICTURE, remarks: [], again: AGAIN, title: 'Topology', language: 'en' };

describe('topologyPage', () => {
  it('allows its own style, and nothing else: no script, and nothing from outside', () => {
    const page = topologyPage(CONTENT, 'abc');
    match(page, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-abc'">/);
    equal(page.match(/<style nonce="abc">/g)?.length, 1);
    ok(!/<script|<link|<img|https?:|url\(|\son\w+=/.test(page));
  });

  it('has both pictures, and shows the narrow one where there is no room for the other', () => {
    const page = topologyPage(CONTENT, 'abc');
    ok(page.includes(`${PICTURE.right}${PICTURE.down}`));
    match(page, /@media \(max-width:720px\)\{\.vif-topology\.right\{display:none\}/);
  });

  it('says what there is to say, as text, and what to click behind the last of it', () => {
    const page = topologyPage({ ...CONTENT, picture: undefined, remarks: ['<b>"&', 'x'] }, 'abc');
    match(page, /<p class="remark" role="status">&#60;b&#62;&#34;&#38;<\/p>/);
    match(page, /<p class="remark" role="status">x <a href="command:show\?\[%22a%22\]">Run<\/a><\/p>/);
    ok(!topologyPage(CONTENT, 'abc').includes('<a '));
    ok(!page.includes('<svg'));
  });
});
