import type { AppModel } from '../population/app-model.js';
import { leisureHours } from '../population/calendar.js';

const campaign =
  'packageCampaign/pages/autumn-harvest/osmanthus-oolong/landing?channel=official_account_article&creative=b7';

/** A tea shop that sells for pick-up: the mini program of the pictures. */
export const teaShop: AppModel = {
  id: 'lantern-tea',
  name: 'Lantern Tea',
  type: 'mini_program',
  team: 'Lantern Drinks',
  icon: { colour: '#8c3b2a', letter: 'L' },
  firstDay: 0,
  newcomers: 41,
  pull: 1,
  moreOpens: 0.38,
  week: 'leisure',
  hours: leisureHours,
  anyScreen: false,
  adds: 0.018,
  removes: 0.004,
  pages: [
    {
      path: 'pages/home/index',
      entry: 52,
      exit: 0.28,
      stay: 7,
      next: {
        'pages/menu/index': 46,
        'pages/product/detail': 20,
        'pages/store/nearby': 9,
        'pages/member/index': 7,
        'pages/order/list': 6,
        'pages/search/index': 8,
        [campaign]: 4,
      },
      actions: [
        {
          event: 'banner_click',
          chance: 0.09,
          properties: (random, words) => ({ campaign: random.pick(words.campaigns), position: 1 + random.int(4) }),
        },
      ],
    },
    {
      path: 'pages/menu/index',
      entry: 12,
      exit: 0.23,
      stay: 15,
      next: {
        'pages/product/detail': 62,
        'pages/cart/index': 14,
        'pages/home/index': 14,
        'pages/search/index': 4,
        'pages/store/nearby': 6,
      },
    },
    {
      path: 'pages/product/detail',
      entry: 10,
      exit: 0.31,
      stay: 12,
      next: { 'pages/cart/index': 32, 'pages/menu/index': 24, 'pages/product/detail': 22, 'pages/home/index': 22 },
      actions: [
        {
          event: 'add_to_cart',
          chance: 0.3,
          properties: (random, words) => {
            const product = random.pick(words.products);
            return {
              sku: product.sku,
              product: product.name,
              price: product.price / 100,
              quantity: 1 + random.poisson(0.3),
              first_item: random.chance(0.6),
            };
          },
        },
        { event: 'share', chance: 0.028 },
      ],
    },
    {
      path: 'pages/cart/index',
      entry: 1.5,
      exit: 0.24,
      stay: 9,
      next: { 'pages/order/confirm': 60, 'pages/menu/index': 16, 'pages/home/index': 16, 'pages/product/detail': 8 },
    },
    {
      path: 'pages/order/confirm',
      entry: 0.2,
      exit: 0.11,
      stay: 17,
      next: { 'pages/order/result': 78, 'pages/cart/index': 14, 'pages/login/index': 8 },
      actions: [
        {
          event: 'checkout',
          chance: 0.94,
          properties: (random) => ({ items: 1 + random.poisson(0.7), pickup: random.chance(0.82) }),
        },
      ],
    },
    {
      path: 'pages/order/result',
      entry: 0.4,
      exit: 0.35,
      stay: 5,
      next: { 'pages/order/detail': 62, 'pages/home/index': 38 },
      actions: [
        {
          event: 'pay',
          chance: 0.96,
          amount: (random, words) => random.pick(words.products).price * (1 + random.poisson(0.4)),
        },
        { event: 'share', chance: 0.05 },
      ],
    },
    {
      path: 'pages/order/detail',
      entry: 6,
      exit: 0.36,
      stay: 7,
      next: { 'pages/home/index': 34, 'pages/order/list': 30, 'pages/menu/index': 36 },
    },
    {
      path: 'pages/order/list',
      entry: 2,
      exit: 0.28,
      stay: 6,
      next: { 'pages/order/detail': 56, 'pages/home/index': 24, 'pages/menu/index': 20 },
    },
    {
      path: 'pages/store/nearby',
      entry: 5,
      exit: 0.29,
      stay: 11,
      next: { 'pages/menu/index': 58, 'pages/store/detail': 24, 'pages/home/index': 18 },
    },
    {
      path: 'pages/store/detail',
      entry: 1.2,
      exit: 0.31,
      stay: 9,
      next: { 'pages/menu/index': 60, 'pages/store/nearby': 40 },
    },
    {
      path: 'pages/member/index',
      entry: 2.6,
      exit: 0.26,
      stay: 8,
      next: { 'pages/coupon/list': 46, 'pages/home/index': 36, 'pages/order/list': 18 },
    },
    {
      path: 'pages/coupon/list',
      entry: 1.5,
      exit: 0.21,
      stay: 6,
      next: { 'pages/menu/index': 66, 'pages/home/index': 34 },
      actions: [
        {
          event: 'coupon_claim',
          chance: 0.33,
          properties: (random) => ({
            coupon: random.pick(['welcome_5', 'second_cup_half', 'birthday_free']),
            value: random.pick([5, 9, 12]),
          }),
        },
      ],
    },
    {
      path: 'pages/search/index',
      entry: 0.6,
      exit: 0.14,
      stay: 8,
      next: { 'pages/product/detail': 78, 'pages/menu/index': 22 },
      actions: [
        {
          event: 'search',
          chance: 0.86,
          properties: (random, words) => ({ keyword: random.pick(words.searches), results: random.int(24) }),
        },
      ],
    },
    {
      path: campaign,
      entry: 4.4,
      exit: 0.35,
      stay: 19,
      next: { 'pages/product/detail': 54, 'pages/menu/index': 32, 'pages/home/index': 14 },
      actions: [{ event: 'share', chance: 0.07 }],
    },
    {
      path: 'pages/login/index',
      entry: 0.4,
      exit: 0.03,
      stay: 6,
      next: { 'pages/order/confirm': 74, 'pages/home/index': 26 },
    },
  ],
  waysIn: [
    { scene: 1005, fresh: 9, known: 4 },
    { scene: 1006, fresh: 8, known: 3 },
    { scene: 1053, fresh: 6, known: 1 },
    { scene: 1007, fresh: 8, known: 4 },
    { scene: 1008, fresh: 9, known: 4 },
    { scene: 1011, fresh: 17, known: 13, qrCodes: ['table_01', 'table_02', 'table_03', 'cup_sleeve', 'poster_metro'] },
    { scene: 1047, fresh: 5, known: 3, qrCodes: ['counter_pudong', 'counter_nanshan', 'receipt'] },
    { scene: 1012, fresh: 3, known: 1, qrCodes: ['cup_sleeve'] },
    { scene: 1058, fresh: 9, known: 3 },
    { scene: 1035, fresh: 3, known: 3 },
    { scene: 1014, fresh: 0, known: 8 },
    { scene: 1001, fresh: 0, known: 19 },
    { scene: 1089, fresh: 0, known: 14 },
    { scene: 1103, fresh: 0, known: 9 },
    { scene: 1023, fresh: 0.3, known: 4 },
    { scene: 1010, fresh: 0.4, known: 2 },
    { scene: 1045, fresh: 7, known: 1 },
    { scene: 1026, fresh: 6, known: 2 },
    { scene: 1037, fresh: 2, known: 1 },
    { scene: 1155, fresh: 4, known: 1 },
    { scene: 1092, fresh: 1, known: 0.5 },
    { scene: 1131, fresh: 0.2, known: 1 },
    { scene: 1301, fresh: 0.8, known: 0.5 },
    { source: 'sms_recall', fresh: 0, known: 0.9 },
    { fresh: 1.2, known: 1.5 },
  ],
};
