import type { Filters, Question } from '../../../src/questions/question.js';
import { aDecision, aDepartment, aPerson, aPortfolio, aProject, aReport } from '../../builders.js';
import { aTown, listOf, of } from '../../questions/answering/town.js';
import { everything } from '../walk.js';
import { LANGS, QUESTIONS, say } from './present.js';

/** Plain text with plain spaces. */
const plain = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ').replaceAll('\\', '');
const text = (question: Question, more: Parameters<typeof say>[1] = {}): string => plain(say(question, more).text);
const footer = (question: Question, more: Parameters<typeof say>[1] = {}): string =>
  plain(say(question, more).card.body.at(-1)?.text ?? '');
const fact = (project: string, ...fields: Extract<Question, { intent: 'fact' }>['fields']): Question => ({
  intent: 'fact',
  project,
  fields,
});

describe('the point first', () => {
  it.each<[string, Question, string, string]>([
    [
      'affected',
      listOf({ organisations: of('affects', '20') }),
      '3 Projekte betreffen FB 20 (Finanzen): „Digitaler Haushalt“, „WLAN im Rathaus“ und „Elternportal“. Dazu kommt ein stadtweites, das alle betrifft.',
      '3 projects affect FB 20 (Finance): “Digital budget”, “Town hall Wi-Fi” and “Parents portal”. One more is city-wide and affects everybody.',
    ],
    [
      'one led',
      listOf({ organisations: of('leads', '20') }),
      'FB 20 (Finanzen) leitet 1 Projekt: „Digitaler Haushalt“.',
      'FB 20 (Finance) leads 1 project: “Digital budget”.',
    ],
    [
      'none led',
      listOf({ organisations: of('leads', '20'), registers: ['future'] }),
      'FB 20 (Finanzen) leitet keine Zukunftsthemen.',
      'FB 20 (Finance) leads no future topics.',
    ],
    [
      'a permanent task',
      listOf({ registers: ['permanent'], climate: ['unknown'] }),
      'Es gibt 1 Daueraufgabe mit Klimawirkung „nicht bewertet“: „Telefonie“.',
      'There is 1 permanent task with climate effect “not assessed”: “Telephony”.',
    ],
    [
      'only city-wide ones of some kind',
      listOf({ organisations: of('affects', '20'), registers: ['permanent'] }),
      'Keine Daueraufgaben betreffen FB 20 (Finanzen). Ein stadtweites gibt es aber, das alle betrifft.',
      'No permanent tasks affect FB 20 (Finance). One city-wide project does, though, as it affects everybody.',
    ],
    [
      'a secondary field',
      listOf({ actionFields: ['netze'], registers: ['upcoming'] }),
      'Es gibt 1 anstehendes Projekt im Handlungsfeld „Netze“: „Elternportal“. Es ist aber bei keinem das Haupt-Handlungsfeld.',
      'There is 1 upcoming project in the action field “Networks”: “Parents portal”. It is the main action field of none of them, though.',
    ],
    [
      'what is denied',
      listOf({ not: { health: ['red', 'amber'] } }),
      'Es gibt 5 Projekte, die nicht als „kritisch“ oder „gefährdet“ gemeldet sind.',
      'There are 5 projects that are not reported as “critical” or “at risk”.',
    ],
    [
      'registers and dates denied',
      listOf({ not: { registers: ['running'], end: { from: null, to: '2026-12-31' } } }),
      'Es gibt 3 Projekte, die nicht unter „Laufende Projekte“ stehen und nicht bis zum 31.12.2026 enden: „Elternportal“, „Telefonie“ und „Digitales Archiv“.',
      'There are 3 projects that are not listed under “Running projects” and do not end by 31 December 2026: “Parents portal”, “Telephony” and “Digital archive”.',
    ],
    [
      'a health of last week',
      listOf({ health: ['red'], reported: { from: '2026-05-11', to: '2026-05-17' } }),
      'Es gibt 1 Projekt, das in KW 20/2026 als „kritisch“ gemeldet war: „Glasfaser für Schulen“.',
      'There is 1 project that was reported as “critical” in week 20/2026: “Fibre for schools”.',
    ],
    [
      'a health never reported',
      listOf({ registers: ['upcoming'], not: { health: ['red'], reported: { from: null, to: '2026-05-18' } } }),
      'Es gibt 1 anstehendes Projekt, das bis zum 18.05.2026 nie als „kritisch“ gemeldet war: „Elternportal“.',
      'There is 1 upcoming project that was never reported as “critical” by 18 May 2026: “Parents portal”.',
    ],
    [
      'a health since a day',
      listOf({ health: ['red'], reported: { from: '2026-05-11', to: null } }),
      'Es gibt 1 Projekt, das seit 11.05.2026 durchgehend als „kritisch“ gemeldet ist: „Glasfaser für Schulen“.',
      'There is 1 project that has been reported as “critical” throughout since 11 May 2026: “Fibre for schools”.',
    ],
    [
      'the dearest',
      listOf({}, { order: { by: 'investment', direction: 'desc' }, limit: 1 }),
      'Höchste Investition: „Glasfaser für Schulen“ (400.000 €).',
      'Highest investment: “Fibre for schools” (€400,000).',
    ],
    [
      'a sum',
      { intent: 'aggregate', filters: { registers: ['running'] }, measure: 'personnelDays', operation: 'sum' },
      'Zusammen 120 Personentage, über 4 laufende Projekte (1 davon mit Angabe).',
      '120 person days in all, over 4 running projects (1 of them state it).',
    ],
    [
      'a count',
      { intent: 'count', filters: { registers: ['running'] } },
      'Es gibt 4 laufende Projekte (von insgesamt 7).',
      'There are 4 running projects (of 7 in all).',
    ],
    [
      'a count with city-wide ones',
      { intent: 'count', filters: { organisations: of('affects', '20') } },
      '3 Projekte betreffen FB 20 (Finanzen). Dazu kommt ein stadtweites, das alle betrifft. Zusammen 4.',
      '3 projects affect FB 20 (Finance). One more is city-wide and affects everybody. 4 in all.',
    ],
    [
      'an end to come',
      fact('glasfaser', 'end'),
      '„Glasfaser für Schulen“ endet laut Plan am 30.09.2026 (noch 4 Monate).',
      '“Fibre for schools” is planned to end on 30 September 2026 (4 months to go).',
    ],
    [
      'an end that is past',
      fact('haushalt', 'end'),
      '„Digitaler Haushalt“ sollte laut Plan am 30.04.2026 enden und ist damit 18 Tage überfällig.',
      '“Digital budget” was planned to end on 30 April 2026 and is 18 days overdue.',
    ],
    [
      'no end',
      fact('telefon', 'end'),
      '„Telefonie“ ist eine Daueraufgabe ohne festes Ende.',
      '“Telephony” is a permanent task without a fixed end.',
    ],
    [
      'a start in the past',
      fact('glasfaser', 'start'),
      '„Glasfaser für Schulen“ läuft seit dem 01.01.2025.',
      '“Fibre for schools” has been running since 1 January 2025.',
    ],
    [
      'the lead, with number and name',
      fact('portal', 'lead'),
      'FB 30 (Schulen) leitet „Elternportal“.',
      'FB 30 (Schools) leads “Parents portal”.',
    ],
    [
      'money in full digits, twice',
      fact('glasfaser', 'investment', 'runningPerYear'),
      'Die Investition für „Glasfaser für Schulen“ beträgt 400.000 €. Laufende Kosten: 12.000 € im Jahr.',
      'The investment for “Fibre for schools” is €400,000. Running costs: €12,000 a year.',
    ],
    [
      'what is missing',
      fact('wlan', 'investment'),
      'Für „WLAN im Rathaus“ ist keine Investition hinterlegt.',
      'No investment is recorded for “Town hall Wi-Fi”.',
    ],
    [
      'status with its age',
      fact('glasfaser', 'status', 'progress'),
      '„Glasfaser für Schulen“ ist ⛔ kritisch (rot), 55 % (gemeldet vor 4 Tagen).',
      '“Fibre for schools” is ⛔ critical (red), 55% (reported 4 days ago).',
    ],
    [
      'yes',
      { intent: 'verify', project: 'wlan', claims: { organisations: of('affects', '20') }, field: null },
      'Ja. „WLAN im Rathaus“ betrifft FB 20 (Finanzen).',
      'Yes. “Town hall Wi-Fi” affects FB 20 (Finance).',
    ],
    [
      'yes, as everybody',
      { intent: 'verify', project: 'haushalt', claims: { organisations: of('any', '30') }, field: null },
      'Ja. „Digitaler Haushalt“ ist stadtweit und betrifft damit auch FB 30 (Schulen).',
      'Yes. “Digital budget” is city-wide and so affects FB 30 (Schools) too.',
    ],
    [
      'no, but',
      { intent: 'verify', project: 'portal', claims: { organisations: of('leads', '10') }, field: null },
      'Nein. Nicht FB 10 (Zentrale Dienste): FB 30 (Schulen) leitet „Elternportal“.',
      'No. Not FB 10 (Central services): FB 30 (Schools) leads “Parents portal”.',
    ],
    [
      'not running yet',
      { intent: 'verify', project: 'portal', claims: { registers: ['running'] }, field: null },
      'Nein. „Elternportal“ steht im Register „Anstehende Aufgaben und Projekte“. Start: 01.10.2026. Ende: 31.12.2027.',
      'No. “Parents portal” is in the register “Upcoming tasks and projects”. Start: 1 October 2026. End: 31 December 2027.',
    ],
    [
      'there is none',
      { intent: 'exists', filters: { topic: ['Blockchain'] } },
      'Nein. Es gibt keine Projekte zum Thema „Blockchain“.',
      'No. There are no projects on the topic “Blockchain”.',
    ],
    [
      'dearer than',
      { intent: 'compare', projects: ['portal', 'glasfaser'], fields: ['investment'] },
      '„Glasfaser für Schulen“ kostet 310.000 € mehr als „Elternportal“.',
      '“Fibre for schools” costs €310,000 more than “Parents portal”.',
    ],
    [
      'most projects',
      QUESTIONS['most projects'] as Question,
      'FB 10 (Zentrale Dienste) leitet die meisten: 4 Projekte.',
      'FB 10 (Central services) leads the most: 4 projects.',
    ],
    [
      'whose report is missing',
      { intent: 'missingReports', filters: {} },
      'Für KW 20/2026 fehlen noch 2 Statusmeldungen von 3.',
      '2 status reports are still missing of 3 for week 20/2026.',
    ],
    [
      'pending decisions',
      { intent: 'decisions', open: true, project: null, filters: {} },
      '2 Entscheidungen stehen aus, davon eine überfällig.',
      '2 decisions are pending, one of them overdue.',
    ],
    [
      'the concept',
      { intent: 'concept', words: ['Daten'] },
      'Das Konzept sagt dazu im Kapitel „Leitbild“: „Offene Daten sind der Regelfall.“',
      'The concept says in chapter “Leitbild”: “Offene Daten sind der Regelfall.”',
    ],
  ])('%s', (_, question, german, english) => {
    expect(text(question)).toBe(german);
    expect(text(question, { lang: 'en' })).toBe(english);
  });
});

