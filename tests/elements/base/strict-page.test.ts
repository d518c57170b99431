import { expect } from '@open-wc/testing';
import { everyElement } from './every-element.js';

// The origin in words: Firefox does not know a 'self' in a page that has no address of its own.
const { origin } = location;
const policy = `default-src 'none'; script-src ${origin}; style-src ${origin}; connect-src ${origin}`;

it('every element works in a page that allows no inline styles and no generated code', async () => {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
    <body><script type="module" src="/tests/elements/base/strict-page.ts"></script></body>`;
  const answer = new Promise<{ violations: string[] }>((resolve) => {
    window.addEventListener('message', ({ data }) => resolve(data as { violations: string[] }), { once: true });
  });
  frame.width = '800';
  frame.height = '600';
  document.body.append(frame);
  const seen = await answer;
  frame.remove();
  expect(seen).to.deep.include({ radius: '2px', end: '14px', popover: true, tip: true });
  expect(seen).to.deep.include({ settled: Object.keys(everyElement).length });
  expect(seen).to.not.deep.include({ forbidden: 'rgb(1, 2, 3)' });
  expect(seen.violations.filter((one) => !one.includes('color: rgb(1'))).to.eql([]);
});
