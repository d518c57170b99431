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
