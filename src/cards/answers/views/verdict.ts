import { sentence } from '../../../locales/full-stop.js';
import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import type { OrganisationFilter } from '../../../questions/question.js';
import type { View } from '../view.js';
import { isEmpty } from '../words/describe.js';
import { factLabelled, factPoint, factValue, movedPoint } from '../words/facts.js';
import { organisationName } from '../words/phrase.js';
import type { Speaker } from '../words/speaker.js';
import { factsCard, spokenPairs } from './facts-card.js';
import { contextPairs } from './facts.js';

type Verdict = Extract<Body, { kind: 'verdict' }>;

/** Yes or no first, then how it really is. */
export function verdictView(speaker: Speaker, body: Verdict): View {
  const { project, facts, verdict } = body;
  const pairs = contextPairs(speaker, { project, facts, status: null }, facts);
  return {
    point: t(speaker.lang, `verdict.${verdict}`, { point: truth(speaker, body) }),
    card: factsCard('', [], pairs),
    lines: spokenPairs(pairs),
    actions: [],
  };
}

function truth(speaker: Speaker, body: Verdict): string {
  const { project, facts, claims } = body;
  const [organisation, ...others] = claims.organisations ?? [];
  const sole = organisation && others.length === 0 ? organisation : null;
  const plain = sole && Object.keys(claims).filter((key) => key !== 'organisations' && key in claims).length === 0;
  if (body.moved) return movedPoint(speaker, project, body.moved);
  if (sole && plain && sole.relation !== 'leads') return affectedTruth(speaker, body, sole);
  const sentences = facts.map((fact, place) =>
    place === 0 ? factPoint(speaker, project, fact) : sentence(factLabelled(speaker, fact)),
  );
  if (sole && plain && body.verdict === 'no' && sentences[0]) {
    const org = organisationName(speaker, sole);
    sentences[0] = t(speaker.lang, 'verdict.notLead', { org, point: sentences[0] });
  }
  if (sentences.length > 0) return sentences.join(' ');
  const title = speaker.names.quotedTitle(project);
  if (isEmpty(claims)) return title;
  return t(speaker.lang, body.verdict === 'yes' ? 'verdict.yesPlain' : 'verdict.noPlain', { title });
}

function affectedTruth(
  speaker: Speaker,
  { project: id, facts, verdict, citywide }: Verdict,
  filter: OrganisationFilter,
): string {
  const { lang, names, portfolio } = speaker;
  const title = names.quotedTitle(id);
  const org = organisationName(speaker, filter);
  const project = portfolio.projects.get(id);
  if (citywide) return t(lang, 'verdict.affectedCitywide', { title, org });
  if (verdict === 'yes') {
    const leads = project !== undefined && filter.departments.includes(project.lead.department);
    return t(lang, leads ? 'verdict.affectedLead' : 'verdict.affected', { title, org });
  }
  const affects = facts.find((fact) => fact.field === 'affects');
  const listed = affects ? factValue(speaker, affects) : null;
  return [
    t(lang, 'verdict.notAffected', { title, org }),
    ...(listed ? [t(lang, 'verdict.rather', { value: listed })] : []),
    ...(project ? [t(lang, 'verdict.ratherLead', { value: names.department(project.lead.department) })] : []),
  ].join(' ');
}
