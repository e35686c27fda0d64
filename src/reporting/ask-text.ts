const NEWS_DE = String.raw`(?:(?:aktuellen|aktuelles|neuen|neues|kurzen|kurzes)\s+)?(?:zwischen|sach|projekt)?(?:stand|status|update|statusupdate|statusbericht|bericht)`;
const NEWS_EN = String.raw`(?:(?:current|new|quick|short)\s+)?(?:(?:status|progress)\s+)?(?:update|status|report)`;
const ONE_DE = String.raw`(?:eine[nm]|ein|de[nm]|das)`;
const ABOUT_DE = String.raw`(?:zu[mr]?|von|vom|bei|beim|für|über)`;
const PROJECT = String.raw`(?:(?:de[mnr]|das|die|the)\s+)?(?:(?:projekt|vorhaben|project)\s+)?(?<subject>.+?)`;

const SHAPES = [
  String.raw`^(?:bitte\s+)?(?:frage?|bitte)\s+(?:bitte\s+)?(?:nach|um)\s+${ONE_DE}\s+${NEWS_DE}\s+${ABOUT_DE}\s+${PROJECT}$`,
  String.raw`^(?:bitte\s+)?(?:frage?|bitte)\s+(?:bitte\s+)?(?:bei\s+)?${PROJECT}\s+(?:nach|um)\s+${ONE_DE}\s+${NEWS_DE}$`,
  String.raw`^(?:bitte\s+)?hole?\s+(?:bitte\s+)?${ONE_DE}\s+${NEWS_DE}\s+${ABOUT_DE}\s+${PROJECT}\s+ein$`,
  String.raw`^(?:please\s+)?(?:ask\s+for|request)\s+(?:an?|the)\s+${NEWS_EN}\s+(?:on|for|about|of|from)\s+${PROJECT}$`,
  String.raw`^(?:please\s+)?ask\s+${PROJECT}\s+for\s+(?:an?|the)\s+${NEWS_EN}$`,
].map((shape) => new RegExp(shape, 'iu'));

/**
 * Reads the wish that somebody be asked how a project stands now, German or English: "frag E-Akte nach einem Update",
 * "ask for an update on E-Akte". Answers with the project's name as it was said, null where the words are about
 * something else.
 */
export function readAsk(text: string): string | null {
  const words = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{L}\d])[.!]+$/u, '');
  if (words.length > 200 || words.includes('?')) return null;
  for (const shape of SHAPES) {
    const name = shape.exec(words)?.groups?.subject?.replace(/^["„“”'‚‘’«»\s]+|["„“”'‚‘’«»\s]+$/gu, '');
    if (name && name.length >= 2) return name;
  }
  return null;
}
