import type { Portfolio } from '../../programme/portfolio.js';
import { inLanguage, type Lang } from '../../programme/text.js';
import { FIELDS } from '../../reporting/fields.js';
import type { FormEntry, MilestoneEntry, Notice, StatusForm } from '../../reporting/form.js';
import { t, type Key } from '../../locales/index.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { dayText, weekNumber } from '../format.js';
import { render } from '../render.js';
import template from './form.json' with { type: 'json' };
import { hintText } from './hint-text.js';
import { healthArgs, projectTitle, stateText } from './words.js';

/** Teams refuses messages of about 100 KB in UTF-16; this many characters leave room for the rest of the message. */
const LONGEST_CARD = 36_000;

/**
 * The status form of one project or several as an Adaptive Card. Where long texts would make it too big for a message,
 * projects nobody has begun to fill in are shown without inputs, the last ones first.
 */
export function formCard(portfolio: Portfolio, form: StatusForm, lang: Lang): object {
  const card = wholeCard(portfolio, form, lang);
  if (JSON.stringify(card).length <= LONGEST_CARD) return card;
  const last = form.entries.findLastIndex(({ brief, expanded }) => !brief && !expanded);
  if (!form.several || last === -1) return card;
  const entries = form.entries.map((entry, index) => (index === last ? { ...entry, brief: true } : entry));
  return formCard(portfolio, { ...form, entries }, lang);
}

function wholeCard(portfolio: Portfolio, form: StatusForm, lang: Lang): object {
  const [only] = form.several ? [] : form.entries;
  const projects = form.entries.map((entry) => projectData(portfolio, form, entry, lang));
  return finish(
    render(template, {
      lang,
      title: titleText(portfolio, form, lang),
      intro: introText(form, lang),
      notice: {
        text: noticeText(portfolio, form.notice, lang),
        style: noticeStyle(form.notice),
      },
      words: words(lang),
      projects,
      footer: [moreText(form, lang), footerText(form, lang)].filter(Boolean).join(' '),
      actions: actionsOf(form, lang),
      dialog: only && !form.roomy ? [{ data: dialogAction(form, only.project) }] : [],
    }),
  );
}

function titleText(portfolio: Portfolio, form: StatusForm, lang: Lang): string {
  const [only] = form.entries;
  if (form.several || !only) return t(lang, 'report.form.titleMany');
  return t(lang, 'report.form.title', { project: md(projectTitle(portfolio, only.project, lang)) });
}

function introText(form: StatusForm, lang: Lang): string {
  const intro = purposeText(form, lang);
  return form.onBehalf ? `${t(lang, 'report.form.onBehalf')} ${intro}` : intro;
}

function purposeText({ purpose, several, week, entries }: StatusForm, lang: Lang): string {
  const open = entries.filter(({ reported }) => !reported);
  const repeatable = open.filter(({ last }) => last !== null).length;
  const args = { week: weekNumber(week), count: open.length, repeatable };
  if (purpose === 'correct') return t(lang, 'report.form.introCorrect', args);
  if (purpose === 'late') return t(lang, 'report.form.introLate', args);
  if (purpose === 'reminder') return t(lang, 'report.reminder.intro', args);
  if (purpose === 'escalation') return t(lang, 'report.escalation.intro', args);
  if (purpose === 'ask') return t(lang, 'report.ask.intro', args);
  if (several) return t(lang, 'report.form.introMany', { ...args, count: entries.length });
  return t(lang, entries[0]?.last ? 'report.form.intro' : 'report.form.introFirst', args);
}

function moreText({ left }: StatusForm, lang: Lang): string {
  return left > 0 ? t(lang, 'report.form.more', { count: left }) : '';
}

function footerText({ purpose, entries, roomy }: StatusForm, lang: Lang): string {
  if (roomy) return '';
  if (purpose === 'request') return t(lang, 'report.form.footerRequest', { count: entries.length });
  if (purpose === 'reminder') return t(lang, 'report.footer.reminder');
  if (purpose === 'ask') return t(lang, 'report.footer.ask');
  return purpose === 'escalation' ? t(lang, 'report.footer.escalation') : '';
}

