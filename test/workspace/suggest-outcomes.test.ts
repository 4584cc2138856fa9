import { describe, expect, it } from 'vitest';
import { suggestOutcomes } from '../../src/workspace/suggest-outcomes.js';
import { imported } from './mapped-workspace.js';

const category = { type: 'category' } as const;

describe('suggestOutcomes', () => {
  it('names the good end of columns that say how it ended, and no other yes or no', () => {
    const accounts = imported('account', {
      columns: {
        Id: ['id', ['1', '2', '3', '4']],
        churn_flag: [category, ['TRUE', 'FALSE', 'FALSE', 'TRUE']],
        is_trial: [category, ['TRUE', 'FALSE', 'TRUE', 'TRUE']],
        Status: [category, ['Won', 'Lost', 'Open', 'Won']],
        subscribed: [{ type: 'whole' }, [1, 0, 1, 0]],
        Plan: [category, ['Pro', 'Basic', 'Pro', 'Basic']],
      },
    });
    expect(suggestOutcomes([accounts])).toEqual(['churn_flag=FALSE', 'Status=Won', 'subscribed=1']);
  });
});
