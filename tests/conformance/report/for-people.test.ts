import { expect, it } from 'vitest';
import { forPeople } from '#conformance/report/for-people.js';
import { verdict } from './verdict.js';

it('a person reads which rule is broken, on which answers, and what was left out', () => {
  expect(forPeople(verdict).replaceAll('\u0000', '')).toBe(
    `BROKEN growth.value
  Growth is growth.
  - asked    POST /a {"b":"<&>"}
    and      GET /c
    came     growth: 1
    expected 2
  and 3 more of this rule

SKIPPED
  the caller may do all: auth.permission

https://api.example: 3 rules, 1 kept, 1 broken, 1 skipped; 7 requests in 1.2 s.
It does not conform.`,
  );
});
