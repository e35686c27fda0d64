import fs from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tokens } from 'marked';
import { demoProgramme } from '../../src/cli/demo/programme.js';
import { Talk } from '../../src/cli/talk.js';
import { de } from '../../src/locales/de/index.js';
import { en } from '../../src/locales/en/index.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import { watchedRoutes } from '../support/ways.js';
import { startBot, type TestBot } from '../support/bot.js';
import { channelThread, TENANT } from '../support/person.js';
import { fences, guides, ofType, page, ROOT, type Page } from './pages.js';

/** A Monday before the digest, as on the pictures. */
const NOW = '2026-05-18T12:00:00+02:00';
/** Whom the examples of a page are for. */
const SPEAKERS: Record<string, string> = {
  leads: 'projektleitung-digitale-baugenehmigung',
  steering: 'leitung-lenkungskreis',
  office: 'programmbuero-digitalisierung',
  administrator: 'programmbuero-digitalisierung',
};
const STAFF = 'mitarbeit-amt-33';

let bot: TestBot;
let folder: string;
let ways: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lotse-guides-'));
  const demo = demoProgramme(fs.readFileSync(path.join(ROOT, 'demo/programme-erlangen.json'), 'utf8'), new Date(NOW));
  if (!demo.ok) throw new Error('the demo programme has faults');
  const programme = path.join(folder, 'programme.json');
  fs.writeFileSync(programme, demo.text);
  bot = await startBot({
    programme,
    now: NOW,
    routes: watchedRoutes((name) => ways.push(name)),
  });
});
afterAll(async () => {
  await bot.close();
  fs.rmSync(folder, { recursive: true });
});

let talks = 0;
/** What is wrong with the answers to one conversation; empty where everything was understood. */
async function faults(sentences: readonly string[], is: string, lang: 'de' | 'en'): Promise<string[]> {
  const portfolio = bot.ledger.portfolio()!;
  const who = portfolio.programme.people.find(({ id }) => id === is)!;
  const talk = new Talk({ portfolio, schedule: DEFAULT_SCHEDULE, now: new Date(NOW), person: who, lang });
  const id = `a:guide-${(talks += 1)}`;
  const person = bot.person({ is, locale: lang === 'de' ? 'de-DE' : 'en-GB' });
  person.join({ id, conversationType: 'personal', tenantId: TENANT });
  const found: string[] = [];
  for (const sentence of sentences) {
    const [, mentioned] = /^@Lotse (.+)$/.exec(sentence) ?? [];
    if (mentioned) person.join(channelThread('19:channel@thread.tacv2', id));
    ways = [];
    const { status, text } = await (mentioned ? person.mention(mentioned) : person.say(sentence));
    if (status !== 200 || text.trim() === '') found.push(`${sentence}: no answer (${status})`);
    for (const refusal of REFUSALS) if (text.includes(refusal)) found.push(`${sentence}: refused: ${refusal}`);
    if (ways[0] === 'question') {
      const { answer } = talk.say(mentioned ?? sentence);
      const { question, reading, body } = answer;
      if (['notUnderstood', 'clarify', 'outOfScope'].includes(question.intent) || body.kind === 'none')
        found.push(`${sentence}: ${question.intent}, ${body.kind}`);
      if (reading.unknownWords.length > 0) found.push(`${sentence}: unknown ${reading.unknownWords.join(', ')}`);
      if (answer.lang !== lang) found.push(`${sentence}: answered in ${answer.lang}`);
    }
  }
  for (const line of bot.log.at('error')) found.push(JSON.stringify(line));
  return found;
}

/** The longest piece of every wording that turns somebody away. */
const REFUSALS = [de, en].flatMap((words) =>
  Object.entries(words)
    .filter(([key]) =>
      /(forbidden|unknown|notFound|fault\.\w+|personalOnly|mine\.none|here\.personal|gone\w*|failed)$/i.test(key),
    )
    .map(([, text]) => longestPiece(text))
    .filter((piece) => piece.length > 20),
);

function longestPiece(message: string): string {
  return message
    .split(/\{[^{}]*\}|[{}]/)
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

const speakerOf = ({ file }: Page): string => SPEAKERS[path.basename(file).split('.')[0] ?? ''] ?? STAFF;
const talksOf = (one: Page): string[][] => {
  const codes = ofType<Tokens.Codespan>(one, 'codespan').map(({ text }) => text);
  // Outside pages for people, what stands in such letters is mostly a setting or a file.
  const said = codes.filter((text) => (one.lang ? !text.startsWith('npm') : text.startsWith('@Lotse ')));
  return [...fences(one, 'chat'), ...said.map((text) => [text])];
};
const SAID = guides().flatMap((one) =>
  talksOf(one).map((sentences) => [sentences.join(' / '), one.file, sentences, one] as const),
);

it.each(SAID)('understands “%s” (%s)', async (_, __, sentences, one) => {
  expect(
    await faults(sentences, speakerOf(one), one.lang ?? (/hier|stopp/.test(sentences[0] ?? '') ? 'de' : 'en')),
  ).toEqual([]);
});

it('would notice a sentence that nobody understands, and one that is refused', async () => {
  expect(await faults(['Wo ist der Quaxnobel?'], STAFF, 'de')).not.toEqual([]);
  expect(await faults(['digest hier'], SPEAKERS.office!, 'de')).not.toEqual([]);
  expect(await faults(['pausiere Digitaler Bauantrag bis 1.9.'], STAFF, 'de')).not.toEqual([]);
  expect(await faults(['status'], STAFF, 'de')).not.toEqual([]);
});

/** In the README: what stands in quotation marks or as code below "Use it" and is no command of the terminal, by reader. */
const used = /## Use it\n([^]*?)\n\| command/.exec(fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8'))?.[1] ?? '';
const README = used.split(/\n\n(?=\*\*As )/).flatMap((paragraph): [string, string[]][] => {
  const reader = /lead|steering|office/.exec(paragraph.split('.**')[0] ?? '')?.[0];
  const is = SPEAKERS[reader === 'lead' ? 'leads' : (reader ?? '')] ?? STAFF;
  const quoted = [...paragraph.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text);
  const codes = [...paragraph.matchAll(/`([^`]+)`/g)]
    .map(([, text = '']) => text)
    .filter((text) => !/^(npm |--)|digest here/.test(text));
  return [quoted, ...codes.map((text) => [text])].filter(({ length }) => length > 0).map((talk) => [is, talk]);
});
it.each(README.map(([is, sentences]) => [sentences.join(' / '), is, sentences] as const))(
  'understands “%s” (README, %s)',
  async (_, is, sentences) => {
    const english = /^(help|my projects|conditions|decision log)$/.test(sentences[0] ?? '');
    expect(await faults(sentences, is, english ? 'en' : 'de')).toEqual([]);
  },
);

it('reads the README where it tells how Lotse is used', () => {
  expect(new Set(README.map(([is]) => is)).size).toBe(4);
  expect(README.flatMap(([, sentences]) => sentences).length).toBeGreaterThan(12);
  expect(page('README.md').tokens.length).toBeGreaterThan(50);
});
