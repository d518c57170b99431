import type { EventField } from './api.js';

/** Event names with a meaning of their own; everything else is custom. */
export const reservedEvents = [
  'launch',
  'background',
  'page_view',
  'page_leave',
  'share',
  'add',
  'remove',
  'pay',
  'ad_impression',
  'click',
] as const;

/** A name with a meaning, which a mapping can give to other names ("role"). */
export type ReservedEvent = (typeof reservedEvents)[number];

/** The default fields of an event: what the superapp knows of device and person. */
export const defaultFields = [
  'country',
  'province',
  'city',
  'gender',
  'age_group',
  'device',
  'network_type',
  'device_width',
  'device_height',
  'os_name',
  'os_version',
  'language',
  'manufacturer',
  'device_model',
  'device_brand',
] as const;

/** Name of a default field. */
export type DefaultField = (typeof defaultFields)[number];

/** Default fields that hold numbers; all others hold strings. */
export const numericFields = ['device_width', 'device_height'] as const satisfies readonly DefaultField[];

/** Every field of a raw event, as the catalogue lists them. */
export const eventFields: readonly EventField[] = [
  { name: 'user_id', type: 'string', label: { en: 'User', 'zh-CN': '用户标识' }, required: true },
  { name: 'guid', type: 'string', label: { en: 'Person across apps', 'zh-CN': '跨应用用户标识' } },
  { name: 'ts', type: 'instant', label: { en: 'Time', 'zh-CN': '时间' }, required: true },
  { name: 'event', type: 'string', label: { en: 'Event', 'zh-CN': '事件' }, required: true },
  { name: 'event_id', type: 'string', label: { en: 'Event id', 'zh-CN': '事件编号' } },
  { name: 'app_id', type: 'string', label: { en: 'App', 'zh-CN': '应用' } },
  { name: 'environment', type: 'string', label: { en: 'Environment', 'zh-CN': '环境' } },
  { name: 'page_path', type: 'string', label: { en: 'Page', 'zh-CN': '页面' } },
  { name: 'duration_ms', type: 'number', label: { en: 'Stay, ms', 'zh-CN': '停留时长（毫秒）' } },
  { name: 'source', type: 'string', label: { en: 'Source', 'zh-CN': '来源' } },
  { name: 'scene', type: 'integer', label: { en: 'Scene', 'zh-CN': '场景值' } },
  { name: 'qr_code', type: 'string', label: { en: 'QR code', 'zh-CN': '二维码' } },
  { name: 'amount', type: 'integer', label: { en: 'Amount, minor units', 'zh-CN': '金额（最小货币单位）' } },
  { name: 'currency', type: 'string', label: { en: 'Currency', 'zh-CN': '币种' } },
  { name: 'country', type: 'string', label: { en: 'Country', 'zh-CN': '国家' } },
  { name: 'province', type: 'string', label: { en: 'Province', 'zh-CN': '省份' } },
  { name: 'city', type: 'string', label: { en: 'City', 'zh-CN': '城市' } },
  { name: 'gender', type: 'string', label: { en: 'Gender', 'zh-CN': '性别' } },
  { name: 'age_group', type: 'string', label: { en: 'Age group', 'zh-CN': '年龄段' } },
  { name: 'device', type: 'string', label: { en: 'Device', 'zh-CN': '设备' } },
  { name: 'network_type', type: 'string', label: { en: 'Network', 'zh-CN': '网络类型' } },
  { name: 'device_width', type: 'number', label: { en: 'Screen width', 'zh-CN': '屏幕宽度' } },
  { name: 'device_height', type: 'number', label: { en: 'Screen height', 'zh-CN': '屏幕高度' } },
  { name: 'os_name', type: 'string', label: { en: 'Operating system', 'zh-CN': '操作系统' } },
  { name: 'os_version', type: 'string', label: { en: 'OS version', 'zh-CN': '系统版本' } },
  { name: 'language', type: 'string', label: { en: 'Language', 'zh-CN': '语言' } },
  { name: 'manufacturer', type: 'string', label: { en: 'Manufacturer', 'zh-CN': '厂商' } },
  { name: 'device_model', type: 'string', label: { en: 'Model', 'zh-CN': '机型' } },
  { name: 'device_brand', type: 'string', label: { en: 'Brand', 'zh-CN': '品牌' } },
  { name: 'properties', type: 'object', label: { en: 'Custom fields', 'zh-CN': '自定义字段' } },
];
