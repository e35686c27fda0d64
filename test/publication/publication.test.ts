import { openProgramme } from '../../src/publication/open-programme.js';
import { registersDocument } from '../../src/publication/registers.js';
import { registersHtml } from '../../src/publication/html.js';
import { registersMarkdown } from '../../src/publication/markdown.js';
import type { Words } from '../../src/publication/words.js';
import { t } from '../../src/locales/index.js';
import type { Programme } from '../../src/programme/programme.js';
import type { Lang } from '../../src/programme/text.js';
import { aDepartment, aPerson, aProgramme, aProject } from '../builders.js';

const SECRET = 'GEHEIM';

/** A programme in which everything the public may not see says so. */
function withSecrets(): Programme {
  const secret = { de: SECRET, en: SECRET };
  return aProgramme({
    people: [aPerson({ id: SECRET, name: SECRET, userPrincipalName: SECRET, aadObjectId: SECRET })],
    departments: [aDepartment({ aliases: [SECRET], formerNames: [{ name: SECRET, until: null }], note: secret })],
    concept: [{ id: SECRET, title: secret, text: secret }],
    projects: [
      aProject({
        id: 'offen',
        title: { de: 'Offenes <b>Vorhaben</b> *1*', en: 'Open project' },
        summary: { de: 'Nur deutsch' },
        lead: { department: '10', person: SECRET, deputies: [SECRET] },
        start: '2026-01-01',
        links: ['https://example.org/?a=1&b=<x>'],
        keywords: [SECRET],
        resources: { investment: 987654321, fte: 98765 },
        assessment: { legal: { rating: 'critical', note: secret }, technical: null, economic: null },
        milestones: [{ title: secret, due: '2026-01-01', done: null }],
        fictional: ['summary', 'resources.fte'],
      }),
      aProject({ id: SECRET, title: secret, published: false }),
    ],
  });
}

function forms(programme: Programme, lang: Lang): { json: string; html: string; markdown: string } {
  const words: Words = (key, args) => t(lang, key, args);
  const open = openProgramme(programme, '2026-05-18');
  const document = registersDocument(open, lang, words);
  return {
    json: JSON.stringify(open),
    html: registersHtml(document, words),
    markdown: registersMarkdown(document, words),
  };
}

it.each(['de', 'en'] as const)('publishes published fields only, in no form anything else (%s)', (lang) => {
  const { json, html, markdown } = forms(withSecrets(), lang);
  for (const form of [json, html, markdown]) {
    expect(form).not.toMatch(/GEHEIM|987654321|98765/);
    expect(form).toContain('Nur deutsch');
  }
});

it('keeps of the invented fields those that are published', () => {
  const [project] = openProgramme(withSecrets(), '2026-05-18').projects;
  expect(project?.fictional).toEqual(['summary']);
  expect(project?.lead).toEqual({ department: '10' });
});

it('shows texts literally', () => {
  const { html, markdown } = forms(withSecrets(), 'de');
  expect(html).toContain('Offenes &lt;b>Vorhaben&lt;/b> *1*');
  expect(markdown).toContain('### Offenes \\<b\\>Vorhaben\\</b\\> \\*1\\*');
  expect(markdown).toContain('<https://example.org/?a=1&b=%3Cx%3E>');
});

it('says which language a text is in when it is not the page’s', () => {
  const { html } = forms(withSecrets(), 'en');
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<p lang="de">Nur deutsch</p>');
  expect(html).toContain('<h3>Open project</h3>');
});

it('has a heading for every register and says when one is empty', () => {
  const { html, markdown } = forms(aProgramme(), 'de');
  expect(html.match(/<h2/g)?.length).toBe(4);
  expect(markdown.match(/zurzeit nichts veröffentlicht/g)?.length).toBe(4);
});

it('writes periods in words', () => {
  const period = (start: string | null, end: string | null) => {
    const { markdown } = forms(aProgramme({ projects: [aProject({ start, end })] }), 'de');
    return /\*\*Zeitraum:\*\* (.*)/.exec(markdown)?.[1] ?? null;
  };
  expect(period('2026-01-01', '2026-12-31')).toBe('1. Januar 2026 bis 31. Dezember 2026');
  expect(period('2026-01-01', null)).toBe('ab 1. Januar 2026');
  expect(period(null, '2026-12-31')).toBe('bis 31. Dezember 2026');
  expect(period(null, null)).toBeNull();
});

it('takes a summary that begins like a list for a text', () => {
  const summary = (text: string) =>
    forms(aProgramme({ projects: [aProject({ summary: { de: text } })] }), 'de').markdown.split('\n');
  expect(summary('1. Phase')).toContain('1\\. Phase');
  expect(summary('- Phase')).toContain('\\- Phase');
});
