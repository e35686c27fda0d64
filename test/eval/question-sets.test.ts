import { readFileSync } from 'node:fs';
import { askAll } from '../../src/cli/evaluation/ask-all.js';
import { readQuestionSet, type QuestionItem } from '../../src/cli/evaluation/question-set.js';
import { report, shareRight } from '../../src/cli/evaluation/tally.js';
import { withPortfolioOf } from '../../src/cli/session.js';
import { readProgrammeFile } from '../../src/cli/fault-list.js';
import { expectationOf, type Condition } from './expectations.js';

const TODAY = '2026-05-18';
const NOW = new Date(`${TODAY}T10:00:00+02:00`);
const WELLINGEN = 'test/eval/wellingen-programme.json';

/** Playing a whole set takes a while on a busy machine. */
const PATIENCE_MS = 120_000;

const linesOf = (path: string): string => readFileSync(path, 'utf8');

describe('what the questions about the second city expect follows from its programme', () => {
  const raw = linesOf('test/eval/wellingen.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as QuestionItem & { filter: (Condition | null)[] });
  const computed = raw.flatMap(({ id, filter, expect: expected }) =>
    filter.flatMap((condition, turn) =>
      condition ? [{ name: `${id} turn ${turn + 1}`, condition, expected: expected[turn] }] : [],
    ),
  );
  const file = readProgrammeFile(WELLINGEN);
  test.each(computed)('$name', async ({ condition, expected }) => {
    const { programme } = await file;
    const { must, count, facts } = expectationOf(condition, programme, TODAY);
    expect(expected).toMatchObject({ must, ...(count === undefined ? {} : { count }), ...(facts ? { facts } : {}) });
  });
});

test.each([
  ['test/eval/erlangen.jsonl', 'demo/programme-erlangen.json', 0.98],
  ['test/eval/wellingen.jsonl', WELLINGEN, 0.98],
  ['test/eval/kerpenich.jsonl', 'test/eval/kerpenich-programme.json', 0.98],
  ['test/eval/westmoor.jsonl', 'test/eval/westmoor-programme.json', 0.98],
  ['test/eval/suederhafen.jsonl', 'test/eval/suederhafen-programme.json', 0.96],
  ['test/eval/sankt-veitlach.jsonl', 'test/eval/sankt-veitlach-programme.json', 0.96],
  ['test/eval/welfenhorst.jsonl', 'test/eval/welfenhorst-programme.json', 0.96],
])(
  '%s is answered',
  async (questions, programme, bar) => {
    const items = readQuestionSet(linesOf(questions), questions);
    const file = await readProgrammeFile(programme);
    const outcomes = await withPortfolioOf(file, { now: () => NOW }, async (portfolio) =>
      askAll(items, portfolio, NOW),
    );
    const misses = report(outcomes).join('\n');
    expect({ enough: shareRight(outcomes) >= bar, misses }).toEqual({ enough: true, misses });
  },
  PATIENCE_MS,
);