describe('as of when, and as what', () => {
  it.each<[string, Filters, string]>([
    ['affects', { organisations: of('affects', '20') }, 'Projekte, die FB 20 (Finanzen) betreffen'],
    [
      'several conditions',
      {
        registers: ['running'],
        actionFields: ['netze'],
        organisations: of('leads', '10'),
        end: { from: '2026-01-01', to: '2026-12-31' },
      },
      'laufende Projekte im Handlungsfeld „Netze“, die von FB 10 (Zentrale Dienste) geleitet werden und 2026 enden',
    ],
    [
      'bounds',
      {
        thresholds: [
          { measure: 'investment', over: 1000, under: null, inclusive: false },
          { measure: 'duration', over: null, under: 365, inclusive: true },
        ],
      },
      'Projekte mit mehr als 1.000 € Investition und höchstens 12 Monaten Laufzeit',
    ],
    [
      'a denial',
      { not: { organisations: of('leads', '10'), registers: ['future'] } },
      'Projekte, die nicht von FB 10 (Zentrale Dienste) geleitet werden und nicht unter „Zukunftsthemen“ stehen',
    ],
    [
      'months',
      { start: { from: '2026-07-01', to: '2026-09-30' } },
      'Projekte, die von Juli 2026 bis September 2026 starten',
    ],
    ['a day on', { start: { from: '2026-07-02', to: null } }, 'Projekte, die ab dem 02.07.2026 starten'],
    [
      'those named before',
      { projects: ['a', 'b'], registers: ['running'] },
      'laufende Projekte von den zuvor genannten',
    ],
  ])('%s', (_, filters, understood) => {
    expect(footer(listOf(filters))).toBe(`Stand: 18.05.2026 · verstanden als: ${understood}`);
  });
  it('tells spellings that were read as others', () => {
    const corrected = [{ said: 'Finazen', meant: 'Finanzen' }];
    expect(footer(listOf({ organisations: of('leads', '20') }), { corrected })).toMatch(
      /gelesen als: „Finazen“ → „Finanzen“$/,
    );
  });
  it.each(LANGS)('stands on every card in %s', (lang) => {
    const day = lang === 'de' ? /^Stand: 18\.05\.2026/ : /^As of 18 May 2026/;
    for (const question of Object.values(QUESTIONS)) expect(footer(question, { lang })).toMatch(day);
  });
});

