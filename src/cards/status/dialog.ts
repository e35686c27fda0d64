import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import type { StatusForm } from '../../reporting/form.js';
import { t } from '../../locales/index.js';
import { dataOf, formCard } from './form.js';

/** The form of one project as the content of a dialog: everything is open, and dialogs know Action.Submit only. */
export function dialogCard(
  portfolio: Portfolio,
  form: StatusForm,
  opened: { card: string | null; list: string[] | null },
  lang: Lang,
): object {
  const project = form.entries[0]?.project ?? null;
  const data = {
    ...dataOf(form, project),
    verb: 'status.dialogSubmit',
    ...(opened.card && { card: opened.card }),
    ...(opened.list && { list: opened.list }),
  };
  const title = t(lang, form.purpose === 'correct' ? 'report.form.sendCorrection' : 'report.form.send');
  const actions = [{ type: 'Action.Submit', title, style: 'positive', data }];
  return { ...formCard(portfolio, { ...form, roomy: true }, lang), actions };
}
