/** The reports that most pages do not ask for, loaded together with the first such question. */
export { distribution } from './distribution.js';
export { event } from './event.js';
export { funnel } from './funnel.js';
export { retention } from './retention.js';
