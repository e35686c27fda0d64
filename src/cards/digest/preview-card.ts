import type { Digest } from '../../digest/digest.js';
import type { Release } from '../../digest/release.js';
import type { Message } from '../../programme/messenger.js';
import { t } from '../../locales/index.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { dayText, timeText } from '../format.js';
import { render } from '../render.js';
import { dayOf } from '../../programme/calendar.js';
import { digestCard } from './digest-card.js';
import { digestText } from './digest-text.js';
import template from './preview.json' with { type: 'json' };
import { viewDigest } from './view-digest.js';
import type { Reader } from './view.js';

/** How far the digest of the preview has come. */
export interface PreviewState {
  release: Release;
  /** When it goes out, ISO 8601; null once that time has come. */
  due: string | null;
  /** It stands in the channels already; a note corrects it there. */
  posted: boolean;
}

/** The digest as the programme office sees it beforehand: to be let go, held, or given a note. */
export function previewMessage(digest: Digest, state: PreviewState, reader: Reader): Message {
  const view = viewDigest(digest, { ...reader, decides: false, note: state.release.note });
  const text = stateText(state, reader);
  return {
    summary: `${t(reader.lang, 'digest.preview.heading', { title: view.title })}: ${text}`,
    text: `${text}\n\n${digestText(view)}`,
    card: previewCard(digest, state, reader),
  };
}

/** The preview alone: what becomes of the digest, the buttons, and the digest below them. */
export function previewCard(digest: Digest, state: PreviewState, reader: Reader): object {
  const { lang } = reader;
  const { release, posted } = state;
  const view = viewDigest(digest, { ...reader, decides: false, note: release.note });
  const card = digestCard(view) as { body: object[] };
  return finish(
    render(template, {
      lang,
      week: digest.week,
      style: release.held ? 'warning' : 'emphasis',
      heading: md(t(lang, 'digest.preview.heading', { title: view.title })),
      state: md(stateText(state, reader)),
      note: release.note,
      canHold: !posted && !release.held,
      canRelease: !posted && release.held,
      items: card.body,
      words: {
        note: t(lang, 'digest.preview.note'),
        annotate: t(lang, 'digest.preview.annotate'),
        hold: t(lang, 'digest.preview.hold'),
        release: t(lang, 'digest.preview.release'),
      },
    }),
  );
}

function stateText({ release, due, posted }: PreviewState, { lang, portfolio }: Reader): string {
  if (posted) return t(lang, 'digest.preview.posted');
  if (release.held) return t(lang, 'digest.preview.held');
  if (due === null) return t(lang, 'digest.preview.now');
  const { timeZone } = portfolio.programme;
  return t(lang, 'digest.preview.due', { day: dayText(dayOf(due, timeZone), lang), time: timeText(due, timeZone) });
}
