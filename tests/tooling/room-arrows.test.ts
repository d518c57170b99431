import path from 'node:path';
import { RuleTester } from 'eslint';
import { describe, it } from 'vitest';
import { roomArrows } from '../../.ci/lint/rooms.js';

RuleTester.describe = describe;
RuleTester.it = it;

const filename = (file: string): string => path.resolve(import.meta.dirname, '../../src', file);
const tester = new RuleTester({ languageOptions: { ecmaVersion: 2022, sourceType: 'module' } });

tester.run('room-arrows', roomArrows, {
  valid: [
    { name: 'an arrow that is allowed', filename: filename('engine/a.js'), code: "import '#contract/metrics.js'" },
    {
      name: 'a relative path within the room',
      filename: filename('engine/reports/a.js'),
      code: "import '../store/b.js'",
    },
    { name: 'node: modules on the Node side', filename: filename('server/node/a.js'), code: "import 'node:fs'" },
    { name: 'a file above the rooms joins them', filename: filename('index.js'), code: "import '#elements/a.js'" },
    {
      name: 'the one file of a room that is open to another',
      filename: filename('warehouse/duckdb/a.js'),
      code: "import '#engine/ingest/reading.js'",
    },
    { name: 'a library', filename: filename('contract/a.js'), code: "import 'lit'" },
  ],
  invalid: [
    {
      name: 'an arrow that is not allowed',
      filename: filename('elements/a.js'),
      code: "import '#engine/index.js'",
      errors: [{ messageId: 'arrow' }],
    },
    {
      name: 'another file of a room of which one is open',
      filename: filename('warehouse/a.js'),
      code: "import '#engine/engine.js'",
      errors: [{ messageId: 'arrow' }],
    },
    {
      name: 'an arrow in an export or a dynamic import',
      filename: filename('contract/a.js'),
      code: "export * from '#time/zone.js'; import('#client/index.js')",
      errors: [{ messageId: 'arrow' }, { messageId: 'arrow' }],
    },
    {
      name: 'a relative path out of the room',
      filename: filename('client/a.js'),
      code: "import '../contract/metrics.js'",
      errors: [{ messageId: 'relative' }],
    },
    {
      name: 'an alias to the room’s own file',
      filename: filename('time/a.js'),
      code: "import '#time/zone.js'",
      errors: [{ messageId: 'own' }],
    },
    {
      name: 'node: modules anywhere else',
      filename: filename('server/a.js'),
      code: "import 'node:fs'",
      errors: [{ messageId: 'node' }],
    },
  ],
});