describe('what goes with the answer', () => {
  it('a department that was dissolved, with who took over', () => {
    expect(text(listOf({ organisations: of('affects', '40') }))).toMatch(
      /^FB 40 \(Meldewesen\) ist aufgelöst; die Aufgaben haben jetzt: FB 10 \(Zentrale Dienste\)\./,
    );
  });
  it('a name that is no longer used', () => {
    const notes = [{ kind: 'formerName' as const, department: '20', division: null, said: 'Kämmerei' }];
    expect(text(listOf({ organisations: of('leads', '20') }), { notes })).toMatch(
      /^„Kämmerei“ heißt heute FB 20 \(Finanzen\)\./,
    );
  });
  it('words that were not understood', () => {
    expect(text(listOf({ registers: ['future'] }), { unknownWords: ['flurbl'] })).toMatch(
      /Nicht verstanden: „flurbl“\.$/,
    );
  });
  it('a wrong premise, put right', () => {
    const notes = [{ kind: 'premise' as const, project: 'portal', field: 'lead' as const, claimed: '10' }];
    expect(text(fact('portal', 'end'), { notes })).toMatch(
      /Anders als in der Frage: FB 30 \(Schulen\) leitet „Elternportal“\.$/,
    );
  });
  it('other readings as buttons', () => {
    const alternatives = [
      { noun: 'question' as const, id: 'leads', question: listOf({ organisations: of('leads', '20') }) },
    ];
    const { card } = say(listOf({ organisations: of('any', '20') }), { alternatives });
    expect(card.actions.map(({ title }) => title)).toContain(
      'Gemeint: Projekte, die von FB 20 (Finanzen) geleitet werden',
    );
  });
  it('the form to report, for those who may', () => {
    const report = (mayReport: boolean) =>
      say(QUESTIONS.project as Question, { mayReport }).card.actions.find(({ verb }) => verb === 'status.open');
    expect(report(true)).toMatchObject({ title: 'Status melden', data: { project: 'glasfaser' } });
    expect(report(false)).toBeUndefined();
  });
  it('reasons of troubled projects', () => {
    expect(say(QUESTIONS['list of troubled'] as Question).card.fallbackText).toContain('Die Baufirma fehlt.');
  });
  it('groups with their projects as a table of names', () => {
    const { card } = say({ ...(QUESTIONS.groups as Extract<Question, { intent: 'group' }>), listed: true });
    expect(everything(card, 'Chart.HorizontalBar')).toEqual([]);
    expect(everything(card, 'FactSet')).toMatchObject([
      {
        facts: expect.arrayContaining([
          { title: 'Dienste', value: expect.stringContaining('Elternportal') as unknown },
        ]) as unknown,
      },
    ]);
    expect(card.fallbackText).toContain('Elternportal');
  });
  it('a chart with the same numbers in words behind it', () => {
    const [chart] = everything(say(QUESTIONS.groups as Question).card, 'Chart.HorizontalBar');
    expect(chart).toMatchObject({ data: expect.arrayContaining([{ x: 'Netze', y: 3 }]) as unknown });
    expect(chart?.fallback).toMatchObject({
      type: 'FactSet',
      facts: expect.arrayContaining([{ title: 'Netze', value: '3 Projekte' }]) as unknown,
    });
  });
});

