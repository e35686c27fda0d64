import { isOpen } from '../../../programme/decision.js';
import { REGISTERS, type Register } from '../../../programme/programme.js';
import { HEALTHS, type Health } from '../../../programme/report.js';
import type { Body } from '../../answer.js';
import type { Scope } from '../scope.js';
import { newestReport } from '../status.js';

/** Where the whole programme stands. */
export function overview({ portfolio, index }: Scope): Body {
  const health = Object.fromEntries(HEALTHS.map((id) => [id, 0])) as Record<Health, number>;
  const running = index.byRegister.get('running') ?? [];
  let unreported = 0;
  for (const project of running) {
    const report = newestReport(portfolio, project.id);
    if (report) health[report.health] += 1;
    else unreported += 1;
  }
  const registers = REGISTERS.map((id) => [id, index.byRegister.get(id)?.length ?? 0]);
  return {
    kind: 'overview',
    registers: Object.fromEntries(registers) as Record<Register, number>,
    health,
    unreported,
    running: running.length,
    decisionsOpen: [...portfolio.decisions.values()].filter(isOpen).length,
    total: portfolio.programme.projects.length,
  };
}
