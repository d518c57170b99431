import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../custom-elements.json';
import { lookDecorator, lookGlobals } from './look.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker();
      // Relative, so that the static build works under a sub-path.
      await worker.start({
        quiet: true,
        onUnhandledFrame: 'bypass',
        serviceWorker: { url: './mockServiceWorker.js' },
      });
      return worker;
    }),
  ],
  ...lookGlobals,
  decorators: [lookDecorator],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    // The scheme of the toolbar colours the page.
    backgrounds: { disable: true },
    options: { storySort: { order: ['Start', 'Consoles', 'Elements', 'Scenarios'] } },
  },
};

export default preview;