describe('titles are named only where they are part of the answer', () => {
  const titles = aTown().programme.projects.flatMap(({ title }) => [title.de ?? '', title.en ?? '']);
  const named = (question: Question, more: Parameters<typeof say>[1] = {}): string[] => {
    const words = JSON.stringify(say(question, more));
    return titles.filter((title) => words.includes(title));
  };
  it.each([
    'help',
    'greeting',
    'out of scope',
    'nothing',
    'not understood',
    'gone',
    'clarify own department',
    'groups',
    'overview',
    'programme',
    'exists not',
    'count of none',
  ])('none in: %s', (kind) => {
    expect(named(QUESTIONS[kind] as Question)).toEqual([]);
  });
  it('another reading about another project is behind a button that asks back', () => {
    const alternatives = [
      { noun: 'project' as const, id: 'archiv', question: { intent: 'project' as const, project: 'archiv' } },
    ];
    const message = say(fact('portal', 'end'), { alternatives });
    expect(named(fact('portal', 'end'), { alternatives })).toEqual(['Elternportal']);
    expect(message.card.actions.map(({ title }) => title)).toContain('Anders gemeint?');
  });
  it('an example leaves out a field that is named like a project', () => {
    const portfolio = aPortfolio({ projects: [aProject({ id: 'a', title: { de: 'Netze' } })] });
    expect(say({ intent: 'help' }, { portfolio }).card.fallbackText).not.toContain('Netze');
  });
});

