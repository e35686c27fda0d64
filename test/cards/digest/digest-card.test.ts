import { describe, expect, test } from '@jest/globals';
import { digestCard } from '../../../src/cards/digest/digest-card.js';
import { digestMessage } from '../../../src/cards/digest/digest-message.js';
import { digestText } from '../../../src/cards/digest/digest-text.js';
import { fullCard } from '../../../src/cards/digest/full-card.js';
import { digestPage } from '../../../src/cards/digest/page.js';
import { composeDigest } from '../../../src/digest/compose.js';
import { LONGEST_NOTE } from '../../../src/digest/release.js';
import { DEFAULT_SCHEDULE } from '../../../src/programme/schedule.js';
import { viewDigest } from '../../../src/cards/digest/view-digest.js';
import type { Outcome } from '../../../src/programme/decision.js';
import type { Lang } from '../../../src/programme/text.js';
import { crisisWeek, hugeWeek, normalWeek, quietWeek, type Scenario } from '../../digest/scenarios.js';
import { aDecision, aPortfolio, aProject, aReport } from '../../builders.js';
import { everything } from '../walk.js';

const viewOf = ({ digest, portfolio }: Scenario, lang: Lang = 'de') => viewDigest(digest, { portfolio, lang });
const texts = (card: object) => everything(card, 'TextBlock').map(({ text }) => String(text));

