import { describe, expect, test } from '@jest/globals';
import { digestPage } from '../../../src/cards/digest/page.js';
import { digestText } from '../../../src/cards/digest/digest-text.js';
import { digestCardData } from '../../../src/cards/digest/digest-card.js';
import { asOf } from '../../../src/digest/as-of.js';
import type { Change, Recorded } from '../../../src/programme/events.js';
import type { Portfolio } from '../../../src/programme/portfolio.js';
import { viewDigest } from '../../../src/cards/digest/view-digest.js';
import { crisisWeek, hugeWeek, normalWeek, quietWeek, type Scenario } from '../../digest/scenarios.js';

const viewOf = ({ digest, portfolio }: Scenario) => viewDigest(digest, { portfolio, lang: 'de' });
/** What a reader of the page sees, without markup. */
const seen = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\n+/g, '\n');

describe('the digest as a page', () => {
  test.each([normalWeek, crisisWeek, () => hugeWeek(120)])('says the same numbers as card and text', (make) => {
    const week = make();
    const view = viewOf(week);
    const [page, text, card] = [seen(digestPage(view)), digestText(view), digestCardData(view)];
    const { counts, decisions, attention, changes, missing, weeks } = week.digest;
    for (const [title, count] of [
      ['Entscheidungen gefragt', decisions.length],
      ['Was sich geändert hat', changes.length],
      ['Kritisch und gefährdet', attention.length],
      ['Berichte fehlen', missing.length],
    ]) {
      expect(text).toContain(`${title} (${count})\n`);
      expect(page).toContain(`${title} (${count})\n`);
    }
    for (const [word, count] of [
      ['kritisch', counts.red],
      ['gefährdet', counts.amber],
      ['im Plan', counts.green],
    ]) {
      expect(card.counts).toContainEqual(expect.objectContaining({ word, count }));
      expect(page).toMatch(new RegExp(` ${count}\n${word}\n`));
      expect(text).toContain(` ${count} ${word}`);
    }
    for (const { week: name, red, amber, green } of weeks) {
      expect(page).toContain(`KW ${Number(name.slice(-2))}\n${red}\n${amber}\n${green}\n`);
      expect(text).toContain(`KW ${Number(name.slice(-2))}: ${red} kritisch, ${amber} gefährdet, ${green} im Plan`);
    }
    expect(page).toContain(view.headline);
    expect(text).toContain(view.headline);
    expect(card.headline).toContain(view.headline.split('.')[0]?.slice(0, 10));
  });

  test('stays as it went out, whatever is decided afterwards', () => {
    const { digest, portfolio } = normalWeek();
    const posted = digestPage(viewOf({ digest, portfolio }));
    const ruling = { comment: '', condition: null, until: null, at: '2026-05-18T12:00:00.000Z', by: 'chair' };
    const decisions = new Map(
      [...portfolio.decisions].map(([id, decision]) => [
        id,
        { ...decision, rulings: [{ ...ruling, outcome: 'approved' as const }] },
      ]),
    );
    const later = { ...portfolio, decisions };
    expect(digestPage(viewOf({ digest, portfolio: later }))).not.toBe(posted);
    expect(digestPage(viewOf({ digest, portfolio: asOf(later, new Date(digest.at)) }))).toBe(posted);
  });

  test('and whatever has left the programme or has another name since', () => {
    const { digest, portfolio } = normalWeek();
    const viewed = (known: Portfolio) => digestPage(viewOf({ digest, portfolio: known }));
    const gone = digest.attention[0]!.project;
    const projects = portfolio.programme.projects.filter(({ id }) => id !== gone);
    const noun = { id: 'netze', noun: 'actionField' as const };
    const renamed = { ...noun, kind: 'changed' as const, field: 'name.de', from: 'Netze', to: 'Neu' };
    const title = portfolio.projects.get(gone)!.title;
    const left = { kind: 'removed' as const, noun: 'project' as const, id: gone, field: null, from: title, to: null };
    const imported = (seq: number, changes: Change[]): Recorded => {
      const about = { at: `2026-05-2${seq}T08:00:00.000Z`, by: null, why: null };
      return { ...about, id: `i${seq}`, seq, type: 'programme.imported', data: { revision: seq, changes } };
    };
    const fieldOf = (name: string) => [{ id: 'netze', name: { de: name }, aliases: [] }];
    const named = { ...portfolio, programme: { ...portfolio.programme, actionFields: fieldOf('Netze') } };
    expect(viewed(named)).toContain('Netze');
    const later = {
      ...named,
      programme: { ...named.programme, projects, actionFields: fieldOf('Neu') },
      projects: new Map(projects.map((project) => [project.id, project])),
      history: [...portfolio.history, imported(3, [renamed]), imported(4, [left])],
    };
    expect(viewed(asOf(later, new Date(digest.at)))).toBe(viewed(named));
    // In the channel as well, where names are those of today.
    expect(viewed(later)).toContain(title.de);
    const without = {
      ...later,
      history: [
        ...later.history,
        imported(5, [{ ...noun, kind: 'removed', field: null, from: { de: 'Neu' }, to: null }]),
      ],
    };
    expect(viewed({ ...without, programme: { ...without.programme, actionFields: [] } })).toContain('Neu');
  });

  test('holds everything, however much there is', () => {
    const week = hugeWeek(120);
    const page = digestPage(viewOf(week));
    const titleOf = (id: string) => week.portfolio.projects.get(id)?.title.de ?? '';
    const named = [...week.digest.attention, ...week.digest.missing].filter(
      ({ project }) => !page.includes(`>${titleOf(project)}<`),
    );
    expect(named).toEqual([]);
  });

  test('people’s texts are shown, never executed', () => {
    const week = normalWeek();
    week.digest.changes[0]!.reason = '<script>alert(1)</script> & "so"';
    const page = digestPage(viewOf(week));
    expect(page).not.toContain('<script>');
    expect(seen(page)).toContain('<script>alert(1)</script> & "so"');
  });

  test('a quiet week begins with its one line', () => {
    expect(seen(digestPage(viewOf(quietWeek())))).toContain('Keine Veränderung in KW 20');
  });
});
