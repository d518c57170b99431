import { svg } from 'lit';
import { addIcons } from './icons.js';

addIcons({
  table: svg`<path d="M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6"/>`,
  chart: svg`<path d="M2.5 13.2h11M3.5 10.5 6.4 7l2.4 2 4-5"/>`,
  image: svg`<path d="M2.5 3.5h11v9h-11zM2.8 11l3-3 2.4 2.2 1.9-1.7 3.1 2.7M10.6 6.1v.1"/>`,
});