describe('the digest as a card', () => {
  test('reads in order: the sentence, what is wanted, what changed, what is in danger, and so on', () => {
    const lines = texts(digestCard(viewOf(normalWeek())));
    expect(lines[1]).toBe(
      'Elektronische Akte: Ausbau auf alle Fachbereiche ist neu kritisch. 2 Entscheidungen sind gefragt, eine davon überfällig. 8 von 12 Projekten im Plan, 2 Berichte fehlen.',
    );
    const headings = [
      'Entscheidungen gefragt',
      'Was sich geändert hat',
      'Kritisch und gefährdet',
      'Meilensteine',
      'Berichte fehlen',
      'Die letzten acht Wochen',
      'Geld, Personal und Zeit',
    ];
    expect(lines.filter((line) => headings.includes(line))).toEqual(headings);
  });

  test('says under which condition the steering group has approved', () => {
    const ruling = { comment: 'Gut.', condition: 'Nur mit Bescheid', until: '2026-06-30', at: '2026-05-13T10:00:00Z' };
    const portfolio = aPortfolio({
      projects: [aProject({ id: 'project', title: { de: 'Archiv' } })],
      decisions: [aDecision({ rulings: [{ ...ruling, outcome: 'approved', by: 'chair' }] })],
    });
    const at = new Date('2026-05-18T11:00:00Z');
    const digest = composeDigest(portfolio, { week: '2026-W20', at, schedule: DEFAULT_SCHEDULE, previous: null });
    const lines = texts(digestCard(viewOf({ portfolio, digest })));
    expect(lines).toContain('**Archiv** genehmigt: Weiterbauen?');
    expect(lines).toContain('Auflage: Nur mit Bescheid · fällig 30.06.2026 · Gut.');
  });

  const ruled = (...outcomes: (Outcome | 'retracted' | null)[]) => {
    const week = crisisWeek();
    week.digest.decisions.splice(outcomes.length);
    const at = '2026-05-18T12:00:00.000Z';
    const decisions = new Map(week.portfolio.decisions);
    for (const [index, outcome] of outcomes.entries()) {
      const decision = decisions.get(week.digest.decisions[index]!.decision)!;
      const ruling = { comment: '', condition: null, until: null, at, by: 'chair' };
      if (outcome === 'retracted') decisions.set(decision.id, { ...decision, retractedAt: at });
      else if (outcome) decisions.set(decision.id, { ...decision, rulings: [{ ...ruling, outcome }] });
    }
    return { ...week, portfolio: { ...week.portfolio, decisions } };
  };

  test.each<[string, (Outcome | 'retracted' | null)[], string, string]>([
    ['none yet', [null, null], '2 Entscheidungen sind gefragt, eine davon überfällig.', 'Entscheidungen gefragt (2)'],
    [
      'one of two',
      ['approved', null],
      'Eine Entscheidung ist noch gefragt; eine ist getroffen.',
      'Entscheidungen gefragt (1 von 2)',
    ],
    ['the only one', ['rejected'], 'Die Entscheidung ist getroffen.', 'Entscheidungen (1)'],
    ['both', ['approved', 'rejected'], 'Beide Entscheidungen sind getroffen.', 'Entscheidungen (2)'],
    [
      'all, deferred',
      ['deferred', 'deferred', 'deferred'],
      'Alle 3 Entscheidungen sind vertagt.',
      'Entscheidungen (3)',
    ],
    [
      'all, each in its way',
      ['approved', 'deferred', 'retracted'],
      'Keine Entscheidung ist mehr gefragt; eine ist getroffen, eine ist vertagt und eine ist zurückgezogen.',
      'Entscheidungen (3)',
    ],
  ])('sums up the decisions as they stand: %s', (_, outcomes, sentence, heading) => {
    const view = viewOf(ruled(...outcomes));
    expect(view.headline).toContain(sentence);
    expect(view.headline.match(/Entscheidung/g)).toHaveLength(1);
    expect(digestText(view)).toContain(`${heading}\n`);
    expect(digestPage(view)).toContain(`>${heading}<`);
    expect(texts(fullCard(view, 0))).toContain(heading);
    expect(texts(digestCard(view))).toContain(heading.replace(/ \(.*/, ''));
  });

  test.each([
    ['text', digestText],
    ['page', digestPage],
  ])('of what was decided the %s tells the ruling and no longer until when it was wanted', (_, made) => {
    const [open, decided] = [made(viewOf(ruled(null))), made(viewOf(ruled('approved')))];
    expect(open).toMatch(/war bis .* gewünscht/);
    expect(decided).not.toMatch(/war bis .* gewünscht|class="late"/);
    expect(decided).toContain('genehmigt von');
  });

  test('a missing report of a project that reported early for a later week is not called the first', () => {
    const reports = [aReport({ project: 'early', week: '2026-W21', submittedAt: '2026-05-18T08:00:00Z' })];
    const portfolio = aPortfolio({ projects: ['early', 'never'].map((id) => aProject({ id })), reports });
    const at = new Date('2026-05-18T11:00:00Z');
    const digest = composeDigest(portfolio, { week: '2026-W20', at, schedule: DEFAULT_SCHEDULE, previous: null });
    const text = digestText(viewOf({ digest, portfolio }));
    expect(text).toMatch(/early: bis dahin nicht gemeldet\n/);
    expect(text).toMatch(/never: noch kein Bericht\n/);
    const before = { digest: { ...digest, at: '2026-05-18T07:00:00Z' }, portfolio };
    expect(digestText(viewOf(before))).toMatch(/early: noch kein Bericht\n/);
  });

  test('what was decided since stays on the card, and the next that is wanted takes its place', () => {
    const shown = (week: Scenario) =>
      everything(digestCard(viewOf(week)), 'Action.Execute').filter(({ verb }) => verb === 'decision.decide').length;
    expect(shown(ruled(null, null, null, null, null))).toBe(4);
    const one = ruled('approved', null, null, null, null);
    expect(shown(one)).toBe(4);
    expect(texts(digestCard(viewOf(one))).some((text) => text.includes('genehmigt von'))).toBe(true);
  });

  test('before the first report it says so', () => {
    const { portfolio, digest } = normalWeek();
    const at = new Date('2026-01-05T12:00:00Z');
    const early = composeDigest(portfolio, { week: '2026-W01', at, schedule: DEFAULT_SCHEDULE, previous: null });
    expect(texts(digestCard(viewOf({ portfolio, digest: early })))[1]).toBe(
      // One of the twelve was brought into the running register later.
      'Zu keinem der 11 Projekte gibt es schon einen Bericht.',
    );
    expect(digest.counts.total).toBe(12);
  });

  test('a quiet week is one line, in both languages', () => {
    expect(texts(digestCard(viewOf(quietWeek()))).slice(1, -1)).toEqual([
      'Keine Veränderung in KW 20: 10 Projekte sind im Plan, 1 gefährdet, 1 kritisch. Weiterhin kritisch: Elektronische Akte: Ausbau auf alle Fachbereiche.',
    ]);
    expect(texts(digestCard(viewOf(quietWeek(), 'en')))[1]).toMatch(/^No change in week 20/);
  });

  test.each([normalWeek, crisisWeek, () => hugeWeek(40)])('shows the numbers of the digest', (make) => {
    const { digest, ...rest } = make();
    const card = digestCard(viewOf({ digest, ...rest }));
    const lines = texts(card);
    expect(lines).toContain(`⛔ ${digest.counts.red}`);
    expect(lines).toContain(`⚠️ ${digest.counts.amber}`);
    expect(lines).toContain(`✅ ${digest.counts.green}`);
    const [chart] = everything(card, 'Chart.VerticalBar.Grouped');
    const series = chart?.data as { legend: string; values: { y: number }[] }[];
    expect(series.map(({ values }) => values.at(-1)?.y)).toEqual([
      digest.counts.red,
      digest.counts.amber,
      digest.counts.green,
    ]);
    const text = digestText(viewOf({ digest, ...rest }));
    expect(text).toContain(
      `⛔ ${digest.counts.red} kritisch | ⚠️ ${digest.counts.amber} gefährdet | ✅ ${digest.counts.green} im Plan`,
    );
    expect(text).toContain(`Kritisch und gefährdet (${digest.attention.length})\n`);
    expect(text).toContain(`Berichte fehlen (${digest.missing.length})\n`);
    expect(text).toContain(`Entscheidungen gefragt (${digest.decisions.length})\n`);
  });

  const since = (...pattern: ('green' | 'amber' | 'red' | null)[]) => {
    const reports = pattern.flatMap((health, back) =>
      health ? [aReport({ project: 'p', week: `2026-W${21 - pattern.length + back}`, health })] : [],
    );
    const portfolio = aPortfolio({ projects: ['p', 'q'].map((id) => aProject({ id })), reports });
    const at = new Date('2026-05-18T11:00:00Z');
    const digest = composeDigest(portfolio, { week: '2026-W20', at, schedule: DEFAULT_SCHEDULE, previous: null });
    const { weeks } = viewOf({ portfolio, digest });
    return { title: weeks?.title, sentence: weeks?.sentence, labels: weeks?.weeks.map(({ label }) => label) };
  };

  test('weeks before the first report are neither shown nor compared, and fewer than eight are said to be so', () => {
    expect(since('green', 'green', 'red')).toEqual({
      title: 'Die letzten 3 Wochen',
      sentence:
        'Berichte gibt es erst seit KW 18, also über 3 Wochen. Verglichen mit KW 18: kritisch 1 (damals 0), gefährdet 0 (damals 0), im Plan 0 (damals 1).',
      labels: ['KW 18', 'KW 19', 'KW 20'],
    });
    expect(since('green', null).sentence).toBe(
      'Berichte gibt es erst seit KW 19, also über 2 Wochen. In 2 Wochen unverändert: 0 kritisch, 0 gefährdet, 1 im Plan.',
    );
    expect(since('amber')).toMatchObject({
      title: 'Die letzte Woche',
      sentence: 'Berichte gibt es erst seit KW 20; vergleichen lässt sich noch nichts.',
    });
  });

  test('of eight weeks, it is said how many had not reported in the first', () => {
    const { digest, portfolio } = normalWeek();
    digest.weeks[0] = { ...digest.weeks[0]!, green: 3, unreported: 9 };
    expect(viewOf({ digest, portfolio }).weeks?.sentence).toContain(', ohne Bericht 1 (damals 9).');
  });

  test('a chart never comes without table and sentence', () => {
    const [chart] = everything(digestCard(viewOf(normalWeek())), 'Chart.VerticalBar.Grouped');
    const fallback = chart?.fallback as object;
    expect(everything(fallback, 'TableRow')).toHaveLength(9);
  });

  test.each([
    ['de', 'KW 20'],
    ['en', 'W20'],
  ] as const)('in %s the chart names weeks so that nothing is cut off, and the table in full', (lang, short) => {
    const card = digestCard(viewOf(normalWeek(), lang));
    const [chart] = everything(card, 'Chart.VerticalBar.Grouped');
    const series = chart?.data as { values: { x: string }[] }[];
    expect(series[0]?.values.at(-1)?.x).toBe(short);
    expect(JSON.stringify(chart?.fallback)).toContain(lang === 'de' ? 'KW 20' : 'Week 20');
  });

  test('ten projects or a thousand with long texts: far below the limit of the platform', () => {
    const size = (card: object) => Buffer.byteLength(JSON.stringify(card), 'utf16le');
    expect(size(digestCard(viewOf(normalWeek())))).toBeLessThan(40_000);
    expect(size(digestCard(viewOf(hugeWeek(1000))))).toBeLessThan(60_000);
  });

  test('the message with its text is far below it even where every name is as long as a paragraph', () => {
    const { portfolio, digest } = hugeWeek(1000);
    const title = { de: 'Digitale *Überraschungen* für alle Ämter und [Betriebe] der Stadt '.repeat(6) };
    const projects = portfolio.programme.projects.map((project) => ({
      ...project,
      title,
      end: '2026-06-30',
      milestones: project.milestones.map((milestone) => ({ ...milestone, title })),
    }));
    const long = {
      ...portfolio,
      programme: { ...portfolio.programme, projects },
      projects: new Map(projects.map((project) => [project.id, project])),
    };
    const { week, at, previous } = digest;
    const ahead = composeDigest(long, { week, at: new Date(at), schedule: DEFAULT_SCHEDULE, previous, ahead: true });
    const message = digestMessage(ahead, { portfolio: long, lang: 'de', note: 'x'.repeat(LONGEST_NOTE) });
    // Teams takes 100 KB, counted in UTF-16.
    expect(Buffer.byteLength(JSON.stringify(message), 'utf16le')).toBeLessThan(80_000);
    expect(message.text?.startsWith('Wochenbericht KW 20')).toBe(true);
  });

  test('every input has a label, and inputs of several decisions do not collide', () => {
    const card = digestCard(viewOf(crisisWeek()));
    const inputs = ['Input.ChoiceSet', 'Input.Text', 'Input.Date'].flatMap((type) => everything(card, type));
    expect(inputs.every(({ label }) => typeof label === 'string' && label.length > 0)).toBe(true);
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
  });

  test('a decision alone on the card has the inputs of the contract', () => {
    const week = normalWeek();
    week.digest.decisions.splice(1);
    const card = digestCard(viewOf(week));
    expect(everything(card, 'Input.ChoiceSet').map(({ id }) => id)).toEqual(['outcome']);
    const [press] = everything(card, 'Action.Execute').filter(({ verb }) => verb === 'decision.decide');
    expect(press?.fallback).toMatchObject({ type: 'Action.Submit', data: { verb: 'decision.decide', decision: 'd2' } });
  });

  test('what is needed is said in money and in work', () => {
    const { digest, portfolio } = quietWeek();
    digest.quiet = false;
    const need = { funding: 'missing' as const, investment: 40_000, personnelDays: 120 };
    digest.resources = [{ kind: 'funding', project: 'p0', ...need }];
    const [text] = viewOf({ digest, portfolio }).sections.find(({ id }) => id === 'resources')!.lines;
    expect(text?.text).toBe('Finanzierung fehlt (40.000\u00a0€ und 120 Personentage)');
    const ids = viewOf({ digest, portfolio }).sections.map(({ id }) => id);
    expect(ids).toEqual(['attention', 'resources']);
  });

  test('people’s texts are shown, never executed', () => {
    const week = normalWeek();
    week.digest.changes[0]!.reason = '**fett** [Link](http://boese.example) ${title}';
    expect(texts(digestCard(viewOf(week)))).toContain('\\*\\*fett\\*\\* \\[Link\\](http://boese.example) ${title}');
  });
});