describe('which of two, and why', () => {
  const end = { by: 'end', direction: 'asc', supposed: true } as const;
  it.each<[string, Question, string, string]>([
    [
      'the wrong one supposed',
      { intent: 'compare', projects: ['portal', 'glasfaser'], fields: ['end'], compared: end },
      'Nein. „Glasfaser für Schulen“ endet früher, am 30.09.2026; „Elternportal“ endet 15 Monate später, am 31.12.2027.',
      'No. “Fibre for schools” ends earlier, on 30 September 2026; “Parents portal” ends 15 months later, on 31 December 2027.',
    ],
    [
      'a wrong colour supposed',
      { intent: 'why', project: 'haushalt', claims: { health: ['red'] } },
      '„Digitaler Haushalt“ ist nicht kritisch, sondern ⚠️ gefährdet (gelb), 90 % (gemeldet vor 18 Tagen).',
      '“Digital budget” is not critical but ⚠️ at risk (amber), 90% (reported 18 days ago).',
    ],
    [
      'a reason',
      { intent: 'why', project: 'glasfaser', claims: { health: ['red'] } },
      '„Glasfaser für Schulen“ ist ⛔ kritisch (rot), 55 % (gemeldet vor 4 Tagen). Gemeldet wurde dazu: Stockt. Die Baufirma fehlt.',
      '“Fibre for schools” is ⛔ critical (red), 55% (reported 4 days ago). The report says: Stockt. Die Baufirma fehlt.',
    ],
  ])('says %s', (_, question, de, en) => {
    expect(text(question)).toContain(de);
    expect(text(question, { lang: 'en' })).toContain(en);
  });
});

