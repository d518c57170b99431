import { svg } from 'lit';
import { addIcons } from './icons.js';

addIcons({
  check: svg`<path d="m3.2 8.4 3.1 3.1 6.5-7"/>`,
});
