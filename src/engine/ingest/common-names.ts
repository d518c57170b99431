import type { ReservedEvent } from '#contract/events.js';
import type { FieldName } from './fields.js';

/**
 * Names that other logs commonly use, and what they are here. Compared in the form of {@link plainName}, so `userId`,
 * `user-id` and `User ID` are one. Only names that can hardly mean anything else are listed: a wrong guess is worse than
 * a field that has to be mapped by hand. A field's own name needs no entry.
 */
export const commonFieldNames: ReadonlyMap<string, FieldName> = byName({
  user_id: ['uid', 'user', 'open_id', 'distinct_id', 'visitor_id', 'client_id', 'anonymous_id'],
  ts: ['timestamp', 'time', 'datetime', 'event_time', 'event_timestamp', 'occurred_at'],
  event: ['event_name', 'event_type'],
  event_id: ['insert_id', 'message_id'],
  app_id: ['app'],
  environment: ['env'],
  page_path: ['page', 'path', 'pathname'],
  duration_ms: ['duration_millis', 'duration_milliseconds'],
  source: ['utm_source', 'traffic_source'],
  scene: ['scene_id'],
  os_name: ['os', 'operating_system'],
  device_model: ['model'],
  device_brand: ['brand'],
  language: ['lang', 'locale'],
  network_type: ['network'],
  province: ['region'],
  device_width: ['screen_width'],
  device_height: ['screen_height'],
  properties: ['props', 'event_properties', 'event_params'],
});

/** Event names of other logs that plainly are one of ours, in the form of {@link plainName}. */
export const commonEventNames: ReadonlyMap<string, ReservedEvent> = byName({
  launch: ['app_launch', 'on_launch', 'app_start', 'app_open', 'session_start'],
  background: ['on_hide', 'app_hide', 'app_background', 'app_end', 'enter_background'],
  page_view: ['pv', 'page_viewed', 'view_page', 'screen_view', 'enter_page', 'mp_view_screen'],
  page_leave: ['leave_page', 'page_unload'],
  share: ['share_app_message', 'mp_share'],
  add: ['add_to_favorites', 'add_to_my_mini_programs'],
  remove: ['remove_from_favorites', 'remove_from_my_mini_programs'],
  pay: ['payment', 'pay_success', 'payment_success'],
  ad_impression: ['ad_view', 'ad_show'],
  click: ['element_click', 'mp_click', 'tap'],
});

/** A name without case, blanks and marks: what makes `userId`, `user-id` and `$user_id` the same. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_\-$@.]/g, '');
}

/** A table from plain name to what it means; each meaning's own name is among its names. */
function byName<Meaning extends string>(names: Partial<Record<Meaning, readonly string[]>>): Map<string, Meaning> {
  const entries = Object.entries(names) as [Meaning, readonly string[]][];
  return new Map(
    entries.flatMap(([meaning, others]) => [meaning, ...others].map((name) => [plainName(name), meaning] as const)),
  );
}
