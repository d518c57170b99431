// What a popover needs once one opens; loaded then.
export { menu } from './menu.js';
export { place } from './place.js';
export { popoverStyles } from './popover.styles.js';
