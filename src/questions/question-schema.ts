import { z } from 'zod/v4';
import { CLIMATE_EFFECTS, REGISTERS } from '../programme/programme.js';
import { HEALTHS } from '../programme/report.js';
import type { Filters, Option, Question } from './question.js';

/*
 * The Question as a schema: what comes back from a card is checked against it, and a language model that translates
 * words into a Question is given it as its tool's parameters. Bounds keep a made-up question from costing more than a
 * typed one; whether ids exist is seen when the question is answered.
 */
const id = z.string().min(1).max(200);
const ids = z.array(id).max(1000);
const words = z.array(z.string().min(1).max(200)).max(50);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const isoWeek = z.string().regex(/^\d{4}-W\d{2}$/);
const dayRange = z.object({ from: day.nullable(), to: day.nullable() });
const measure = z.enum(['investment', 'runningPerYear', 'personnelDays', 'fte', 'progress', 'duration']);
const field = z.enum([
  'lead',
  'affects',
  'start',
  'end',
  'investment',
  'runningPerYear',
  'personnelDays',
  'fte',
  'funding',
  'goals',
  'objectives',
  'legalBasis',
  'climate',
  'targetGroups',
  'actionFields',
  'register',
  'summary',
  'milestones',
  'assessment',
  'links',
  'status',
  'progress',
  'risk',
  'nextSteps',
  'decision',
  'history',
  'deputies',
]);
const fields = z.array(field).max(30);
const bound = z.object({ over: z.number().nullable(), under: z.number().nullable(), inclusive: z.boolean() });
const threshold = z.union([bound.extend({ measure }), z.object({ measure, missing: z.literal(true) })]);
const organisation = z.object({
  departments: ids,
  division: id.nullable(),
  relation: z.enum(['affects', 'leads', 'any']),
});

const conditions = {
  organisations: z.array(organisation).max(10).optional(),
  registers: z.array(z.enum(REGISTERS)).max(4).optional(),
  actionFields: ids.optional(),
  targetGroups: ids.optional(),
  goals: ids.optional(),
  climate: z.array(z.enum(CLIMATE_EFFECTS)).max(4).optional(),
  health: z.array(z.enum(HEALTHS)).max(3).optional(),
  reported: dayRange.optional(),
  topic: words.optional(),
  legal: words.optional(),
  start: dayRange.optional(),
  end: dayRange.optional(),
  active: dayRange.optional(),
  overdue: z.boolean().optional(),
  thresholds: z.array(threshold).max(10).optional(),
  has: fields.optional(),
  lacks: fields.optional(),
  decisionOpen: z.boolean().optional(),
  reportMissing: z.boolean().optional(),
  paused: z.boolean().optional(),
  postponed: z.boolean().optional(),
  fundingMissing: z.boolean().optional(),
  funding: z
    .array(z.enum(['available', 'partly', 'missing', 'not-needed']))
    .max(4)
    .optional(),
  people: z.object({ persons: ids, role: z.enum(['lead', 'deputy']) }).optional(),
  assessment: z
    .object({
      side: z.enum(['legal', 'technical', 'economic']).nullable(),
      ratings: z.array(z.enum(['ok', 'open', 'critical'])).max(3),
    })
    .optional(),
  citywide: z.boolean().optional(),
  projects: ids.optional(),
};
/** What is denied may not deny again: "not not running" is nothing people say. */
export const filtersSchema: z.ZodType<Filters> = z.object({ ...conditions, not: z.object(conditions).optional() });

