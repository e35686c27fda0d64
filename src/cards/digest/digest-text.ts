import { t } from '../../locales/index.js';
import type { DecisionView } from '../decisions/decision-view.js';
import type { DigestView, LineView } from './view.js';

/** The whole digest as plain text: for screen readers, mail and the terminal. Lines end in `\n`. */
export function digestText(view: DigestView): string {
  const head = [`${view.title} · ${view.period}`, view.headline, ...(view.note ? [oneLine(view.note)] : [])];
  const foot = [view.asOf, ...(view.personal ? [oneLine(view.personal)] : [])];
  if (view.quiet) return `${[...head, ...foot].join('\n')}\n`;
  const counts = view.counts.map(({ symbol, word, count }) => `${symbol} ${count} ${word}`).join(' | ');
  const blocks = [
    [...head, counts],
    block(view.decisionsHeading.title, view.decisions.map(decisionText), view.decisionsHeading.count),
    ...view.sections.map(({ title, lines }) => block(title, lines.map(lineText))),
    weeksText(view),
    foot,
  ];
  return `${blocks
    .filter((each) => each.length > 0)
    .map((each) => each.join('\n'))
    .join('\n\n')}\n`;
}

function block(title: string, lines: string[], count = String(lines.length)): string[] {
  return lines.length === 0 ? [] : [`${title} (${count})`, ...lines.map((line) => `- ${line}`)];
}

function decisionText({ project, text, when, ruling }: DecisionView): string {
  return `${project}: ${oneLine(text)} ${ruling ? `– ${oneLine(ruling.text)}` : `(${when})`}`;
}

/** A line in plain words. */
export function lineText({ symbol, subject, text, reason }: LineView): string {
  return `${symbol ? `${symbol} ` : ''}${subject}: ${oneLine(text)}${reason ? ` – ${oneLine(reason)}` : ''}`;
}

function weeksText({ weeks, lang }: DigestView): string[] {
  if (!weeks) return [];
  const word = (health: 'green' | 'amber' | 'red') => t(lang, `health.${health}`);
  const rows = weeks.weeks.map(
    ({ label, green, amber, red }) =>
      `${label}: ${red} ${word('red')}, ${amber} ${word('amber')}, ${green} ${word('green')}`,
  );
  return [weeks.title, weeks.sentence, ...rows];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
