import { svg } from 'lit';
import { addIcons } from './icons.js';

addIcons({
  calendar: svg`<path d="M2.800 4h10.400v9H2.800zM2.800 6.800h10.400M5.500 2.400V5M10.500 2.400V5"/>`,
});
