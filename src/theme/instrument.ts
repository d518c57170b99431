/**
 * The second look, as data: dense, hairlines, for people who watch a console all day. Each entry stands behind the seed
 * or measure of its name (`--ma-theme-accent` behind `--ma-accent`). Numbers and colours only: a `var()` in here would
 * be resolved where the theme begins, and miss a seed that is set further in.
 */
export const instrument = {
  // Seeds
  accent: 'light-dark(#0f6686, #56b4d4)',
  surface: 'light-dark(#ffffff, #11161b)',
  text: 'light-dark(#14191d, #e4e8ea)',
  positive: 'light-dark(#1d7544, #62c08b)',
  negative: 'light-dark(#b5371d, #f2866a)',
  caution: 'light-dark(#8a5a00, #d9a94a)',
  radius: '2px',
  frame: '0px',
  motion: '140ms',
  font: `'SF Pro Text', -apple-system, 'Segoe UI Variable Text', 'Segoe UI', Inter, Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans Arabic', system-ui, sans-serif`,
  // Type and measures
  unit: '3px',
  row: '28px',
  'size-s': '11px',
  'size-l': '23px',
  'line-l': '28px',
  tracking: '-0.012em',
  strong: '600',
  spark: '28px',
  stroke: '1.25',
  lane: '96px',
  // One series: the brand's hue at a lightness that no other series uses
  'graph-low': '0.48',
  'graph-high': '0.48',
  'graph-low-dark': '0.735',
  'graph-high-dark': '0.735',
  'graph-chroma': '0.115',
  'compare-step': '0.125',
  'compare-step-dark': '-0.145',
  'compare-chroma': '0.8',
  // Many series: these seven do not turn with the brand
  'series-2': 'light-dark(oklch(0.628 0.133 114), oklch(0.58 0.126 114))',
  'series-3': 'light-dark(oklch(0.336 0.125 287), oklch(0.593 0.122 287))',
  'series-4': 'light-dark(oklch(0.636 0.052 39), oklch(0.575 0.058 39))',
  'series-5': 'light-dark(oklch(0.618 0.102 192), oklch(0.57 0.093 192))',
  'series-6': 'light-dark(oklch(0.352 0.061 89), oklch(0.9 0.11 89))',
  'series-7': 'light-dark(oklch(0.634 0.134 293), oklch(0.9 0.03 293))',
  'series-8': 'light-dark(oklch(0.337 0.03 169), oklch(0.89 0.118 169))',
} as const;
