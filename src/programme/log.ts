/**
 * What is written for operators. `error`: our bug or an outage; `warn`: somebody should look soon; `info`: what happened,
 * a person's mistake included; `debug`: for development. Never message texts, names or card inputs: ids and counts only.
 */
export interface Log {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}
