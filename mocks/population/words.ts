import type { Faker } from '@faker-js/faker';
import { faker } from '@faker-js/faker/locale/en';

/** A thing that the tea shop sells. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  /** Minor units. */
  readonly price: number;
}

/** What people read in the events: faker's words, drawn once for a seed. */
export interface Words {
  readonly products: readonly Product[];
  readonly searches: readonly string[];
  readonly campaigns: readonly string[];
  /** Places beyond the home country: `[country, city]`. */
  readonly abroad: readonly (readonly [string, string])[];
}

const abroadCountries = ['Singapore', 'Malaysia', 'Thailand', 'Japan', 'Australia', 'United States', 'Canada'] as const;

/** Draws the words of a population. */
export function drawWords(seed: number): Words {
  const own = seededFaker(seed);
  return {
    products: Array.from({ length: 24 }, (_, index) => ({
      sku: `T${String(index + 1).padStart(3, '0')}`,
      name: own.food.dish(),
      price: own.number.int({ min: 9, max: 68 }) * 100,
    })),
    searches: Array.from({ length: 30 }, () => own.food.ingredient()),
    campaigns: Array.from({ length: 5 }, () => own.helpers.slugify(own.company.buzzNoun()).toLowerCase()),
    abroad: abroadCountries.map((country) => [country, own.location.city()] as const),
  };
}

/** A name for an app that nobody wrote by hand, and for the team behind it. */
export function drawAppNames(seed: number, count: number): { name: string; team: string }[] {
  const own = seededFaker(seed);
  return Array.from({ length: count }, () => ({
    name: own.food.ethnicCategory() + ' ' + own.commerce.department(),
    team: own.company.name(),
  }));
}

/** A faker of our own, so that the host's keeps its seed. The constructor is reached this way because the package's root brings every locale. */
function seededFaker(seed: number): Faker {
  return new (faker.constructor as typeof Faker)({ locale: faker.rawDefinitions, seed });
}
