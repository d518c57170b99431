import type { Source } from './api.js';

/**
 * The built-in source dictionary: the 57 access sources of the Weixin data API, with the scene values that map to each.
 * A host can replace it. A scene that no row lists counts under {@link otherSourceKey}, which lists the scenes it holds.
 */
export const weixinSources: readonly Source[] = [
  { key: '1', label: { en: 'Mini program history list', 'zh-CN': '小程序历史列表' }, scenes: [1001, 1002, 1004] },
  { key: '2', label: { en: 'Search', 'zh-CN': '搜索' }, scenes: [1005, 1006, 1027, 1042, 1053, 1106, 1108, 1132] },
  { key: '3', label: { en: 'Chat', 'zh-CN': '会话' }, scenes: [1007, 1008, 1044, 1093, 1094, 1096] },
  { key: '4', label: { en: 'Scan QR code', 'zh-CN': '扫一扫二维码' }, scenes: [1011, 1025, 1047, 1105, 1124, 1150] },
  { key: '5', label: { en: 'Official account profile', 'zh-CN': '公众号主页' }, scenes: [1020] },
  { key: '6', label: { en: 'Pinned at top of chats', 'zh-CN': '聊天顶部' }, scenes: [1022] },
  { key: '7', label: { en: 'System desktop', 'zh-CN': '系统桌面' }, scenes: [1023, 1113, 1114, 1117] },
  { key: '8', label: { en: 'Mini program profile', 'zh-CN': '小程序主页' }, scenes: [1024, 1135] },
  { key: '9', label: { en: 'Nearby mini programs', 'zh-CN': '附近的小程序' }, scenes: [1026, 1033, 1068] },
  { key: '10', label: { en: 'Other', 'zh-CN': '其他' }, scenes: [] },
  { key: '11', label: { en: 'Template message', 'zh-CN': '模板消息' }, scenes: [1014, 1043, 1107, 1162] },
  { key: '12', label: { en: 'Customer service message', 'zh-CN': '客服消息' }, scenes: [1021] },
  { key: '13', label: { en: 'Official account menu', 'zh-CN': '公众号菜单' }, scenes: [1035, 1102, 1130] },
  { key: '14', label: { en: 'App share', 'zh-CN': 'APP分享' }, scenes: [1036] },
  {
    key: '15',
    label: { en: 'Payment result page', 'zh-CN': '支付完成页' },
    scenes: [1034, 1060, 1072, 1097, 1109, 1137, 1149],
  },
  { key: '16', label: { en: 'Long-press QR code', 'zh-CN': '长按识别二维码' }, scenes: [1012, 1048, 1050, 1125] },
  { key: '17', label: { en: 'QR code from album', 'zh-CN': '相册选取二维码' }, scenes: [1013, 1049, 1126] },
  { key: '18', label: { en: 'Official account article', 'zh-CN': '公众号文章' }, scenes: [1058, 1091] },
  { key: '19', label: { en: 'Wallet', 'zh-CN': '钱包' }, scenes: [1019, 1057, 1061, 1066, 1070, 1071] },
  { key: '20', label: { en: 'Card pack', 'zh-CN': '卡包' }, scenes: [1028, 1128, 1148] },
  { key: '21', label: { en: 'Card inside mini program', 'zh-CN': '小程序内卡券' }, scenes: [1029, 1062] },
  { key: '22', label: { en: 'Other mini program', 'zh-CN': '其他小程序' }, scenes: [1037] },
  { key: '23', label: { en: 'Return from other mini program', 'zh-CN': '其他小程序返回' }, scenes: [1038] },
  { key: '24', label: { en: 'Card store list', 'zh-CN': '卡券适用门店列表' }, scenes: [1052] },
  { key: '25', label: { en: 'Search box shortcut', 'zh-CN': '搜索框快捷入口' }, scenes: [1054] },
  { key: '26', label: { en: 'Mini program service message', 'zh-CN': '小程序客服消息' }, scenes: [1073, 1081] },
  { key: '27', label: { en: 'Sent by official account', 'zh-CN': '公众号下发' }, scenes: [1074, 1076, 1082, 1152] },
  { key: '28', label: { en: 'System chat menu', 'zh-CN': '系统会话菜单' }, scenes: [1080, 1083, 1088] },
  { key: '29', label: { en: 'Task bar, recent', 'zh-CN': '任务栏-最近使用' }, scenes: [1089] },
  { key: '30', label: { en: 'Long-press menu dots', 'zh-CN': '长按小程序菜单圆点' }, scenes: [1085, 1090, 1147] },
  { key: '31', label: { en: 'Wi-Fi connected page', 'zh-CN': '连wifi成功页' }, scenes: [1064, 1078] },
  { key: '32', label: { en: 'City services', 'zh-CN': '城市服务' }, scenes: [1092] },
  { key: '33', label: { en: 'WeChat ads', 'zh-CN': '微信广告' }, scenes: [1045, 1046, 1067, 1084, 1095] },
  { key: '34', label: { en: 'Other mobile app', 'zh-CN': '其他移动应用' }, scenes: [1065, 1069, 1111, 1140] },
  { key: '35', label: { en: 'Discover, my mini programs', 'zh-CN': '发现入口-我的小程序' }, scenes: [1003, 1103] },
  { key: '36', label: { en: 'Task bar, my mini programs', 'zh-CN': '任务栏-我的小程序' }, scenes: [1104] },
  { key: '37', label: { en: 'Circles', 'zh-CN': '微信圈子' }, scenes: [1138, 1163] },
  { key: '38', label: { en: 'Phone top-up', 'zh-CN': '手机充值' }, scenes: [1098] },
  { key: '39', label: { en: 'H5', 'zh-CN': 'H5' }, scenes: [1018, 1055] },
  { key: '40', label: { en: 'Plugin', 'zh-CN': '插件' }, scenes: [1040, 1041, 1099] },
  { key: '41', label: { en: 'Popular', 'zh-CN': '大家在用' }, scenes: [1118, 1145] },
  { key: '42', label: { en: 'Discover page', 'zh-CN': '发现页' }, scenes: [1112, 1141, 1142, 1143] },
  { key: '43', label: { en: 'Floating window', 'zh-CN': '浮窗' }, scenes: [1131] },
  { key: '44', label: { en: 'People nearby', 'zh-CN': '附近的人' }, scenes: [1075, 1134] },
  { key: '45', label: { en: 'Top stories', 'zh-CN': '看一看' }, scenes: [1115] },
  { key: '46', label: { en: 'Moments', 'zh-CN': '朋友圈' }, scenes: [1009, 1110, 1154, 1155] },
  { key: '47', label: { en: 'WeCom', 'zh-CN': '企业微信' }, scenes: [1119, 1120, 1121, 1122, 1123, 1156] },
  { key: '48', label: { en: 'Video', 'zh-CN': '视频' }, scenes: [1136, 1144] },
  { key: '49', label: { en: 'Favourites', 'zh-CN': '收藏' }, scenes: [1010] },
  { key: '50', label: { en: 'Red packet', 'zh-CN': '微信红包' }, scenes: [1100] },
  { key: '51', label: { en: 'Game centre', 'zh-CN': '微信游戏中心' }, scenes: [1079, 1127] },
  { key: '52', label: { en: 'Shake', 'zh-CN': '摇一摇' }, scenes: [1039, 1077] },
  { key: '53', label: { en: 'Official account shopping message', 'zh-CN': '公众号导购消息' }, scenes: [1157] },
  { key: '54', label: { en: 'Image recognition', 'zh-CN': '识物' }, scenes: [1153] },
  { key: '55', label: { en: 'Mini program order', 'zh-CN': '小程序订单' }, scenes: [1151] },
  { key: '56', label: { en: 'Mini program live', 'zh-CN': '小程序直播' }, scenes: [1161] },
  { key: '57', label: { en: 'Group tools', 'zh-CN': '群工具' }, scenes: [1158, 1159, 1160] },
];

/** Source of a scene that the dictionary does not list. */
export const otherSourceKey = '10';

/** Source of an open none of whose events carries one. */
export const directSourceKey = 'direct';
