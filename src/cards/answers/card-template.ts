import footer from './templates/footer.json' with { type: 'json' };
import point from './templates/point.json' with { type: 'json' };
import frame from './templates/frame.json' with { type: 'json' };

/** A whole card template around the blocks of one kind of answer: what all answers share stands in
 * `frame`, `point` and `footer`. */
export function cardTemplate(...blocks: readonly object[][]): object {
  return { ...frame, body: [...point, ...blocks.flat(), ...footer] };
}
