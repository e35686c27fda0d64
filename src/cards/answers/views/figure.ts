import { md } from '../../escape.js';

/** One part of a chart: its name, its size, and both in words. */
export interface Slice {
  id: string | null;
  name: string;
  value: number;
  shown: string;
}

/** Colours of Teams charts; health keeps its own, everything else the neutral series. */
const COLOURS: Record<string, string> = { green: 'good', amber: 'warning', red: 'attention' };

/** Numbers below this have room behind their bar; they need no axis, whose marks may be halves of a project. */
const SHORT = 1000;

/** Data of a chart block. Phones and older clients show the fact set instead, which says the same; so does what has nothing to draw. */
export function figure(given: {
  heading: string;
  title: string;
  kind: 'donut' | 'bars' | 'none';
  slices: readonly Slice[];
  note: string;
}): object {
  const { heading, title, note } = given;
  const slices = given.slices.filter((slice) => slice.value > 0);
  const kind = slices.length === 0 ? 'none' : given.kind;
  const colour = (id: string | null): { color?: string } => {
    const found = id === null ? undefined : COLOURS[id];
    return found ? { color: found } : {};
  };
  return {
    heading: md(heading),
    note,
    chart: {
      type: { donut: 'Chart.Donut', bars: 'Chart.HorizontalBar', none: '' }[kind],
      title,
      mode: slices.every(({ value }) => value < SHORT) ? 'AbsoluteNoAxis' : 'AbsoluteWithAxis',
      donut: slices.map(({ id, name, value }) => ({ legend: name, value, ...colour(id) })),
      bars: slices.map(({ id, name, value }) => ({ x: name, y: value, ...colour(id) })),
    },
    facts: given.slices.map(({ name, shown }) => ({ title: md(name), value: md(shown) })),
  };
}