function noticeStyle(notice: Notice | null): string {
  if (notice?.kind === 'savedSome') return 'good';
  if (notice?.kind === 'understood' || notice?.kind === 'draft') return 'accent';
  return notice?.kind === 'typed' || notice?.kind === 'superseded' ? 'warning' : 'attention';
}

function noticeText(portfolio: Portfolio, notice: Notice | null, lang: Lang): string {
  if (!notice) return '';
  switch (notice.kind) {
    case 'draft':
      return t(lang, 'report.notice.draft', { day: dayText(notice.day, lang) });
    case 'savedSome':
      return t(lang, 'report.notice.savedSome', { saved: notice.saved, open: notice.open });
    case 'gone':
      return notice.typed.length > 0
        ? t(lang, 'report.notice.goneTyped', { typed: notice.typed.map(md).join(' · ') })
        : t(lang, 'report.notice.gone');
    case 'faults':
      return t(lang, 'report.notice.faults', { count: notice.count });
    case 'faultsSome':
      return t(lang, 'report.notice.faultsSome', { saved: notice.saved, open: notice.open });
    case 'forbidden':
      return t(lang, 'report.notice.forbiddenKept', { project: md(projectTitle(portfolio, notice.project, lang)) });
    default:
      return t(lang, `report.notice.${notice.kind}`);
  }
}

function projectData(portfolio: Portfolio, form: StatusForm, entry: FormEntry, lang: Lang): object {
  const { project, values, faults, hints, last, reported } = entry;
  const suffix = form.several ? `:${project}` : '';
  const title = projectTitle(portfolio, project, lang);
  const faultOf = (field: string) => {
    const fault = faults.find((each) => each.field === field);
    return fault ? `❗ ${t(lang, `report.fault.${fault.code}`, fault.details)}` : '';
  };
  return {
    title: md(title),
    id: project,
    framed: form.several,
    full: !entry.brief,
    collapsible: form.several,
    expanded: entry.expanded || !form.several,
    canRepeat: last !== null && !reported,
    ...stateData(entry, form, lang),
    insteadOf: entry.standsIn ? t(lang, 'report.form.insteadOf') : '',
    data: dataOf(form, project),
    unchangedTip: t(lang, 'report.form.unchangedTip', { project: title }),
    change: t(lang, last ? 'report.form.change' : 'report.form.fill'),
    changeTip: t(lang, 'report.form.changeTip', { project: title }),
    reportTip: t(lang, 'report.mine.reportTip', { project: title }),
    sendTip: t(lang, 'report.form.sendTip', { project: title }),
    dialog: dialogAction(form, project),
    elements: elementIds(suffix),
    inputs: Object.fromEntries(FIELDS.map((field) => [field, `${field}${suffix}`])),
    values,
    faults: Object.fromEntries(FIELDS.map((field) => [field, faultOf(field)])),
    riskKept: keptText(entry, lang),
    hints: hints.map((hint) => ({ text: hintText(hint, lang) })),
    open: {
      decision:
        form.roomy ||
        values.decision !== '' ||
        faults.some(({ field }) => field === 'decision' || field === 'decisionBy'),
      milestones:
        form.roomy || entry.milestones.some((one) => one.fault || one.done === 'true' || one.due !== one.milestone.due),
      note: form.roomy || values.officeNote !== '' || faults.some(({ field }) => field === 'officeNote'),
    },
    milestones: entry.milestones.map((one) => milestoneData(one, suffix, lang)),
  };
}

/** Said before sending: the reason that stands there was written for a better health. */
function keptText({ last, values }: FormEntry, lang: Lang): string {
  if (!last || last.health === 'red') return '';
  const kept = values.summary === last.summary && values.risk === last.risk;
  return kept && (last.summary || last.risk) ? t(lang, 'report.form.riskKept') : '';
}

function stateData({ last, reported }: FormEntry, form: StatusForm, lang: Lang): { state: string; last: string } {
  const week = weekNumber(form.week);
  if (reported && form.purpose !== 'correct')
    return {
      state: t(lang, 'report.form.reported', { symbol: '✔', week, state: stateText(reported, lang) }),
      last: '',
    };
  if (!last) return { state: '', last: form.several ? t(lang, 'report.form.lastNone') : '' };
  return {
    state: '',
    last: t(lang, 'report.form.last', { state: stateText(last, lang), week: weekNumber(last.week) }),
  };
}

