/** Results go to standard output, so that they can be piped … */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** … and what is said about them to standard error. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