const order = z.object({
  by: z.union([measure, z.enum(['start', 'end', 'title', 'health', 'relevance'])]),
  direction: z.enum(['asc', 'desc']),
});
const limit = z.number().int().min(1).max(1000).nullable();
const groupKey = z.enum([
  'actionField',
  'register',
  'leadDepartment',
  'division',
  'health',
  'climate',
  'endYear',
  'startYear',
  'targetGroup',
  'goal',
]);
const filters = filtersSchema;
const plainQuestions = [
  z.object({
    intent: z.literal('list'),
    filters,
    order: order.nullable(),
    limit,
    page: z.number().int().min(0).max(10_000),
  }),
  z.object({ intent: z.literal('count'), filters }),
  z.object({
    intent: z.literal('aggregate'),
    filters,
    measure,
    operation: z.enum(['sum', 'average', 'min', 'max']),
  }),
  z.object({
    intent: z.literal('group'),
    filters,
    by: groupKey,
    measure: z.union([z.literal('count'), measure]),
    order: z.enum(['asc', 'desc']),
    limit,
    listed: z.literal(true).optional(),
    bound: bound.optional(),
  }),
  z.object({ intent: z.literal('project'), project: id }),
  z.object({ intent: z.literal('fact'), project: id, fields }),
  z.object({ intent: z.literal('verify'), project: id, claims: filters, field: field.nullable() }),
  z.object({ intent: z.literal('exists'), filters }),
  z.object({
    intent: z.literal('compare'),
    projects: z.array(id).max(5),
    fields,
    compared: z
      .object({
        by: z.union([measure, z.enum(['start', 'end'])]),
        direction: z.enum(['asc', 'desc']),
        supposed: z.boolean(),
      })
      .optional(),
  }),
  z.object({ intent: z.literal('why'), project: id, claims: filters }),
  z.object({ intent: z.literal('organisation'), department: id.nullable(), division: id.nullable() }),
  z.object({
    intent: z.literal('changes'),
    since: day.nullable(),
    filters,
    weeks: z.object({ from: isoWeek, to: isoWeek }).optional(),
    turned: z.enum(['better', 'worse']).optional(),
  }),
  z.object({
    intent: z.literal('history'),
    project: id,
    during: dayRange.nullable(),
    since: z.array(z.enum(HEALTHS)).max(3).optional(),
  }),
  z.object({
    intent: z.literal('decisions'),
    open: z.boolean().nullable(),
    project: id.nullable(),
    filters,
    during: dayRange.optional(),
  }),
  z.object({
    intent: z.literal('milestones'),
    project: id.nullable(),
    milestone: z.string().min(1).max(500).nullable(),
    state: z.enum(['overdue', 'open', 'done']).nullable(),
    during: dayRange.nullable(),
    filters,
    next: z.literal(true).optional(),
  }),
  z.object({ intent: z.literal('agenda'), during: dayRange, filters }),
  z.object({
    intent: z.literal('missingReports'),
    filters,
    week: isoWeek.optional(),
  }),
  z.object({ intent: z.literal('concept'), words }),
  z.object({ intent: z.literal('overview') }),
  z.object({ intent: z.literal('programme') }),
  z.object({ intent: z.literal('outOfScope') }),
  z.object({ intent: z.literal('help') }),
  z.object({ intent: z.literal('greeting') }),
  z.object({ intent: z.literal('thanks') }),
] as const;

/**
 * A question with an answer of its own, never an asking back. Only such are offered, lest a card nests without end, and
 * only such a language model may make.
 */
export const plainQuestionSchema: z.ZodType<Question> = z.discriminatedUnion('intent', plainQuestions);
const option: z.ZodType<Option> = z.object({
  noun: z.enum([
    'project',
    'department',
    'division',
    'person',
    'actionField',
    'register',
    'goal',
    'targetGroup',
    'question',
  ]),
  id,
  question: plainQuestionSchema,
});
const options = z.array(option).max(100);

export const questionSchema: z.ZodType<Question> = z.discriminatedUnion('intent', [
  ...plainQuestions,
  z.object({
    intent: z.literal('clarify'),
    about: z.enum(['project', 'department', 'own-department', 'person', 'meaning']),
    options,
    words: z.string().max(1000).nullable(),
    pending: plainQuestionSchema.optional(),
  }),
  z.object({ intent: z.literal('notUnderstood'), words, near: options }),
]);
