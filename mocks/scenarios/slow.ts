import { asksForReports, type Scenario } from './scenario.js';

/** Reports are held back until the mock lets them go. */
export const slow: Scenario = {
  async respond(request, back, stage) {
    if (asksForReports(request)) await stage.hold(request.signal);
    return back(request);
  },
};
