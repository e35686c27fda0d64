import { t, isKey } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import type { Filters, GroupKey } from '../../../questions/question.js';
import { md } from '../../escape.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/figure.json' with { type: 'json' };
import type { View } from '../view.js';
import { groupBound, groupName } from '../words/describe.js';
import { all, amount, capital, listed } from '../words/format.js';
import { phrase } from '../words/phrase.js';
import { healthNamed } from '../words/facts.js';
import type { Speaker } from '../words/speaker.js';
import { spokenPairs, type Pair } from './facts-card.js';
import { figure } from './figure.js';

type Groups = Extract<Body, { kind: 'groups' }>;
const template = cardTemplate(blocks);
/** A picture of more bars than these says nothing on a phone. */
const CHARTED = 12;
/** More groups than these are told by the table alone. */
const MOST_SAID = 8;

/** How projects spread over groups: the peak in words, the whole as a chart (a table where charts are unknown). */
export function groupsView(speaker: Speaker, body: Groups, filters: Filters): View {
  const { lang, names } = speaker;
  const named = body.rows.map((row) => ({
    name: groupRowName(speaker, body.by, row.id),
    value: row.value,
    id: row.id,
    listed: row.listed ?? [],
  }));
  const shown = (value: number): string =>
    body.measure === 'count' ? t(lang, 'count.projects', { count: value }) : amount(lang, body.measure, value);
  const told = ({ value, listed }: (typeof named)[number]): string =>
    [shown(value), listed.map((id) => names.title(id)).join(', ')].filter(Boolean).join(': ');
  const pairs: Pair[] = named.map((row) => [row.name, told(row)]);
  const what = body.measure === 'count' ? phrase(speaker, filters) : t(lang, `measureName.${body.measure}`);
  const overlap = body.by === 'targetGroup' || body.by === 'goal' ? t(lang, 'groups.overlap') : '';
  const charted = named.length > 1 && named.length <= CHARTED && named.every(({ listed }) => listed.length === 0);
  return {
    point: pointOf(speaker, body, filters, shown),
    card: {
      template,
      data: {
        figures: [
          figure({
            heading: '',
            title: `${what}: ${groupName(speaker, body.by)}`,
            kind: !charted ? 'none' : body.by === 'health' ? 'donut' : 'bars',
            slices: named.map((row) => ({ name: row.name, value: row.value, shown: told(row), id: row.id })),
            note: md(overlap),
          }),
        ],
      },
    },
    lines: [...spokenPairs(pairs), ...(overlap ? [overlap] : [])],
    actions: [],
  };
}

/** What a group is called; projects outside of every group have a name of their own. */
export function groupRowName(speaker: Speaker, by: GroupKey, id: string | null): string {
  const { lang, names } = speaker;
  if (id === null) {
    const own = `groups.none.${by}`;
    return t(lang, isKey(own) ? own : 'groups.none');
  }
  switch (by) {
    case 'actionField':
      return names.actionField(id);
    case 'register':
      return t(lang, `register.${id as 'running'}`);
    case 'leadDepartment':
      return names.department(id);
    case 'division':
      return names.division(id);
    case 'health':
      return healthNamed(speaker, id as 'green');
    case 'climate':
      return t(lang, `climate.${id as 'none'}`);
    case 'targetGroup':
      return names.targetGroup(id);
    case 'goal':
      return names.goal(id);
    case 'startYear':
    case 'endYear':
      return id;
  }
}

function pointOf(speaker: Speaker, body: Groups, filters: Filters, shown: (value: number) => string): string {
  const { lang } = speaker;
  const named = body.rows.filter((row) => row.id !== null);
  const rising = body.order === 'asc';
  const best = named.reduce<number | null>(
    (found, { value }) => (found === null ? value : rising ? Math.min(found, value) : Math.max(found, value)),
    null,
  );
  const tops = named.filter(({ value }) => value === best).map(({ id }) => groupRowName(speaker, body.by, id));
  const what = body.measure === 'count' ? phrase(speaker, filters) : t(lang, `measureName.${body.measure}`);
  const by = groupName(speaker, body.by);
  if (body.bound) {
    const said = { what: capital(what), by, bound: groupBound(lang, body.measure, body.bound), count: named.length };
    const everywhere = body.bound.under === 0;
    if (named.length === 0) return t(lang, everywhere ? 'say.groupsBoundEach' : 'say.groupsBoundNone', said);
    if (named.length > MOST_SAID) return t(lang, 'say.groupsBound', said);
    if (body.by === 'leadDepartment' && body.measure === 'count') {
      const top = named.map(({ id, value }) =>
        t(lang, 'say.with', { name: groupRowName(speaker, body.by, id), value }),
      );
      return t(lang, 'say.groupsBoundLead', { ...said, what, top: listed(lang, top) });
    }
    const top = named.map(({ id, value }) => `${groupRowName(speaker, body.by, id)} (${shown(value)})`);
    return t(lang, 'say.groupsBoundNamed', { ...said, top: listed(lang, top) });
  }
  if (body.limit !== null) {
    if (body.limit === 1 && body.by === 'leadDepartment' && body.measure === 'count' && best !== null) {
      const key = rising ? 'say.groupsLeastLead' : 'say.groupsTopLead';
      return t(lang, key, { top: all(lang, tops), count: tops.length, value: shown(best) });
    }
    const listed = named.map(({ id, value }) => `${groupRowName(speaker, body.by, id)} (${shown(value)})`);
    return t(lang, rising ? 'say.groupsLeast' : 'say.groupsTop', { top: all(lang, listed) });
  }
  const clear = tops.length <= 2 && best !== null && best > 0 && named.length > 1 && !rising;
  if (!clear) return t(lang, 'say.groupsEven', { what: capital(what), by });
  return t(lang, 'say.groups', {
    what: capital(what),
    by,
    top: all(lang, tops),
    count: tops.length,
    value: shown(best),
  });
}
