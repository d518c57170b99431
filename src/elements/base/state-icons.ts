import { svg } from 'lit';

/** Signs of the states without data. */
export const stateIcons = {
  empty: svg`<path d="M3 9.500 4.700 3.500h6.600L13 9.500v3.500H3zM3 9.500h3c.2 1.200 1 1.800 2 1.800s1.800-.6 2-1.800h3"/>`,
  warning: svg`<path d="M8 2.500 14 13H2zM8 6.500v3M8 11.200v.1"/>`,
  lock: svg`<path d="M3.500 7.200h9v6h-9zM5.500 7V5.200a2.500 2.500 0 0 1 5 0V7"/>`,
  unavailable: svg`<circle cx="8" cy="8" r="5.500"/><path d="m4.200 11.800 7.600-7.600"/>`,
  offline: svg`<path d="M2.500 6.500a8.500 8.500 0 0 1 11 0M4.600 9a5.300 5.300 0 0 1 6.800 0M8 11.900v.1M3 13.500 13 2.500"/>`,
  waiting: svg`<circle cx="8" cy="8" r="5.500"/><path d="M8 5v3.200l2 1.300"/>`,
};
