import type { Body } from '../../../questions/answer.js';
import type { Fact } from '../../../questions/fact.js';
import type { View } from '../view.js';
import { shortened } from '../../format.js';
import { factLabel, factLabelled, factPoint, factShown, LONGEST_VALUE, statusWords } from '../words/facts.js';
import type { Speaker } from '../words/speaker.js';
import { sentence } from '../../../locales/full-stop.js';
import { t } from '../../../locales/index.js';
import { factsCard, spokenPairs, type Pair } from './facts-card.js';
import { period } from './project-rows.js';

/** Single facts: the first as a sentence, the others after it, with lead, period and status as what goes with them. */
export function factsView(speaker: Speaker, body: Extract<Body, { kind: 'facts' }>): View {
  const { project } = body;
  const facts = withoutRepeats(body.facts);
  const [first, ...others] = facts;
  if (!first) return { point: '', card: null, lines: [], actions: [] };
  const short = others.filter(isShort);
  const pairs = [...reportPairs(speaker, body), ...contextPairs(speaker, { ...body, facts }, [first, ...short])];
  return {
    point: [factPoint(speaker, project, first), ...short.map((fact) => sentence(factLabelled(speaker, fact)))].join(
      ' ',
    ),
    card: factsCard('', [], pairs),
    lines: spokenPairs(pairs),
    actions: [],
  };
}

/** Who asks how a project is doing is told what was reported. */
function reportPairs({ lang }: Speaker, { report, facts }: Extract<Body, { kind: 'facts' }>): Pair[] {
  const told: Pair[] = [];
  if (report?.summary) told.push([t(lang, 'history.said'), shortened(report.summary, LONGEST_VALUE)]);
  if (report?.risk && !facts.some(({ field }) => field === 'risk'))
    told.push([t(lang, 'fact.risk.label'), shortened(report.risk, LONGEST_VALUE)]);
  return told;
}

/** The facts asked for that the sentence has not said, then what goes with them. */
export function contextPairs(
  speaker: Speaker,
  body: Pick<Extract<Body, { kind: 'facts' }>, 'project' | 'facts' | 'status'>,
  said: readonly Fact[],
): Pair[] {
  const { lang, names, portfolio } = speaker;
  const asked = new Set(body.facts.map(({ field }) => field));
  const project = portfolio.projects.get(body.project);
  const pairs: Pair[] = body.facts
    .filter((fact) => !said.includes(fact))
    .map((fact) => [factLabel(speaker, fact), factShown(speaker, fact)]);
  if (!project) return pairs;
  if (!asked.has('lead')) pairs.push([t(lang, 'fact.lead.label'), names.department(project.lead.department)]);
  else if (project.lead.person) pairs.push([t(lang, 'fact.leadPerson.label'), names.person(project.lead.person)]);
  if (!asked.has('register')) pairs.push([t(lang, 'fact.register.label'), t(lang, `register.${project.register}`)]);
  const when = asked.has('start') || asked.has('end') ? '' : period(speaker, project);
  if (when) pairs.push([t(lang, 'fact.period'), when]);
  if (!asked.has('status') && body.status)
    pairs.push([t(lang, 'fact.status.label'), statusWords(speaker, body.status)]);
  return pairs;
}

/** A status says the progress itself. */
function withoutRepeats(facts: readonly Fact[]): Fact[] {
  const status = facts.find((fact) => fact.field === 'status');
  return status?.value
    ? [status, ...facts.filter(({ field }) => field !== 'status' && field !== 'progress')]
    : [...facts];
}

/** Long texts stand in the card only. */
function isShort({ field }: Fact): boolean {
  return !['summary', 'milestones', 'assessment', 'links', 'history', 'risk', 'nextSteps', 'objectives'].includes(
    field,
  );
}
