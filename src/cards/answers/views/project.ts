import { sentence } from '../../../locales/full-stop.js';
import { t } from '../../../locales/index.js';
import { inLanguage } from '../../../programme/text.js';
import { cadenceOf } from '../../../programme/policies/due.js';
import type { Body } from '../../../questions/answer.js';
import type { Field } from '../../../questions/question.js';
import { md } from '../../escape.js';
import { shortened } from '../../format.js';
import { execute } from '../button.js';
import { bareTemplate } from '../card-template.js';
import blocks from '../templates/project.json' with { type: 'json' };
import type { View } from '../view.js';
import {
  ageWords,
  factLabel,
  factShown,
  factValue,
  healthWords,
  LONGEST_VALUE,
  milestone,
  statusWords,
} from '../words/facts.js';
import { amount, week } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { factSet, spokenPairs, type Pair } from './facts-card.js';
import { period } from './project-rows.js';

type Details = Extract<Body, { kind: 'project' }>;
const template = bareTemplate(blocks);
/** What is read first; the period is told in one line of its own, all else behind a button. */
const FIRST = new Set<Field>(['lead', 'affects', 'investment', 'runningPerYear', 'actionFields']);
/** The ground on which a status stands: a tint that leaves its words dark. */
const STYLES = { green: 'good', amber: 'warning', red: 'attention' } as const;
/** What the buttons for more and less show and hide. */
const TOGGLED = ['facts', 'all', 'more', 'less'];
const PERIOD = new Set<Field>(['start', 'end']);

/** Everything about one project on one card: what it is, how it is going, then its data. */
export function projectView(speaker: Speaker, body: Details, mayReport: boolean): View {
  const { lang, names, portfolio } = speaker;
  const project = portfolio.projects.get(body.project);
  if (!project) return { point: '', card: null, lines: [], actions: [] };
  const title = names.title(project.id);
  const summary = shortened(inLanguage(project.summary, lang), LONGEST_VALUE);
  const pairs = (wanted: (field: Field) => boolean): Pair[] =>
    body.facts.filter(({ field }) => wanted(field)).map((fact) => [factLabel(speaker, fact), factShown(speaker, fact)]);
  const when = period(speaker, project);
  const facts = pairs((field) => FIRST.has(field));
  if (project.lead.person) facts.splice(1, 0, [t(lang, 'fact.leadPerson.label'), names.person(project.lead.person)]);
  if (when) facts.splice(2, 0, [t(lang, 'fact.period'), when]);
  const more = pairs((field) => !FIRST.has(field) && !PERIOD.has(field));
  const reported = reportPairs(speaker, body);
  const milestones = milestoneList(speaker, body);
  const line = [
    t(lang, `register.${project.register}`),
    names.departmentShort(project.lead.department),
    project.paused ? t(lang, 'row.paused') : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return {
    point: pointOf(speaker, body, summary),
    card: {
      template,
      data: {
        title: md(title),
        line: md(line),
        summary: md(summary),
        status: {
          shown: body.status !== null || cadenceOf(project) !== 'never',
          health: body.status ? statusHead(speaker, body) : t(lang, 'status.none'),
          style: body.status ? STYLES[body.status.health] : 'emphasis',
          age: body.status ? `${week(lang, body.status.week)} · ${ageWords(speaker, body.status)}` : '',
          told: reported.map(([label, text]) => ({ label: md(label), text: md(text) })),
        },
        facts: factSet(facts),
        // One set in place of the other: two below each other would begin their values at different places.
        all: more.length > 0 ? factSet([...facts, ...more.filter(([label]) => label !== milestones.label)]) : [],
        milestones,
        toggle: { more: t(lang, 'button.more'), less: t(lang, 'button.less'), targets: TOGGLED },
      },
    },
    lines: spokenPairs([...facts, ...more, ...reported]),
    actions: [
      ...(mayReport
        ? [execute(t(lang, 'button.report'), 'status.open', { project: project.id }, { style: 'positive' })]
        : []),
      ...project.links
        .filter(isWebLink)
        .slice(0, 1)
        .map((url) => ({
          type: 'Action.OpenUrl',
          title: t(lang, 'button.source', { host: new URL(url).hostname.replace(/^www\./, '') }),
          url,
        })),
    ],
  };
}

/** Each on a line of its own; in a fact they would run into one sentence. */
function milestoneList(speaker: Speaker, { facts }: Details): { label: string; list: string } {
  const fact = facts.find((one) => one.field === 'milestones');
  const lines = fact?.field === 'milestones' ? (fact.value ?? []).map((one) => milestone(speaker, one)) : [];
  const list = shortened(lines.join('\n'), LONGEST_VALUE).split('\n');
  return {
    label: lines.length > 0 ? t(speaker.lang, 'fact.milestones.label') : '',
    list: lines.length > 0 ? list.map((line) => `- ${md(line)}`).join('\n') : '',
  };
}

function pointOf(speaker: Speaker, { project, status }: Details, summary: string): string {
  const title = speaker.names.quotedTitle(project);
  const what = summary ? t(speaker.lang, 'fact.summary.point', { title, value: summary }) : sentence(title);
  return status ? `${what} ${t(speaker.lang, 'fact.status.label')}: ${statusWords(speaker, status)}.` : what;
}

function statusHead(speaker: Speaker, { status }: Details): string {
  if (!status) return '';
  const health = healthWords(speaker, status.health);
  return status.progress === null ? health : `${health} · ${amount(speaker.lang, 'progress', status.progress)}`;
}

function reportPairs(speaker: Speaker, { report, decisions }: Details): Pair[] {
  const { lang } = speaker;
  const pairs: Pair[] = [];
  const told = (label: string, text: string | undefined): void => {
    if (text) pairs.push([label, shortened(text, LONGEST_VALUE)]);
  };
  told(t(lang, 'history.said'), report?.summary);
  told(t(lang, 'fact.risk.label'), report?.risk);
  told(t(lang, 'fact.nextSteps.label'), report?.nextSteps);
  const open = factValue(speaker, { field: 'decision', value: decisions.length > 0 ? decisions : null });
  if (open) pairs.push([t(lang, 'fact.decision.label'), open]);
  return pairs;
}

function isWebLink(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
