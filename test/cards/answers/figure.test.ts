import { expect, it } from '@jest/globals';
import { figure } from '../../../src/cards/answers/views/figure.js';

it.each([
  [[23, 4], 'AbsoluteNoAxis'],
  [[3_951_470, 4], 'AbsoluteWithAxis'],
])('bars of %j are drawn %s', (values, mode) => {
  const slices = values.map((value) => ({ id: null, name: String(value), value, shown: String(value) }));
  expect(figure({ heading: '', title: '', kind: 'bars', slices, note: '' })).toMatchObject({ chart: { mode } });
});