describe('milestones', () => {
  const milestones = (more: Partial<Extract<Question, { intent: 'milestones' }>>): Question => ({
    intent: 'milestones',
    project: 'glasfaser',
    milestone: null,
    state: null,
    during: null,
    filters: {},
    ...more,
  });
  it.each<[string, Question, string, string]>([
    [
      'one that is late and was moved',
      milestones({ milestone: 'Tiefbau fertig' }),
      'Der Meilenstein „Tiefbau fertig“ von „Glasfaser für Schulen“ war für den 30.04.2026 geplant und ist seit 18 Tagen überfällig. Ursprünglich geplant war der 31.01.2026.',
      'The milestone “Digging done” of “Fibre for schools” was planned for 30 April 2026 and is 18 days overdue. It was first planned for 31 January 2026.',
    ],
    [
      'whether one is reached',
      milestones({ milestone: 'Vergabe', state: 'done' }),
      'Ja. Der Meilenstein „Vergabe“ von „Glasfaser für Schulen“ wurde am 04.07.2025 erreicht, geplant war der 30.06.2025.',
      'Yes. The milestone “Contract” of “Fibre for schools” was reached on 4 July 2025; planned was 30 June 2025.',
    ],
    [
      'those that are late',
      milestones({ project: null, state: 'overdue' }),
      '1 Meilenstein ist überfällig: „Tiefbau fertig“ (Glasfaser für Schulen, fällig 30.04.2026, ursprünglich 31.01.2026).',
      '1 milestone is overdue: “Digging done” (Fibre for schools, due 30 April 2026, originally 31 January 2026).',
    ],
    [
      'the next one',
      milestones({ state: 'open', next: true }),
      'Der Meilenstein „Letzte Schule am Netz“ von „Glasfaser für Schulen“ ist für den 31.08.2026 geplant, also in 3 Monaten. Davor ist einer überfällig.',
      'The milestone “Letzte Schule am Netz” of “Fibre for schools” is planned for 31 August 2026, in 3 months. One before it is overdue.',
    ],
    [
      'what comes up in a month',
      { intent: 'agenda', during: { from: '2026-08-01', to: '2026-09-30' }, filters: {} },
      'Das steht von August 2026 bis September 2026 an: ein Meilenstein und ein Projektende.',
      'This comes up from August 2026 to September 2026: one milestone and one project end.',
    ],
    [
      'that nothing comes up',
      { intent: 'agenda', during: { from: '2026-07-01', to: '2026-07-31' }, filters: {} },
      'Für diese Zeit (im Juli 2026) ist nichts hinterlegt: kein Start, kein Ende, kein Meilenstein und keine Entscheidung.',
      'Nothing is recorded for that time (in July 2026): no start, no end, no milestone and no decision.',
    ],
    [
      'none in a month',
      milestones({ state: 'open', during: { from: '2026-12-01', to: '2026-12-31' } }),
      'Kein Meilenstein von „Glasfaser für Schulen“ ist im Dezember 2026 fällig.',
      'No milestone of “Fibre for schools” is due in December 2026.',
    ],
  ])('says %s', (_, question, de, en) => {
    expect(text(question)).toBe(de);
    expect(text(question, { lang: 'en' })).toBe(en);
  });
});

describe('decisions taken', () => {
  const at = '2026-05-12T09:00:00.000Z';
  const ruling = { outcome: 'approved', comment: 'Mit Augenmaß', condition: null, until: null, at, by: 'kim' } as const;
  const portfolio = aPortfolio({
    people: [aPerson({ id: 'kim', name: 'Kim Beispiel' })],
    projects: [
      aProject({ id: 'archiv', title: { de: 'Archiv', en: 'Archive' } }),
      aProject({ id: 'funk', title: { de: 'Funknetz', en: 'Radio' } }),
    ],
    decisions: [
      aDecision({ id: 'wanted', project: 'archiv', text: 'Mehr Personal?', by: '2026-06-30' }),
      aDecision({
        id: 'taken',
        project: 'archiv',
        text: 'Scanner kaufen?',
        rulings: [{ ...ruling, condition: 'Drei Angebote', until: '2026-06-15' }],
      }),
      aDecision({ id: 'other', project: 'funk', text: 'Mast bauen?', rulings: [{ ...ruling, outcome: 'rejected' }] }),
    ],
  });
  const asked = (project: string | null, open: boolean | null = false): Question => ({
    intent: 'decisions',
    open,
    project,
    filters: {},
  });
  const spoken = (question: Question, lang: 'de' | 'en') => plain(JSON.stringify(say(question, { portfolio, lang })));

  it.each<[string, Question, string, string]>([
    [
      'on one project, then what is still open',
      asked('archiv'),
      'Eine Entscheidung ist getroffen; eine steht noch aus.',
      'One decision has been taken; one is still pending.',
    ],
    ['in all', asked(null), '2 Entscheidungen sind getroffen.', '2 decisions have been taken.'],
    ['and none', asked('radio'), 'Dazu gibt es keine Entscheidung.', 'There is no decision on that.'],
  ])('are told %s', (_, question, de, en) => {
    expect(text(question, { portfolio })).toBe(de);
    expect(text(question, { portfolio, lang: 'en' })).toBe(en);
  });

  it('come with outcome, role, day, condition and reason, and before what is open', () => {
    const de = spoken(asked('archiv'), 'de');
    expect(de).toContain(
      'genehmigt, Scanner kaufen?, vom Lenkungskreis am 12.05.2026 · Auflage: Drei Angebote (bis 15.06.2026) · Mit Augenmaß',
    );
    expect(de.indexOf('Scanner kaufen')).toBeLessThan(de.indexOf('Mehr Personal'));
    expect(de).not.toContain('Kim Beispiel');
    expect(de).not.toContain('Mast bauen');
    expect(spoken(asked(null), 'en')).toContain('rejected, Mast bauen?, by the steering group on 12 May 2026');
  });
});

