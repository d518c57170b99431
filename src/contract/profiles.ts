import type { Profile } from './api.js';

const base = {
  new_user: { rule: 'first_ever' },
  session_timeout_seconds: 1800,
  merge_opens_under_seconds: null,
  growth: { zero_previous: 'null', week_month: 'shifted' },
  week_start: 'monday',
} as const satisfies Partial<Profile>;

/**
 * The rules of four consoles where they disagree. A profile is data: a host can add its own and name it in a question.
 */
export const profiles: readonly Profile[] = [
  {
    ...base,
    id: 'standard',
    label: { en: 'Standard', 'zh-CN': '标准口径' },
    timezone: 'UTC',
    data_as_of: { rule: 'now' },
    live: { rule: 'now' },
  },
  {
    ...base,
    id: 'weixin',
    label: { en: 'Weixin mini program analysis', 'zh-CN': '微信小程序数据分析' },
    timezone: 'Asia/Shanghai',
    data_as_of: { rule: 'last_midnight' },
    live: { rule: 'floor', minutes: 15 },
  },
  {
    ...base,
    id: 'alipay',
    label: { en: 'Alipay mPaaS user analysis', 'zh-CN': '支付宝 mPaaS 用户分析' },
    merge_opens_under_seconds: 30,
    growth: { zero_previous: 'divisor_1', week_month: 'windows' },
    timezone: 'Asia/Shanghai',
    data_as_of: { rule: 'last_midnight' },
    live: null,
  },
  {
    ...base,
    id: 'tencent_sas',
    label: { en: 'Tencent Superapp as a Service', 'zh-CN': '腾讯云超级应用服务' },
    new_user: { rule: 'reactivation', days: 30 },
    timezone: 'UTC',
    data_as_of: { rule: 'floor', minutes: 30 },
    live: { rule: 'floor', minutes: 30 },
  },
];

/** The profile that is in force where none is named. */
export const defaultProfileId = 'standard';
