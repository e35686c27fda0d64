import footer from './templates/footer.json' with { type: 'json' };
import frame from './templates/frame.json' with { type: 'json' };
import point from './templates/point.json' with { type: 'json' };

/** A card template around the blocks of one kind of answer: the point before them, the footer after them. */
export function cardTemplate(...blocks: readonly object[][]): object {
  return bareTemplate(point, ...blocks);
}

/** The same for blocks that say the point in their own way. */
export function bareTemplate(...blocks: readonly object[][]): object {
  return { ...frame, body: [...blocks.flat(), ...footer] };
}
