import { md } from '../../src/cards/escape.js';
import { render } from '../../src/cards/render.js';

describe('filling a template', () => {
  const template = { type: 'TextBlock', text: '${title}', items: { $data: '${rows}', text: '${name}' } };

  it('leaves expressions in people’s texts alone', () => {
    expect(render({ text: '${title}' }, { title: 'Kostet ${preis} €' })).toEqual({ text: 'Kostet ${preis} €' });
  });
  it('makes missing values empty', () => {
    expect(render({ a: '${a}', b: 'x ${b}' }, { a: null, b: undefined })).toEqual({ a: '', b: 'x ' });
  });
  it('keeps what actions carry', () => {
    const action = { type: 'Action.Execute', data: { question: { order: null, topic: ['${x}'] } } };
    expect(render({ actions: '${actions}' }, { actions: [action] })).toEqual({ actions: [action] });
  });
  it('says which value the data do not have', () => {
    expect(() => render(template, { rows: [] })).toThrow('${title}');
  });
  it('takes whole objects over, changing neither them nor the data', () => {
    const action = Object.freeze({ type: 'Action.Submit', data: Object.freeze({ id: 'a' }) });
    const data = { action, texts: ['${x}', 'y'] };
    expect(render({ action: '${action}', texts: '${texts}' }, data)).toEqual({ action, texts: ['${x}', 'y'] });
    expect(data.texts).toEqual(['${x}', 'y']);
  });
});

describe('text that shows as typed', () => {
  it.each([
    ['snake_case und *Stern*', 'snake\\_case und \\*Stern\\*'],
    ['1. Juni', '1\\. Juni'],
    ['- nein', '\\- nein'],
    ['# 1', '\\# 1'],
    ['[a](http://b)', '\\[a\\](http://b)'],
    ['OS|ECM', 'OS\\|ECM'],
    ['Ein Text mit Komma, Punkt und Binde-Strich.', 'Ein Text mit Komma, Punkt und Binde-Strich.'],
  ])('%s', (typed, escaped) => {
    expect(md(typed)).toBe(escaped);
  });
});
