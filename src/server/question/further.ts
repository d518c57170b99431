/** How the questions are read that most pages do not ask; loaded together with the first of them. */
export { distributionQuestion as distribution } from './distribution.js';
export { eventQuestion as event } from './event.js';
export { funnelQuestion as funnel } from './funnel.js';
export { funnelNextQuestion as funnel_next } from './funnel-next.js';
export { retentionQuestion as retention } from './retention.js';
