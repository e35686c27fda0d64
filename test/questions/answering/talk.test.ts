import { z } from 'zod/v4';
import { contextAfter, conversationKey, FORGOTTEN_AFTER_MS } from '../../../src/questions/memory.js';
import { withDepartment } from '../../../src/questions/pending.js';
import { questionSchema } from '../../../src/questions/question-schema.js';
import type { Question } from '../../../src/questions/question.js';
import { conversationMemory } from '../../../src/teams/conversation-memory.js';
import { ask, listOf, NOW, of } from './town.js';

const later = (ms: number) => new Date(NOW.getTime() + ms);

describe('what is remembered of a talk', () => {
  const first = contextAfter(null, ask(listOf({ organisations: of('leads', '30') })), NOW);

  it('the question and who was named', () => {
    expect(first).toMatchObject({ questions: [{ intent: 'list' }], named: ['glasfaser', 'portal'], focus: null });
  });
  it('the one project a talk is about', () => {
    const next = contextAfter(first, ask({ intent: 'fact', project: 'portal', fields: ['end'] }), later(1000));
    expect(next).toMatchObject({ questions: [{ intent: 'fact' }, { intent: 'list' }], focus: 'portal' });
  });
  it('thanks leave it as it was', () => {
    expect(contextAfter(first, ask({ intent: 'thanks' }), later(1000))).toMatchObject({
      questions: first.questions,
      named: first.named,
    });
  });
  it('asking back keeps who was named', () => {
    const question: Question = { intent: 'clarify', about: 'project', options: [], words: null };
    expect(contextAfter(first, ask(question), later(1000))).toMatchObject({ named: first.named, focus: null });
  });
  it('three questions at most', () => {
    let context = first;
    for (let n = 1; n < 6; n += 1) context = contextAfter(context, ask({ intent: 'overview' }), later(n));
    expect(context.questions).toHaveLength(3);
  });
});

describe('memory', () => {
  const context = contextAfter(null, ask({ intent: 'overview' }), NOW);

  it('forgets after a while', () => {
    const memory = conversationMemory();
    memory.remember('k', context);
    expect(memory.recall('k', later(FORGOTTEN_AFTER_MS - 1))).toEqual(context);
    expect(memory.recall('k', later(FORGOTTEN_AFTER_MS))).toBeNull();
  });
  it('of turns that overlap the later one counts, whichever ends first', () => {
    const memory = conversationMemory();
    const newer = { ...context, at: later(500).toISOString(), focus: 'portal' };
    memory.remember('k', newer);
    memory.remember('k', context);
    expect(memory.recall('k', later(600))?.focus).toBe('portal');
  });
  it('keeps people in one channel, and one person’s conversations, apart', () => {
    const memory = conversationMemory();
    memory.remember(conversationKey('kim', 'channel'), context);
    expect(memory.recall(conversationKey('toni', 'channel'), NOW)).toBeNull();
    expect(memory.recall(conversationKey('kim', 'chat'), NOW)).toBeNull();
  });
});

describe('questions that come back from a card', () => {
  const good: Question[] = [
    listOf({ registers: ['running'], not: { organisations: of('leads', '10') } }),
    { intent: 'aggregate', filters: {}, measure: 'fte', operation: 'sum' },
    {
      intent: 'clarify',
      about: 'project',
      words: null,
      options: [{ noun: 'project', id: 'a', question: { intent: 'project', project: 'a' } }],
    },
    { intent: 'clarify', about: 'own-department', words: null, options: [], pending: listOf({}) },
    { intent: 'thanks' },
  ];
  it.each(good.map((question) => [question.intent, question] as const))('takes %s as it is', (_, question) => {
    expect(questionSchema.parse(JSON.parse(JSON.stringify(question)))).toEqual(question);
  });

  const nested = {
    intent: 'clarify',
    about: 'meaning',
    words: null,
    options: [{ noun: 'question', id: 'x', question: good[2] }],
  };
  it.each([
    ['no intent', {}],
    ['an unknown intent', { intent: 'drop' }],
    ['conditions of the wrong type', { intent: 'count', filters: { registers: 'running' } }],
    ['an unknown register', { intent: 'count', filters: { registers: ['gone'] } }],
    ['a page before the first', listOf({}, { page: -1 })],
    [
      'more ids than a programme has',
      { intent: 'count', filters: { projects: Array.from({ length: 1001 }, (_, n) => `p${n}`) } },
    ],
    ['a text without end', { intent: 'count', filters: { topic: ['x'.repeat(201)] } }],
    ['asking back within asking back', nested],
  ])('refuses %s', (_, data) => {
    expect(questionSchema.safeParse(data).success).toBe(false);
  });
  it('drops what is not part of a question', () => {
    expect(questionSchema.parse({ intent: 'help', by: 'somebody' })).toEqual({ intent: 'help' });
  });
  it('describes itself to a language model', () => {
    const schema = z.toJSONSchema(questionSchema, { reused: 'ref' }) as { anyOf?: unknown[]; $defs?: object };
    expect(schema.anyOf).toHaveLength(26);
    // Small enough to go with every request: what is used many times is named once.
    expect(JSON.stringify(schema).length).toBeLessThan(20_000);
  });
});

describe('a question that waited for a department', () => {
  it('is asked of that one', () => {
    expect(withDepartment(listOf({ organisations: of('affects') }), '30')).toEqual(
      listOf({ organisations: of('affects', '30') }),
    );
  });
  it('leaves departments that were named alone', () => {
    const both = listOf({ organisations: [...of('affects'), ...of('leads', '10')] });
    expect(withDepartment(both, '30')).toEqual(
      listOf({ organisations: [...of('affects', '30'), ...of('leads', '10')] }),
    );
  });
});
