import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { jsonPath, valueAt, type Fault, type Finding, type Path } from './fault.js';

/** The first syntax error of a text that is not JSON; null when it is. */
export function syntaxFault(text: string): Fault | null {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return null;
  const { line, column } = new Lines(text).at(first.offset);
  const details = { reason: printParseErrorCode(first.error), column };
  return { code: 'syntax', path: '$', line, subject: null, details };
}

/** Gives findings their lines, in the order of the file. */
export function locate(findings: readonly Finding[], text: string, raw: unknown): Fault[] {
  if (findings.length === 0) return [];
  const tree = parseTree(text);
  const lines = new Lines(text);
  return findings
    .map((finding) => ({ finding, offset: tree ? offsetOf(tree, finding.path) : 0 }))
    .sort((one, other) => one.offset - other.offset)
    .map(({ finding: { code, path, details }, offset }) => ({
      code,
      path: jsonPath(path),
      line: lines.at(offset).line,
      subject: subjectOf(raw, path),
      details,
    }));
}

/** Where the value stands, or what should hold it when it is missing. */
function offsetOf(tree: Node, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node.offset;
  }
  return tree.offset;
}

function subjectOf(raw: unknown, path: Path): string | null {
  if (path.length < 2) return null;
  const id = valueAt(raw, [...path.slice(0, 2), 'id']);
  return typeof id === 'string' ? id : null;
}

class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  at(offset: number): { line: number; column: number } {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }
}
