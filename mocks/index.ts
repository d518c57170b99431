// The package's entry `./mocks`: a population, its events, and back ends that host them.

// Events
export { continueEvents, generateEvents, streamEvents, type StreamOptions } from './events.js';
export { generateColumns } from './columns.js';
export { populationApps, type PopulationOptions } from './population/population.js';
export type { Action, AppModel, Page, Properties, WayIn } from './population/app-model.js';
export { mockApps, type RegistryOptions } from './registry.js';

// A back end
export { createMockBackend, type MockBackend, type MockBackendOptions } from './backend.js';
export { scenarioNames, scenarios, type ScenarioName } from './scenarios/index.js';
export type { Scenario, Stage } from './scenarios/scenario.js';

// Through MSW
export { mockHandlers } from './msw.js';
