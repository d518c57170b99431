import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { elementOf, everyClient, everyElement, untilSettled } from './every-element.js';
import { now } from './answers.js';

interface Declared {
  readonly attribute?: boolean | string;
}

/** Properties of an element that an attribute sets, each with the attribute's name. */
function attributesOf(element: LitElement): [property: string, attribute: string][] {
  const { elementProperties } = element.constructor as typeof LitElement;
  return [...(elementProperties as Map<string, Declared>)]
    .filter(([, { attribute }]) => attribute !== false)
    .map(([property, { attribute }]) => [property, typeof attribute === 'string' ? attribute : property.toLowerCase()]);
}

const texts = ['', 'opens', 'opens,visits', '5', '[{"field":"os_name","operator":"in","values":["iOS"]}]', '{'];
const misfits: unknown[] = [null, NaN, true, {}, [1], () => 1];

describe('what a host sets', () => {
  for (const tag of Object.keys(everyElement)) {
    const element = () => elementOf(tag, { client: everyClient(), app: 'tea', range: 'last_7_days', now });

    it(`${tag} reads a text as its attribute would be read, where a framework sets the property`, () => {
      for (const [property, attribute] of attributesOf(element())) {
        for (const text of texts) {
          const [byProperty, byAttribute] = [element(), element()];
          Object.assign(byProperty, { [property]: text });
          byAttribute.setAttribute(attribute, text);
          const [got, wanted] = [byProperty, byAttribute].map(
            (one) => (one as unknown as Record<string, unknown>)[property],
          );
          expect(got, `${property} = ${text}`).to.eql(wanted);
        }
      }
    });

    it(`${tag} stands and throws nothing into the page, whatever a property is set to`, async () => {
      expect(await thrownBy(element, ownAttributesOf(tag))).to.eql([]);
    });
  }

  it('what leaves the page before its first update throws nothing', async () => {
    const ones = Object.keys(everyElement).map((tag) =>
      elementOf(tag, { client: everyClient(), app: 'tea', for: 'chart' }),
    );
    document.body.append(...ones);
    ones.forEach((one) => one.remove());
    await Promise.all(ones.map((one) => one.updateComplete));
  });

  it('no property that all have in common throws anything into the page', async () => {
    const element = () => elementOf('ma-trend-chart', { client: everyClient(), app: 'tea', range: 'last_7_days', now });
    const common = attributesOf(document.createElement('ma-scope')).map(([property]) => property);
    expect(await thrownBy(element, common)).to.eql([]);
  });
});

/** Properties of an element's own, which a scope has not. */
function ownAttributesOf(tag: string): string[] {
  const common = new Set(attributesOf(document.createElement('ma-scope')).map(([property]) => property));
  return attributesOf(elementOf(tag, {})).flatMap(([property]) => (common.has(property) ? [] : [property]));
}

/** What elements throw where one property of each is set to something that is no value of it. */
async function thrownBy(element: () => LitElement, properties: readonly string[]): Promise<string[]> {
  const thrown: string[] = [];
  const hear = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    thrown.push(String(event.reason));
  };
  window.addEventListener('unhandledrejection', hear);
  for (const value of misfits) {
    const ones = properties.map((property) => Object.assign(element(), { [property]: value }));
    const control = element();
    document.body.append(control, ...ones);
    await Promise.allSettled(ones.map((one) => one.updateComplete));
    await untilSettled(control);
    ones.forEach((one, index) => {
      if (!one.shadowRoot?.childElementCount) thrown.push(`${properties[index]} = ${typeof value} shows nothing`);
    });
    control.remove();
    ones.forEach((one) => one.remove());
  }
  window.removeEventListener('unhandledrejection', hear);
  return thrown;
}
