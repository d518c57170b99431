import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import '#elements/scope/scope.js';

const item = (value: string, title: string): { value: string; title: string } => ({ value, title });

/** The toolbar's four switches: theme, scheme, direction and language. A story may set them too (`globals`). */
export const lookGlobals = {
  globalTypes: {
    theme: {
      description: 'The set of seeds',
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [item('porcelain', 'Porcelain'), item('instrument', 'Instrument')],
      },
    },
    scheme: {
      description: 'Light or dark',
      toolbar: {
        title: 'Scheme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [item('light', 'Light'), item('dark', 'Dark')],
      },
    },
    direction: {
      description: 'Direction of text',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [item('ltr', 'Left to right'), item('rtl', 'Right to left')],
      },
    },
    locale: {
      description: 'Language of texts, numbers and dates',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [item('en', 'English'), item('zh-CN', '中文'), item('ar', 'العربية')],
      },
    },
  },
  initialGlobals: { theme: 'porcelain', scheme: 'light', direction: 'ltr', locale: 'en' },
} satisfies Partial<Preview>;

/** Dresses the page as a host would, and gives the story the theme through a scope. */
export const lookDecorator: Decorator = (story, { globals }) => {
  const page = document.documentElement;
  page.style.colorScheme = String(globals['scheme']);
  page.dir = String(globals['direction']);
  page.lang = String(globals['locale']);
  document.body.style.background = 'Canvas';
  return html`<ma-scope theme=${String(globals['theme'])} locale=${page.lang} dir=${page.dir}>${story()}</ma-scope>`;
};
