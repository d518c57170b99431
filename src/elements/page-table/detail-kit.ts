import { pageDetailTexts } from '#i18n/page-detail/section.js';
import { joined } from '#i18n/section.js';
import { texts as stateTexts } from '../base/state-kit.js';
import { texts as trendTexts } from '../trend-chart/trend-kit.js';

// What opens below a page; loaded with the first that a reader chooses.
export { PageDetail } from './page-detail.js';
export { pageDetailStyles as styles } from './page-detail.styles.js';

/** Its own texts, and those of the parts that it is made of. */
export const texts = joined(joined(pageDetailTexts, trendTexts), stateTexts);
