import { svg } from 'lit';
import { addIcons } from '../base/icons.js';

addIcons({
  wait: svg`<circle cx="8" cy="8" r="5.500"/><path d="M8 5v3.200l2 1.300"/>`,
  wrong: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
});
