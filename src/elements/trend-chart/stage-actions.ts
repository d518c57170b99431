import '../base/view-icons.js';
import type { Action } from '../base/actions.js';
import type { TrendTexts } from './trend-scene.js';

/** What can be done with a chart or its table. */
export function stageActions(
  texts: TrendTexts,
  isTable: boolean,
  toggleView: () => void,
  save: (kind: 'csv' | 'png') => void,
): Action[] {
  const view: Action = {
    id: 'view',
    icon: isTable ? 'chart' : 'table',
    label: texts.get(isTable ? 'action.chart' : 'action.table'),
    run: toggleView,
  };
  const csv: Action = { id: 'csv', icon: 'download', label: texts.get('action.csv'), run: () => save('csv') };
  const png: Action = { id: 'png', icon: 'image', label: texts.get('action.png'), run: () => save('png') };
  return isTable ? [view, csv] : [view, csv, png];
}