function milestoneData({ key, milestone, done, due, fault }: MilestoneEntry, suffix: string, lang: Lang): object {
  const title = inLanguage(milestone.title, lang);
  return {
    title: md(title),
    moved: milestone.original
      ? t(lang, 'report.form.milestoneMoved', {
          original: dayText(milestone.original, lang),
          due: dayText(milestone.due, lang),
        })
      : t(lang, 'report.form.milestonePlanned', { due: dayText(milestone.due, lang) }),
    doneInput: `milestone-${key}-done${suffix}`,
    doneLabel: t(lang, 'report.form.milestoneDone', { title }),
    reached: t(lang, 'report.form.milestoneReached'),
    done,
    dueInput: `milestone-${key}-due${suffix}`,
    dueLabel: t(lang, 'report.form.milestoneDue', { title }),
    due,
    fault: fault ? `❗ ${t(lang, 'report.fault.milestoneDue')}` : '',
  };
}

function elementIds(suffix: string): Record<string, string> {
  const parts = ['fields', 'decision', 'milestones', 'note'];
  return Object.fromEntries(parts.map((part) => [part, `section-${part}${suffix}`]));
}

/** What the buttons carry: ids only. The week is named only where it is not simply the present one. */
export function dataOf(
  { form, seen, purpose, week, corrects, several, entries }: StatusForm,
  project: string | null,
): object {
  return {
    form,
    ...(project === null ? {} : { project }),
    ...(several ? { projects: entries.map((entry) => entry.project) } : {}),
    ...(seen === null ? {} : { seen }),
    ...(purpose === 'late' || purpose === 'escalation' ? { week } : {}),
    ...(corrects ? { corrects } : {}),
  };
}

/** Opens one project's form in a dialog; clients send along what has been typed. */
function dialogAction(form: StatusForm, project: string): object {
  return { ...dataOf(form, project), verb: 'status.dialog', msteams: { type: 'task/fetch' } };
}

function actionsOf(form: StatusForm, lang: Lang): object[] {
  const { several, purpose, entries, notice } = form;
  const only = several ? null : (entries[0]?.project ?? null);
  const data = dataOf(form, only);
  const send: Key = several
    ? 'report.form.sendAll'
    : purpose === 'correct'
      ? 'report.form.sendCorrection'
      : 'report.form.send';
  const actions = [
    { title: t(lang, send), style: 'positive', verb: several ? 'status.submitAll' : 'status.submit', data },
  ];
  const repeatable = entries.some(({ last, reported }) => last !== null && !reported);
  if (repeatable && purpose !== 'correct') {
    const sure = notice?.kind === 'typed';
    const title: Key = sure
      ? 'report.form.unchangedSure'
      : several
        ? 'report.form.unchangedAll'
        : 'report.form.unchanged';
    actions.push({
      title: t(lang, title),
      style: 'default',
      verb: 'status.unchanged',
      data: sure ? { ...data, sure } : data,
    });
  }
  if (notice?.kind === 'draft')
    actions.push({ title: t(lang, 'report.form.discard'), style: 'default', verb: 'status.discard', data });
  const away = purpose === 'correct' || purpose === 'late';
  actions.push({
    title: t(lang, away ? 'report.form.cancel' : 'report.form.snooze'),
    style: 'default',
    verb: away ? 'status.cancel' : 'status.snooze',
    data,
  });
  return actions;
}

function words(lang: Lang): Record<string, string> {
  const keys = [
    'health progress summary summaryExample nextSteps nextStepsExample risk riskExample',
    'decision decisionExample decisionBy officeNote officeNoteExample moreDecision moreMilestones moreNote moreDecisionTip',
    'moreMilestonesTip moreNoteTip',
    'unchanged sendThis milestoneReached dialog dialogTip',
  ].flatMap((line) => line.split(' '));
  const fixed = keys.map((key) => [key, t(lang, `report.form.${key}` as Key)]);
  const choices = (['green', 'amber', 'red'] as const).map((health) => [
    health,
    t(lang, `report.form.${health}`, healthArgs(health, lang)),
  ]);
  return Object.fromEntries([...fixed, ...choices]) as Record<string, string>;
}
