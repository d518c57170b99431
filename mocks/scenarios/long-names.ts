import { populationApps } from '../population/population.js';
import type { AppModel } from '../population/app-model.js';
import type { Scenario } from './scenario.js';

const names = [
  'Donaudampfschifffahrtsgesellschaftskapitänsteestube und Spezialitätenhandlung „Zur Laterne“',
  'தேயிலைத்தோட்டப் பூக்கள் சேகரிக்கும் புதிர் விளையாட்டு – பருவகால சிறப்புப் பதிப்பு',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Harbour and Regional Transit Pass',
];

/** Names and paths as long as they get: 80 letters for an app, 200 for a page. */
export const longNames: Scenario = {
  apps: populationApps.map((model, index) => ({
    ...model,
    name: names[index % names.length]!,
    pages: model.pages.map((page) => ({
      ...page,
      path: lengthen(page.path),
      next: Object.fromEntries(Object.entries(page.next).map(([path, weight]) => [lengthen(path), weight])),
    })),
  })) satisfies readonly AppModel[],
};

function lengthen(path: string): string {
  const [place, query] = path.split('?');
  const middle = 'packageSeasonalCampaignsAndMemberBenefits/subpackages/autumn-harvest-festival/experiments/variant-b';
  const long = `${middle}/${place}?${query ?? 'channel=official_account_article'}&creative=osmanthus-oolong-limited-edition`;
  return `${long}&session=${'0123456789abcdef'.repeat(8)}`.slice(0, 200);
}
