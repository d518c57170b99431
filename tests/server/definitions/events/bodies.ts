import type { EventDefinitionList } from '#contract/api.js';
import { addToCart } from '../../fixtures/definitions-asker.js';

/** A definition of another name. */
export const other = { ...addToCart, name: 'open_coupon', display_name: '打开优惠券' };

/** The same definition after somebody has edited it. */
export const changed = { ...addToCart, template: 'share' } as const;

export const read = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;

export const listOf = async (response: Promise<Response>) => read<EventDefinitionList>(await response);