describe('decisions within a time', () => {
  const decisions = (during: { from: string | null; to: string | null }): Question => ({
    intent: 'decisions',
    open: true,
    project: null,
    filters: {},
    during,
  });
  it.each<[Question, string, string]>([
    [
      decisions({ from: null, to: '2026-05-31' }),
      'Eine Entscheidung ist bis zum 31.05.2026 zu treffen, davon eine überfällig.',
      'One decision is due by 31 May 2026, one of them overdue.',
    ],
    [
      decisions({ from: '2026-07-01', to: '2026-07-31' }),
      'Keine Entscheidung ist im Juli 2026 zu treffen; insgesamt stehen 2 aus.',
      'No decision is due in July 2026; 2 are pending in all.',
    ],
  ])('says %j', (question, de, en) => {
    expect(text(question)).toBe(de);
    expect(text(question, { lang: 'en' })).toBe(en);
  });
  it('names assessments', () => {
    const question = listOf({ assessment: { side: 'legal', ratings: ['critical'] } });
    expect(text(question)).toBe('Es gibt keine Projekte mit rechtlicher Bewertung „kritisch“.');
    expect(text(question, { lang: 'en' })).toBe('There are no projects with legal assessment “critical”.');
  });
});

describe('words within words', () => {
  const portfolio = aPortfolio({
    projects: [aProject({ id: 'bot', title: { de: 'Chatbot „Kerpi“', en: 'Chatbot “Kerpi”' } })],
  });
  it('are quoted singly', () => {
    const question = listOf({ topic: ['Chatbot'] });
    expect(text(question, { portfolio })).toContain('„Chatbot ‚Kerpi‘“');
    expect(text(question, { portfolio, lang: 'en' })).toContain('“Chatbot ‘Kerpi’”');
  });
  it('are quoted apart from what joins them', () => {
    expect(text(listOf({ topic: ['Blockchain oder Drohnen'] }))).toContain('zum Thema „Blockchain“ oder „Drohnen“');
  });
  it('follow the number before them', () => {
    const least = (over: number): Question =>
      listOf({ thresholds: [{ measure: 'fte', over, under: null, inclusive: true }] });
    expect(text(least(1))).toContain('mindestens 1 Vollzeitstelle.');
    expect(text(least(2))).toContain('mindestens 2 Vollzeitstellen.');
  });
});

it('tells of a project reported early for a later week only that it was not by then', () => {
  const reports = [aReport({ project: 'early', week: '2026-W21' })];
  const portfolio = aPortfolio({ projects: ['early', 'never'].map((id) => aProject({ id })), reports });
  const question = { intent: 'missingReports' as const, filters: {}, week: '2026-W20' };
  const { fallbackText: text } = say(question, { portfolio }).card;
  expect(text).toMatch(/early.*bis dahin nicht gemeldet/);
  expect(text).toMatch(/never.*noch nie gemeldet/);
  expect(say(question, { portfolio, lang: 'en' }).card.fallbackText).toMatch(/early.*not reported by then/);
});

it('puts the question of a decision above its project and its state in a narrow column', () => {
  const projects = [aProject({ id: 'akte', title: { de: 'E-Akte' } })];
  const decisions = [aDecision({ project: 'akte', text: 'Weiter *so*?', by: '2026-05-01' })];
  const question: Question = { intent: 'decisions', open: true, project: null, filters: {} };
  const { card } = say(question, { portfolio: aPortfolio({ projects, decisions }) });
  interface Column {
    width: string;
    items: { text?: string; weight?: string; size?: string; wrap?: boolean }[];
  }
  const [row] = everything(card, 'ColumnSet');
  const [said, state] = row!['columns'] as [Column, Column];
  expect(said.items).toMatchObject([
    { text: 'Weiter \\*so\\*?', weight: 'Bolder' },
    { text: 'E-Akte', size: 'Small' },
  ]);
  expect(state).toMatchObject({ width: '100px', items: [{ text: expect.stringContaining('überfällig'), wrap: true }] });
  expect(card.fallbackText).toContain('E-Akte: gewünscht bis 01.05.2026, überfällig, Weiter *so*?');
});

