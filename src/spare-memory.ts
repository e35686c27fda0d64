import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back to the system what reading a large programme file needed for a moment. V8 would keep it for as long as the
 * process has no other use for it: a third more resident memory at 10,000 projects.
 */
export function spareMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Without this the pages that are half empty now stay so.
  setFlagsFromString('--compact-on-every-full-gc');
  collect();
  setFlagsFromString('--no-compact-on-every-full-gc');
}
