/** One kind of answer, put into words and card data; the frame adds notes, footer and what is read aloud. */
export interface View {
  /** The point in one or two plain sentences. */
  point: string;
  /** Null when the point says everything. */
  card: { template: object; data: object } | null;
  /** The evidence in plain words, a line each, for those who cannot see the card. */
  lines: string[];
  /** The card's buttons, the most useful first. */
  actions: object[];
}
