import { expect, test } from 'vitest';
import { DEFAULT_POLICY, parsePolicy } from '../../../../shared/contract/policy.ts';
import { rulesOf } from '../../../../shared/contract/rules-of-policy.ts';
import { SETTINGS } from '../../../../shared/contract/settings.ts';

const rowsOf = (rules: Readonly<Record<string, string | number>>) =>
  Object.entries(rules).map(([key, raw]) => ({ key, raw }));

test('the rules of a policy, read again, are that policy', () => {
  expect(parsePolicy(rowsOf(rulesOf(DEFAULT_POLICY)))).toEqual({ ok: true, value: DEFAULT_POLICY });
});

/** For each setting a value that is accepted and not the default. */
const others: Readonly<Record<string, string | number>> = Object.fromEntries(
  Object.values(SETTINGS).map(({ key, accepts, fallback }): [string, string | number] => {
    switch (accepts.kind) {
      case 'number': {
        const given = typeof fallback === 'number' ? fallback : accepts.min;
        const step = accepts.whole ? 1 : 0.25;
        return [key, given + step <= accepts.max ? given + step : given - step];
      }
      case 'choice':
        return [key, accepts.choices.find((choice) => choice !== fallback) ?? ''];
      case 'days':
        return [key, '2026-10-01 2026-10-02'];
      case 'weekdays':
        return [key, '1 2 3 7'];
      case 'weekday':
        return [key, 5];
      case 'time':
        return [key, '12:34'];
      case 'timeZone':
        return [key, 'Europe/Berlin'];
      case 'text':
        return [key, 'something else'];
    }
  }),
);

test('no setting is left out, whatever it is set to', () => {
  const changed = parsePolicy(rowsOf(others));
  if (!changed.ok) throw new Error(JSON.stringify(changed.error));
  expect(changed.value).not.toEqual(DEFAULT_POLICY);
  expect(rulesOf(changed.value)).toEqual(others);
  for (const { key } of Object.values(SETTINGS)) {
    const value = others[key] ?? '';
    const one = parsePolicy([{ key, raw: value }]);
    if (one.ok) expect(rulesOf(one.value)[key]).toEqual(value);
  }
});
