import { css } from 'lit';

/**
 * Layer 1. The dozen values that a vendor sets, on any ancestor of a widget; a theme stands behind them, porcelain
 * behind that. They are resolved on the host under a private name, because a property cannot fall back to what it
 * itself inherits, and given their own name again inside (`tokens`).
 */
export const seeds = css`
  :host {
    --_accent: var(--ma-accent, var(--ma-theme-accent, light-dark(#2c4fa9, #8fa7f2)));
    --_surface: var(--ma-surface, var(--ma-theme-surface, light-dark(#ffffff, #15171c)));
    --_text: var(--ma-text, var(--ma-theme-text, light-dark(#1b1f29, #e8eaef)));
    --_positive: var(--ma-positive, var(--ma-theme-positive, light-dark(#1a7453, #5fc597)));
    --_negative: var(--ma-negative, var(--ma-theme-negative, light-dark(#b23a2c, #f5897a)));
    --_caution: var(--ma-caution, var(--ma-theme-caution, light-dark(#8a5d00, #e2b04f)));
    --_series-hue: var(--ma-series-hue, 265);
    --_radius: var(--ma-radius, var(--ma-theme-radius, 10px));
    --_density: var(--ma-density, 1);
    --_frame: var(--ma-frame, var(--ma-theme-frame, 1px));
    --_motion: var(--ma-motion, var(--ma-theme-motion, 160ms));
    --_font: var(
      --ma-font,
      var(
        --ma-theme-font,
        Inter,
        ui-sans-serif,
        system-ui,
        -apple-system,
        'Segoe UI',
        Roboto,
        'Helvetica Neue',
        'PingFang SC',
        'Microsoft YaHei',
        'Noto Sans CJK SC',
        'Geeza Pro',
        'Noto Sans Arabic',
        sans-serif
      )
    );
  }
`;
