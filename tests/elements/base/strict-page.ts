// Runs inside the strict page of strict-page.test.ts.
import { retentionOf } from '../../charts/sample-retention.js';
import { now, summaryOf, trendOf } from './answers.js';
import { elementOf, everyClient, everyElement, untilSettled } from './every-element.js';
import { part, untilSeen } from './shown.js';
import { until } from './until.js';

addEventListener('unhandledrejection', ({ reason }) => parent.postMessage({ failed: String(reason) }, '*'));
addEventListener('error', ({ message }) => parent.postMessage({ failed: message }, '*'));

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
  violations.push(`${violatedDirective} ${sample}`);
});

const card = document.createElement('ma-metric-card');
card.theme = 'instrument';
card.data = summaryOf([
  ['avg_duration_per_open', 47.4],
  ['stay_duration', 768_640],
  ['opens', 16_216],
]);
card.history = trendOf('avg_duration_per_open', [1, 3, 2]);
document.body.append(card);
await untilSeen(card, '47.4');
part(card, '.about-button').click();
await untilSeen(card, 'Stay 8 d 22 h');

const grid = document.createElement('ma-retention-grid');
grid.data = retentionOf();
document.body.append(grid);
await untilSeen(grid, '30.00');
// not by focus: a driven window may have none
part(grid, '[data-row="1"]').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
await untilSeen(grid, '300 of 1,000 users');
grid.view = 'curve';
await untilSeen(grid, '25.00%');

let settled = 0;
for (const tag of Object.keys(everyElement)) {
  const element = elementOf(tag, { app: 'a', locale: 'en', client: everyClient(), now });
  document.body.prepend(element);
  await untilSettled(element);
  if (!element.shadowRoot!.querySelector('.message, .says')) settled++;
  element.remove();
}

// the theme of the card comes with its own file
await until(() => getComputedStyle(part(card, '.frame')).borderRadius === '2px').catch(() => undefined);

// a style attribute is what such a page forbids: that it does shows that the policy is in force
const forbidden = document.createElement('i');
forbidden.setAttribute('style', 'color: rgb(1, 2, 3)');
document.body.append(forbidden);

parent.postMessage(
  {
    violations,
    settled,
    forbidden: getComputedStyle(forbidden).color,
    radius: getComputedStyle(part(card, '.frame')).borderRadius,
    end: getComputedStyle(part(card, '.end')).top,
    tip: part(grid, '.period').offsetWidth > 0,
    popover: part(card, '[popover]').style.getPropertyValue('top') !== '',
  },
  '*',
);
