import { asksForData, type Scenario } from './scenario.js';

/** Reports and definitions are held back until the mock lets them go. */
export const slow: Scenario = {
  async respond(request, back, stage) {
    if (asksForData(request)) await stage.hold(request.signal);
    return back(request);
  },
};
