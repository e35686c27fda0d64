import type { Message } from '../../programme/messenger.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { StatusReport } from '../../programme/report.js';
import type { Lang } from '../../programme/text.js';
import type { SavedReport } from '../../reporting/saved.js';
import { t, type Key } from '../../locales/index.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { clip, dayText, weekNumber } from '../format.js';
import { render } from '../render.js';
import { hintText } from './hint-text.js';
import template from './saved.json' with { type: 'json' };
import { projectTitle, stateText } from './words.js';

/** What was saved: one report in full, several in a line each; `next` is the project to go on with, or null. */
export function savedCard(
  portfolio: Portfolio,
  saved: readonly SavedReport[],
  next: string | null,
  lang: Lang,
): object {
  const several = saved.length > 1;
  const [first] = saved;
  return finish(
    render(template, {
      lang,
      title: t(lang, 'report.saved.title'),
      intro: first ? introText(first.report, lang) : '',
      hintsTitle: t(lang, 'report.saved.hints'),
      correct: t(lang, 'report.saved.correct'),
      several,
      reports: saved.map((one) => reportData(portfolio, one, several, lang)),
      actions: actionsOf(portfolio, saved, next, lang),
    }),
  );
}

/** The same in one line of words. */
export function savedText(portfolio: Portfolio, { report }: SavedReport, lang: Lang): string {
  return t(lang, 'report.saved.text', {
    project: md(projectTitle(portfolio, report.project, lang)),
    week: weekNumber(report.week),
    state: stateText(report, lang),
  });
}

/** The message of a saved card, for where a card cannot be replaced. */
export function savedMessage(
  portfolio: Portfolio,
  saved: readonly SavedReport[],
  next: string | null,
  lang: Lang,
): Message {
  const text = saved.map((one) => savedText(portfolio, one, lang)).join('\n\n');
  return { summary: t(lang, 'report.saved.title'), text, card: savedCard(portfolio, saved, next, lang) };
}

function introText(report: StatusReport, lang: Lang): string {
  return [
    t(lang, 'report.saved.intro', { week: weekNumber(report.week) }),
    t(lang, `report.saved.as.${report.role}`),
  ].join(' · ');
}

function reportData(portfolio: Portfolio, saved: SavedReport, several: boolean, lang: Lang): object {
  const { report, hints, meanwhile, late } = saved;
  const title = projectTitle(portfolio, report.project, lang);
  const notes = [
    ...(report.corrects ? [t(lang, 'report.saved.corrected')] : []),
    ...(late ? [t(lang, 'report.saved.late')] : []),
  ];
  const other = meanwhile && {
    text: t(lang, 'report.saved.meanwhile', {
      role: t(lang, `report.saved.role.${meanwhile.role}`),
      state: stateText(meanwhile, lang),
    }),
  };
  return {
    project: report.project,
    report: report.id,
    title: md(title),
    state: [stateText(report, lang), ...(report.unchanged ? [t(lang, 'report.saved.unchanged')] : [])].join(' · '),
    note: notes.join(' · '),
    texts: several ? reasonOf(report, lang) : textsOf(report, lang),
    hints: [...(other ? [other] : []), ...hints.map((hint) => ({ text: hintText(hint, lang) }))],
    correctTip: t(lang, 'report.saved.correctTip', { project: title }),
  };
}

/** Why a project is amber or red, also where there is little room: the risk, else the summary. */
function reasonOf({ health, risk, summary }: StatusReport, lang: Lang): { label: string; text: string }[] {
  if (health === 'green') return [];
  const [label, text] = risk ? (['report.saved.risk', risk] as const) : (['report.saved.summary', summary] as const);
  return [{ label: t(lang, label), text: md(text) }];
}

/** The texts of a report with their labels, those that say something, escaped for display. */
export function textsOf(report: StatusReport, lang: Lang, withNote = true): { label: string; text: string }[] {
  const { summary, nextSteps, risk, decision, officeNote, milestones } = report;
  const wish = decision?.by
    ? t(lang, 'report.saved.decisionBy', { text: md(decision.text), day: dayText(decision.by, lang) })
    : md(decision?.text ?? '');
  const moved = milestones.map(({ title, due, done }) =>
    done
      ? t(lang, 'report.saved.milestoneDone', { title: md(title), day: dayText(done, lang) })
      : t(lang, 'report.saved.milestoneMoved', { title: md(title), day: dayText(due, lang) }),
  );
  const lines: [Key, string][] = [
    ['report.saved.summary', md(summary)],
    ['report.saved.nextSteps', md(nextSteps)],
    ['report.saved.risk', md(risk)],
    ['report.saved.decision', wish],
    ['report.saved.milestones', moved.join('\n\n')],
    ['report.saved.officeNote', withNote ? md(officeNote ?? '') : ''],
  ];
  return lines.filter(([, text]) => text !== '').map(([label, text]) => ({ label: t(lang, label), text }));
}

function actionsOf(portfolio: Portfolio, saved: readonly SavedReport[], next: string | null, lang: Lang): object[] {
  const [first, second] = saved;
  const project = next && clip(projectTitle(portfolio, next, lang), 28);
  const only = first && !second ? first.report : null;
  return [
    ...(next ? [action(lang, 'report.saved.next', 'status.open', { project: next }, { project })] : []),
    ...(only
      ? [
          action(lang, 'report.saved.correct', 'status.correct', { report: only.id, project: only.project }),
          action(lang, 'report.saved.history', 'status.history', { project: only.project }),
        ]
      : []),
    ...(next || !only ? [action(lang, 'report.saved.mine', 'status.mine', {})] : []),
  ];
}

function action(lang: Lang, key: Key, verb: string, data: object, args: Record<string, string | null> = {}): object {
  const title = t(lang, key, args);
  return { title, tooltip: title, verb, data: { ...data, replace: true } };
}
