/** The reports that most pages do not ask for, loaded together with the first such question. */
export { days } from './days.js';
export { distribution } from './distribution.js';
export { event } from './event.js';
export { funnel } from './funnel.js';
export { funnelNext } from './funnel-next.js';
export { retention } from './retention.js';
export { values } from './values.js';
