import { expect, it } from 'vitest';
import { junit } from '#conformance/report/junit.js';
import { verdict } from './verdict.js';

it('a CI reads a test case a rule, with what is broken escaped', () => {
  expect(junit(verdict)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="conformance of https://api.example" tests="3" failures="1" skipped="1" time="1.234">
  <testcase classname="schema" name="schema.answer" time="0.012"/>
  <testcase classname="auth" name="auth.permission" time="0.012"><skipped message="the caller may do all"/></testcase>
  <testcase classname="growth" name="growth.value" time="0.012"><failure message="Growth is growth.">asked: POST /a {&quot;b&quot;:&quot;&lt;&amp;&gt;&quot;}
  and: GET /c
came: growth: 1
expected: 2</failure></testcase>
</testsuite>
`);
});
