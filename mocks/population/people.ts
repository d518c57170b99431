import type { Random } from './random.js';
import { Weighted } from './weighted.js';
import type { Words } from './words.js';

/** Somebody's phone, tablet or computer. */
export interface Device {
  readonly device: 'phone' | 'tablet' | 'pc';
  readonly os_name: string;
  readonly os_version: string;
  readonly manufacturer: string;
  readonly device_brand: string;
  readonly device_model: string;
  readonly device_width: number;
  readonly device_height: number;
}

/** One human being, whichever apps they use. */
export interface Person {
  /** Their number; ids of users are made from it. */
  readonly number: number;
  /** The identity that all apps share; a few people never sign in and have none. */
  readonly guid: string | null;
  readonly device: Device;
  readonly country: string;
  readonly province: string | null;
  readonly city: string | null;
  readonly gender: string | null;
  readonly age_group: string | null;
  readonly language: string;
  /** Multiplies how readily they come back; a few are regulars. */
  readonly fondness: number;
  readonly regular: boolean;
}

type DeviceRow = [
  device: Device['device'],
  os: string,
  versions: string,
  maker: string,
  brand: string,
  model: string,
  width: number,
  height: number,
  weight: number,
];

const deviceRows: readonly DeviceRow[] = [
  ['phone', 'Android', '14|15', 'HUAWEI', 'HUAWEI', 'Mate 50', 1080, 2400, 5],
  ['phone', 'HarmonyOS', '4.2|5.0', 'HUAWEI', 'HUAWEI', 'Mate 60 Pro', 1260, 2720, 8],
  ['phone', 'HarmonyOS', '4.2|5.0', 'HUAWEI', 'HUAWEI', 'nova 12', 1080, 2412, 5],
  ['phone', 'Android', '14|15', 'Xiaomi', 'Xiaomi', 'Xiaomi 14', 1200, 2670, 8],
  ['phone', 'Android', '13|14', 'Xiaomi', 'Redmi', 'Redmi Note 13', 1080, 2400, 7],
  ['phone', 'Android', '13|14|15', 'OPPO', 'OPPO', 'Reno11', 1080, 2412, 7],
  ['phone', 'Android', '14|15', 'vivo', 'vivo', 'X100', 1260, 2800, 7],
  ['phone', 'Android', '13|14', 'HONOR', 'HONOR', 'HONOR 100', 1200, 2664, 6],
  ['phone', 'Android', '14|15', 'samsung', 'samsung', 'Galaxy S24', 1080, 2340, 3],
  ['phone', 'iOS', '17.6|18.1|18.2', 'Apple', 'Apple', 'iPhone 13', 1170, 2532, 9],
  ['phone', 'iOS', '17.6|18.1|18.2', 'Apple', 'Apple', 'iPhone 14', 1170, 2532, 9],
  ['phone', 'iOS', '18.1|18.2', 'Apple', 'Apple', 'iPhone 15 Pro', 1179, 2556, 9],
  ['phone', 'iOS', '18.1|18.2', 'Apple', 'Apple', 'iPhone 16', 1179, 2556, 5],
  ['tablet', 'iOS', '17.6|18.1', 'Apple', 'Apple', 'iPad Air', 1640, 2360, 2],
  ['tablet', 'Android', '13|14', 'Xiaomi', 'Xiaomi', 'Pad 6', 1800, 2880, 1],
];

const computerRows: readonly DeviceRow[] = [
  ['pc', 'Windows', '10|11', 'Lenovo', 'Lenovo', 'ThinkPad', 1920, 1080, 26],
  ['pc', 'macOS', '14|15', 'Apple', 'Apple', 'MacBook Air', 2560, 1664, 9],
];

const places: readonly (readonly [province: string, cities: readonly string[], weight: number])[] = [
  ['Guangdong', ['Shenzhen', 'Guangzhou', 'Foshan', 'Dongguan'], 19],
  ['Shanghai', ['Shanghai'], 12],
  ['Zhejiang', ['Hangzhou', 'Ningbo', 'Wenzhou'], 11],
  ['Jiangsu', ['Nanjing', 'Suzhou', 'Wuxi'], 10],
  ['Beijing', ['Beijing'], 9],
  ['Sichuan', ['Chengdu', 'Mianyang'], 7],
  ['Fujian', ['Xiamen', 'Fuzhou', 'Quanzhou'], 6],
  ['Hubei', ['Wuhan', 'Yichang'], 6],
  ['Shandong', ['Qingdao', 'Jinan', 'Yantai'], 6],
  ['Henan', ['Zhengzhou', 'Luoyang'], 5],
  ['Hunan', ['Changsha', 'Zhuzhou'], 5],
  ['Shaanxi', ["Xi'an"], 4],
  ['Chongqing', ['Chongqing'], 4],
  ['Liaoning', ['Dalian', 'Shenyang'], 3],
  ['Yunnan', ['Kunming', 'Dali'], 2],
];

const genders = new Weighted<string | null>([
  ['female', 52],
  ['male', 42],
  [null, 6],
]);
const ages = new Weighted<string | null>([
  ['under_18', 4],
  ['18_24', 25],
  ['25_29', 23],
  ['30_39', 27],
  ['40_49', 10],
  ['50_plus', 5],
  [null, 6],
]);
const homeLanguages = new Weighted([
  ['zh_CN', 94],
  ['en', 4],
  ['zh_TW', 2],
]);
const phones = weightedDevices(deviceRows);
const screens = weightedDevices([...deviceRows, ...computerRows]);
const homes = new Weighted(places.map(([province, cities, weight]) => [{ province, cities }, weight] as const));

/** Of the people, so many never sign in. */
const withoutGuid = 0.03;
/** Of the people who come to an app, so many come to like it, and return day after day. */
const regulars = 0.036;

/** Draws one person. `anyScreen` lets them sit at a computer, as a page in a browser allows. */
export function drawPerson(random: Random, number: number, words: Words, anyScreen: boolean): Person {
  const abroad = random.chance(0.035);
  const home = homes.draw(random);
  const [country, foreignCity] = random.pick(words.abroad);
  const placeKnown = !random.chance(0.04);
  return {
    number,
    guid: random.chance(withoutGuid) ? null : `g${spread(number)}`,
    device: (anyScreen ? screens : phones).draw(random)(random),
    country: abroad ? country : 'China',
    province: abroad || !placeKnown ? null : home.province,
    city: placeKnown ? (abroad ? foreignCity : random.pick(home.cities)) : null,
    gender: genders.draw(random),
    age_group: ages.draw(random),
    language: abroad ? 'en' : homeLanguages.draw(random),
    fondness: random.logNormal(0.85, 0.6),
    regular: random.chance(regulars),
  };
}

/** A number as eight letters that look random and never collide (an odd factor modulo 2³² is a permutation). */
export function spread(number: number): string {
  return (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(36).padStart(7, '0');
}

function weightedDevices(rows: readonly DeviceRow[]): Weighted<(random: Random) => Device> {
  return new Weighted(
    rows.map(
      ([device, os_name, versions, manufacturer, device_brand, device_model, device_width, device_height, weight]) => {
        const choices = versions.split('|').map((os_version) => ({
          device,
          os_name,
          os_version,
          manufacturer,
          device_brand,
          device_model,
          device_width,
          device_height,
        }));
        return [(random: Random) => random.pick(choices), weight] as const;
      },
    ),
  );
}
