import { t, type Key } from '../../locales/index.js';
import { replacedBy } from '../../programme/decision.js';
import type { Recorded } from '../../programme/events.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import { weekNumber } from '../format.js';
import { projectTitle } from '../project-title.js';
import { howText } from '../status/arrange.js';

/** An event as something somebody did, in words. */
export interface Deed {
  action: Key;
  about?: string[];
  detail?: string;
}
type Of<Type extends Recorded['type']> = Extract<Recorded, { type: Type }>;

/** What an event tells an audit; null for what is not for one. */
export function deedOf(event: Recorded, portfolio: Portfolio, lang: Lang): Deed | null {
  const project = (id: string): string => projectTitle(portfolio, id, lang);
  switch (event.type) {
    case 'programme.imported': {
      const { revision, changes, count = changes.length } = event.data;
      const detail = t(lang, 'audit.importedDetail', { revision, count });
      return { action: 'audit.programme.imported', detail };
    }
    case 'report.submitted': {
      const { report } = event.data;
      if (report.role !== 'office') return null;
      const about = [project(report.project), weekText(report.week, lang)];
      return { action: 'audit.report.submitted', about, detail: t(lang, `health.${report.health}`) };
    }
    case 'report.withdrawn': {
      const report = [...portfolio.reports.values()].flat().find(({ id }) => id === event.data.report);
      const about = report ? [project(report.project), weekText(report.week, lang)] : [event.data.report];
      return { action: 'audit.report.withdrawn', about };
    }
    case 'decision.requested':
      return { action: 'audit.decision.requested', about: [project(event.data.project)], detail: event.data.text };
    case 'decision.decided':
    case 'decision.retracted':
    case 'condition.fulfilled':
      return ofDecision(event, portfolio, lang);
    case 'absence.entered': {
      const { person, from, to } = event.data;
      if (person === event.by || person === '') return null;
      const name = portfolio.programme.people.find(({ id }) => id === person)?.name ?? person;
      return { action: 'audit.absence.entered', about: [name], detail: `${from} – ${to}` };
    }
    case 'update.asked':
      return {
        action: 'audit.update.asked',
        about: event.data.projects.map(project),
        detail: weekText(event.data.week, lang),
      };
    case 'reporting.arranged':
      return arranged(event, portfolio, lang);
    case 'digest.posted':
      return {
        action: 'audit.digest.posted',
        about: [weekText(event.data.week, lang)],
        detail: event.data.conversation,
      };
    case 'digest.held': {
      const action = event.data.held ? 'audit.digest.held' : 'audit.digest.released';
      return { action, about: [weekText(event.data.week, lang)] };
    }
    case 'digest.annotated':
      return { action: 'audit.digest.annotated', about: [weekText(event.data.week, lang)], detail: event.data.note };
    case 'channel.chosen': {
      const { conversation, lang: chosen } = event.data;
      return { action: chosen ? 'audit.channel.chosen' : 'audit.channel.left', detail: conversation };
    }
    default:
      return null;
  }
}

function ofDecision(
  event: Of<'decision.decided'> | Of<'decision.retracted'> | Of<'condition.fulfilled'>,
  portfolio: Portfolio,
  lang: Lang,
): Deed {
  const decision = portfolio.decisions.get(event.data.decision);
  const about = [decision ? projectTitle(portfolio, decision.project, lang) : event.data.decision];
  if (event.type === 'decision.retracted') return { action: 'audit.decision.retracted', about };
  if (event.type === 'condition.fulfilled')
    return { action: event.data.fulfilled ? 'audit.condition.met' : 'audit.condition.open', about };
  const { outcome, comment, condition, until } = event.data;
  const said = [t(lang, `digest.outcome.${outcome}`), comment, condition, until].filter(Boolean);
  const ruling = decision?.rulings.find(({ at }) => at === event.at);
  const isChange = decision && ruling && replacedBy(decision, ruling) !== null;
  return { action: isChange ? 'audit.decision.changed' : 'audit.decision.decided', about, detail: said.join('; ') };
}

function arranged({ data }: Of<'reporting.arranged'>, portfolio: Portfolio, lang: Lang): Deed {
  const action = 'audit.reporting.arranged';
  const project = portfolio.projects.get(data.project);
  if (!project) return { action, about: [data.project] };
  const args = { from: howText(project, data.from, lang), to: howText(project, data.to, lang) };
  return { action, about: [projectTitle(portfolio, project.id, lang)], detail: t(lang, 'audit.arrangedDetail', args) };
}

function weekText(week: string, lang: Lang): string {
  return t(lang, 'audit.week', { week: weekNumber(week), year: week.slice(0, 4) });
}
