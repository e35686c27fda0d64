import { reader } from './city.js';

const read = reader();
const filtersOf = (text: string) => {
  const { question } = read(text);
  return 'filters' in question ? question.filters : question;
};

describe('how the money stands, told apart', () => {
  test.each([
    ['Welche Vorhaben sind nur zum Teil finanziert?', { funding: ['partly'] }],
    ['Which projects are partially financed?', { funding: ['partly'] }],
    ['Wo fehlt das Geld noch vollständig?', { funding: ['missing'] }],
    ['Welche Projekte haben überhaupt keine Mittel?', { funding: ['missing'] }],
    ['Which projects have no money at all?', { funding: ['missing'] }],
    ['Bei welchen Projekten steht die Finanzierung?', { funding: ['available'] }],
    ['Which projects are fully funded?', { funding: ['available'] }],
    ['Welche Projekte brauchen kein Geld?', { funding: ['not-needed'] }],
    ['Welche Projekte sind nicht finanziert?', { fundingMissing: true }],
    ['Bei welchen Projekten ist die Finanzierung noch nicht gesichert?', { fundingMissing: true }],
  ])('%s', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
  });
});
