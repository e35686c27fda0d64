import { h, type ComponentChild } from 'preact';
import type { WeeksView } from './view.js';

const WIDTH = 640;
const HEIGHT = 180;
const LABELS = 22;
const BAR = 0.6;

/** Stacked bars, one a week, critical at the bottom; parts that are high enough carry their number, the table holds all. */
export function chart({ weeks }: WeeksView, label: string): ComponentChild {
  const most = Math.max(1, ...weeks.map(({ red, amber, green }) => red + amber + green));
  const step = WIDTH / weeks.length;
  const scale = (HEIGHT - LABELS) / most;
  const bars = weeks.flatMap((week, index) => {
    const x = index * step + (step * (1 - BAR)) / 2;
    let y = HEIGHT - LABELS;
    const parts = (['red', 'amber', 'green'] as const).flatMap((health) => {
      const height = week[health] * scale;
      y -= height;
      if (height === 0) return [];
      const bar = h('rect', { class: health, x, y, width: step * BAR, height });
      // The number sits on a plate of the page's own colour: readable whatever colour is behind it.
      return height < 16 ? [bar] : [bar, ...number(week[health], x + (step * BAR) / 2, y + height / 2)];
    });
    const name = h('text', { x: index * step + step / 2, y: HEIGHT - 6, 'text-anchor': 'middle' }, week.short);
    return [...parts, name];
  });
  return h('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label }, bars);
}

function number(value: number, x: number, y: number): ComponentChild[] {
  const width = 10 + 7 * String(value).length;
  return [
    h('rect', { x: x - width / 2, y: y - 8, width, height: 16, rx: 3, fill: 'var(--back)' }),
    h('text', { x, y: y + 4, 'text-anchor': 'middle' }, value),
  ];
}
