import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import type { View } from '../view.js';
import { factPoint, movedPoint, statusWords } from '../words/facts.js';
import { either } from '../words/format.js';
import { organisationName } from '../words/phrase.js';
import type { Speaker } from '../words/speaker.js';
import { factsCard, spokenPairs } from './facts-card.js';
import { contextPairs } from './facts.js';

type Reason = Extract<Body, { kind: 'reason' }>;

/** Why something is as it is, in the words of the report; what is not so is put right first. */
export function reasonView(speaker: Speaker, body: Reason): View {
  const { project, facts } = body;
  const pairs = contextPairs(speaker, { project, facts, status: body.status }, facts);
  return {
    point: body.claims.organisations ? leadPoint(speaker, body) : statusPoint(speaker, body),
    card: factsCard('', [], pairs),
    lines: spokenPairs(pairs),
    actions: [],
  };
}

function leadPoint(speaker: Speaker, { project, holds, facts, claims }: Reason): string {
  const { lang } = speaker;
  const [lead] = facts;
  const point = lead ? factPoint(speaker, project, lead) : '';
  if (holds) return [point, t(lang, 'reason.leadUnstated')].join(' ');
  const org = (claims.organisations ?? []).map((each) => organisationName(speaker, each));
  return t(lang, 'verdict.notLead', { org: either(lang, org), point });
}

function statusPoint(speaker: Speaker, { project, holds, status, reason, claims, facts, moved }: Reason): string {
  const { lang, names } = speaker;
  const title = names.quotedTitle(project);
  const said = moved
    ? [movedPoint(speaker, project, moved)]
    : [
        ...(claims.postponed ? [t(lang, 'reason.notMoved', { title })] : []),
        ...facts.map((fact) => factPoint(speaker, project, fact)),
      ];
  if (!status) return [...said, t(lang, 'fact.status.missing', { title })].join(' ');
  const words = statusWords(speaker, status);
  const claimed = either(
    lang,
    (claims.health ?? []).map((health) => t(lang, `health.${health}`)),
  );
  const state =
    claims.health && !holds
      ? t(lang, 'reason.notSo', { title, claimed, status: words })
      : t(lang, 'fact.status.point', { title, value: words });
  const why = reason ? t(lang, 'reason.reported', { reason }) : holds ? t(lang, 'reason.none') : '';
  return [...said, state, why].filter(Boolean).join(' ');
}
