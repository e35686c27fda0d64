import { LONGEST_REQUEST, type RequestFaults } from '../../digest/request.js';
import { t, type Key } from '../../locales/index.js';
import { inLanguage } from '../../programme/text.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { dayText } from '../format.js';
import { render } from '../render.js';
import { noteCard } from '../status/note.js';
import type { DecisionReader } from './decision-view.js';
import template from './request.json' with { type: 'json' };

/** What the form holds: what was said in chat, or typed on it before. */
export interface RequestForm {
  form: string;
  project: string;
  text: string;
  by: string;
  faults: RequestFaults;
}

/** The form by which the programme office puts a question to the steering group. */
export function requestCard({ form, project, text, by, faults }: RequestForm, reader: DecisionReader): object {
  const { lang, portfolio } = reader;
  const fault = (code: string | undefined) =>
    code ? `❗ ${t(lang, `decision.request.${code}` as Key, { longest: LONGEST_REQUEST })}` : '';
  return finish(
    render(template, {
      lang,
      title: t(lang, 'decision.request.title', {
        project: md(inLanguage(portfolio.projects.get(project)?.title, lang)),
      }),
      intro: t(lang, 'decision.request.intro'),
      form,
      project,
      text,
      by,
      faults: { text: fault(faults.text), by: fault(faults.by) },
      words: {
        text: t(lang, 'report.form.decision'),
        example: t(lang, 'report.form.decisionExample'),
        textMissing: t(lang, 'decision.request.textMissing'),
        by: t(lang, 'report.form.decisionBy'),
        byMissing: t(lang, 'decision.request.byMissing'),
        send: t(lang, 'decision.request.send'),
        cancel: t(lang, 'report.form.cancel'),
      },
    }),
  );
}

/** What was asked for, with a button to take it back. */
export function requestedCard(
  asked: { decision: string; project: string; text: string; dueBy: string | null },
  { lang, portfolio }: DecisionReader,
): object {
  const text = t(lang, 'decision.request.done', {
    project: md(inLanguage(portfolio.projects.get(asked.project)?.title, lang)),
    text: md(asked.text),
    day: dayText(asked.dueBy ?? '', lang),
  });
  const retract = {
    title: t(lang, 'decision.request.retract'),
    verb: 'decision.retract',
    data: { decision: asked.decision },
  };
  return noteCard(text, lang, [retract]);
}
