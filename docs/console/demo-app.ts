/**
 * The app of the demo data that is shown first. The page knows it before the back end has said anything, so that its
 * widgets can ask at once.
 */
export const demoApp = 'lantern-tea';

/** Zone of the demo data. */
export const demoZone = 'Asia/Shanghai';