test('people of one name are told apart by their offices', () => {
  const portfolio = aPortfolio({
    programme: {
      departments: [
        aDepartment({ id: '50', shortName: 'Amt 50', name: { de: 'Sozialamt', en: 'Social affairs' } }),
        aDepartment({ id: '51', shortName: 'Amt 51', name: { de: 'Jugendamt', en: 'Youth' } }),
      ],
    },
    people: [
      aPerson({ id: 'femke', name: 'Femke Janssen', department: '50' }),
      aPerson({ id: 'okko', name: 'Okko Janssen', department: '51' }),
      aPerson({ id: 'ute', name: 'Ute Janssen', department: null }),
    ],
  });
  const options = ['femke', 'okko', 'ute'].map((id) => ({
    noun: 'person' as const,
    id,
    question: listOf({ people: { persons: [id], role: 'lead' as const } }),
  }));
  const question: Question = { intent: 'clarify', about: 'person', options, words: 'Janssen' };
  expect(text(question, { portfolio })).toBe(
    'Wen meinen Sie: Femke Janssen – Amt 50 (Sozialamt), Okko Janssen – Amt 51 (Jugendamt) oder Ute Janssen?',
  );
  const { card } = say(question, { portfolio, lang: 'en' });
  expect(text(question, { portfolio, lang: 'en' })).toContain(
    'Whom do you mean: Femke Janssen – Amt 50 (Social affairs),',
  );
  expect(card.actions.map(({ title, data }) => [title, data.question])).toEqual([
    ['Femke Janssen – Amt 50 (Social affairs)', options[0]?.question],
    ['Okko Janssen – Amt 51 (Youth)', options[1]?.question],
    ['Ute Janssen', options[2]?.question],
  ]);
});

describe('statuses of weeks', () => {
  const week = (project: string, number: number, health: 'green' | 'amber' | 'red') =>
    aReport({ id: `${project}-${String(number)}`, project, week: `2026-W${String(number)}`, health });
  const portfolio = aPortfolio({
    projects: ['bruecke', 'tunnel'].map((id) => aProject({ id, title: { de: id, en: id } })),
    reports: [week('bruecke', 19, 'green'), week('bruecke', 20, 'red'), week('tunnel', 20, 'green')],
  });
  const weeks = { from: '2026-W19', to: '2026-W20' };
  const changes = (turned: 'better' | 'worse'): Question => ({
    intent: 'changes',
    since: null,
    filters: {},
    weeks,
    turned,
  });
  test('only the direction asked for is told', () => {
    expect(text(changes('worse'), { portfolio })).toContain(
      'Von KW 19/2026 auf KW 20/2026 hat sich der Status eines Projekts verschlechtert.',
    );
    expect(text(changes('better'), { portfolio, lang: 'en' })).toContain(
      'From week 19/2026 to week 20/2026, no status has improved.',
    );
    expect(footer(changes('worse'), { portfolio, lang: 'en' })).toContain('which status got worse from week 19/2026');
    const since: Question = { intent: 'changes', since: '2026-05-01', filters: {}, turned: 'better' };
    expect(text(since, { portfolio })).toContain('Seit dem 01.05.2026 hat sich kein Status verbessert.');
    expect(footer(since, { portfolio })).toContain('welcher Status sich seit dem 01.05.2026 verbessert hat');
  });
  test('one report says how it stood', () => {
    const history = (project: string, during: Extract<Question, { intent: 'history' }>['during']): Question => ({
      intent: 'history',
      project,
      during,
    });
    const then = history('bruecke', { from: '2026-05-04', to: '2026-05-10' });
    expect(text(then, { portfolio })).toMatch(/^„bruecke“ war in KW 19\/2026 .*im Plan \(grün\)\./);
    expect(text(then, { portfolio, lang: 'en' })).toMatch(/^“bruecke” was .*\(green\) in week 19\/2026\./);
    expect(text(history('tunnel', null), { portfolio })).toMatch(
      /^„tunnel“ wurde bisher einmal gemeldet, in KW 20\/2026: .*\(grün\)\./,
    );
  });
});
