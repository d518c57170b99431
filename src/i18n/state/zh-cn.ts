import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'action.copy': '复制请求编号',
  'action.copied': '已复制',
  'empty.title': '该时段暂无数据',
  'empty.hint': '请更换时间范围或减少筛选条件。',
  'error.title': '加载失败',
  'error.network': '无法连接服务器。',
  'error.timeout': '服务器响应超时。',
  'error.unauthorized': '登录已失效，请重新登录。',
  'error.contract': '无法解析服务器返回的数据。',
  'error.status': '服务器出错（{status}）。',
  'error.unknown': '页面出现错误。',
  'error.request': '请求编号 {id}',
  'forbidden.title': '您无权查看',
  'forbidden.permission': '需要 {permission} 权限，请联系管理员。',
  'forbidden.hint': '请联系管理员开通权限。',
  'unavailable.title': '此数据源不提供该数据',
  'unavailable.hint': '它无法回答这个问题。',
  'limited.title': '请求过于频繁',
  'limited.hint': '{time} 后自动重试。',
  'offline.title': '网络已断开',
  'offline.hint': '恢复连接后将自动加载。',
  'idle.title': '暂无内容',
  'idle.client': '尚未设置数据源。',
  'idle.app': '尚未选择应用。',
  'idle.metric': '尚未选择指标。',
};
