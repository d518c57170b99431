import type { Text } from './api.js';

/** What each metric of the catalogue means, in a sentence for a person. */
export const metricDescriptions: Readonly<Record<string, Text>> = {
  active_users: {
    en: 'Users who visit in the period: at least one launch or page view.',
    'zh-CN': '统计周期内至少有一次启动或页面访问的用户。',
  },
  new_users: {
    en: 'Users whose first visit falls in the period. A profile may also count those who return after a long gap.',
    'zh-CN': '首次访问发生在统计周期内的用户；部分口径也计入长时间未访问后回来的用户。',
  },
  cumulative_users: {
    en: "Users who have ever visited, up to the period's end.",
    'zh-CN': '截至统计周期结束时访问过的全部用户。',
  },
  opens: {
    en: 'Opens that start in the period: launches, and page views after an open has ended.',
    'zh-CN': '统计周期内开始的打开次数：启动，以及上一次打开结束后的页面访问。',
  },
  visits: {
    en: 'Page views; jumps and repeats all count.',
    'zh-CN': '页面访问的总次数，跳转与重复访问均计入。',
  },
  stay_duration: {
    en: 'Stay of the opens that start in the period.',
    'zh-CN': '统计周期内开始的打开的停留时长之和。',
  },
  visit_depth_sum: {
    en: 'Distinct pages of each open, added up over the opens.',
    'zh-CN': '每次打开访问的不同页面数之和。',
  },
  open_page_views: {
    en: 'Page views of the opens that start in the period; repeats count.',
    'zh-CN': '统计周期内开始的打开所包含的页面访问次数，重复计入。',
  },
  avg_duration_per_user: {
    en: 'Stay divided by active users.',
    'zh-CN': '停留时长 ÷ 活跃用户。',
  },
  avg_duration_per_open: {
    en: 'Stay divided by opens.',
    'zh-CN': '停留时长 ÷ 打开次数。',
  },
  avg_opens_per_user: {
    en: 'Opens divided by active users.',
    'zh-CN': '打开次数 ÷ 活跃用户。',
  },
  avg_visit_depth: {
    en: 'Distinct pages per open, averaged over opens.',
    'zh-CN': '每次打开访问的不同页面数的平均值。',
  },
  pages_per_open: {
    en: 'Page views of the opens divided by opens; repeats count.',
    'zh-CN': '打开内页面访问 ÷ 打开次数，重复计入。',
  },
  bounces: {
    en: 'Page views that are the only one of their open.',
    'zh-CN': '一次打开中唯一一次的页面访问。',
  },
  bounce_rate: {
    en: 'Bounces divided by entries.',
    'zh-CN': '跳出次数 ÷ 入口次数。',
  },
  retained_users: {
    en: 'Users active in this period and in the one before.',
    'zh-CN': '本周期与上一周期均活跃的用户。',
  },
  backflow_users: {
    en: 'Users active in this period, not in the one before, but earlier.',
    'zh-CN': '本周期活跃、上一周期未活跃、更早曾活跃的用户。',
  },
  shares: {
    en: 'Taps on share or calls to the share API, completed or not.',
    'zh-CN': '点击分享或调用分享接口的次数，无论是否完成。',
  },
  sharers: {
    en: 'Users who share in the period.',
    'zh-CN': '统计周期内分享过的用户。',
  },
  new_adds: {
    en: 'Users who add the app to “my mini programs” in the period.',
    'zh-CN': '统计周期内添加到“我的小程序”的用户。',
  },
  removes: {
    en: 'Users who remove the app in the period and have not added it again by its end.',
    'zh-CN': '统计周期内移除且截至周期结束未再次添加的用户。',
  },
  total_adds: {
    en: 'Users who hold the app in “my mini programs” at the end of the period.',
    'zh-CN': '截至统计周期结束时已添加到“我的小程序”的用户。',
  },
  payments: {
    en: 'Payments in the period.',
    'zh-CN': '统计周期内的支付次数。',
  },
  payment_amount: {
    en: 'Sum of the payments, in one currency.',
    'zh-CN': '统计周期内支付金额之和（单一币种）。',
  },
  cumulative_payment_amount: {
    en: "Sum of all payments ever, up to the period's end.",
    'zh-CN': '截至统计周期结束时的支付金额之和。',
  },
  payers: {
    en: 'Users who pay in the period.',
    'zh-CN': '统计周期内支付过的用户。',
  },
  first_time_payers: {
    en: 'Users whose first payment ever falls in the period.',
    'zh-CN': '首次支付发生在统计周期内的用户。',
  },
  repeat_payers: {
    en: 'Users who pay in the period and had paid before it, or pay more than once in it.',
    'zh-CN': '周期内支付且此前支付过，或周期内支付多次的用户。',
  },
  amount_per_payment: {
    en: 'Payment amount divided by payments.',
    'zh-CN': '支付金额 ÷ 支付次数。',
  },
  payments_per_payer: {
    en: 'Payments divided by payers.',
    'zh-CN': '支付次数 ÷ 支付人数。',
  },
  amount_per_payer: {
    en: 'Payment amount divided by payers.',
    'zh-CN': '支付金额 ÷ 支付人数。',
  },
  payment_conversion: {
    en: 'Payments divided by opens.',
    'zh-CN': '支付次数 ÷ 打开次数。',
  },
  payer_conversion: {
    en: 'Payers divided by active users.',
    'zh-CN': '支付人数 ÷ 活跃用户。',
  },
  page_visits: {
    en: 'Views of the page.',
    'zh-CN': '该页面的访问次数。',
  },
  page_visitors: {
    en: 'Users who view the page.',
    'zh-CN': '访问该页面的用户。',
  },
  page_stay: {
    en: 'Stay on the page.',
    'zh-CN': '在该页面的停留时长。',
  },
  avg_page_duration: {
    en: 'Page stay divided by page visits.',
    'zh-CN': '页面停留时长 ÷ 页面访问次数。',
  },
  entries: {
    en: 'Page views that are the first of their open.',
    'zh-CN': '作为一次打开首个页面的访问次数。',
  },
  exits: {
    en: 'Page views that are the last of their open.',
    'zh-CN': '作为一次打开最后一个页面的访问次数。',
  },
  exit_rate: {
    en: 'Exits divided by page visits.',
    'zh-CN': '退出次数 ÷ 页面访问次数。',
  },
  page_shares: {
    en: 'Shares from the page.',
    'zh-CN': '从该页面发起的分享次数。',
  },
  page_sharers: {
    en: 'Users who share from the page.',
    'zh-CN': '从该页面分享的用户。',
  },
  mau: {
    en: 'Users who visit in the calendar month, across all apps.',
    'zh-CN': '自然月内访问过任一应用的用户。',
  },
  apps_created: {
    en: "Apps created up to the period's end.",
    'zh-CN': '截至统计周期结束时创建的应用。',
  },
  apps_available: {
    en: "Apps that are available at the period's end.",
    'zh-CN': '统计周期结束时可用的应用。',
  },
  ad_impressions: {
    en: 'Valid ad impressions: those with an amount above 0.',
    'zh-CN': '有效广告曝光（金额大于 0）。',
  },
  ad_revenue: {
    en: 'Estimated revenue of the ad impressions.',
    'zh-CN': '广告曝光的预估收入。',
  },
};
