import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** Storybook's docs and the editors show whatever the manifest holds, so what is private is left out of it. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        // Without a description an event is only guessed, from the argument of an event's constructor.
        if (declaration.events) declaration.events = declaration.events.filter(({ description }) => description);
      }
    }
  },
};

/** What a host can use, in an order of its own: files are found in no particular one. */
const publicModules = {
  name: 'public-modules',
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.modules = customElementsManifest.modules
      .filter(({ path }) => /\/([^/]+)\/(\1(\.element)?|events)\.ts$/.test(path))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** A class carries no tag, because a host may choose another prefix; the docs speak of the default one. */
const defaultTags = {
  name: 'default-tags',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const [, name] = /^src\/elements\/([^/]+)\/\1\.element\.ts$/.exec(module.path) ?? [];
      for (const declaration of name ? (module.declarations ?? []) : []) {
        if (declaration.kind === 'class' && declaration.superclass) {
          declaration.tagName ??= `ma-${name}`;
          declaration.customElement = true;
        }
      }
    }
  },
};

const isPublic = ({ privacy, name }) => (!privacy || privacy === 'public') && !name.startsWith('#');

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    publicOnly,
    defaultTags,
    publicModules,
    // The build asks for them; the committed file is the manifest alone.
    ...(process.env.EDITOR_DATA
      ? [
          customElementVsCodePlugin({ outdir: process.env.EDITOR_DATA }),
          customElementJetBrainsPlugin({ outdir: process.env.EDITOR_DATA, packageJson: false }),
        ]
      : []),
  ],
};
