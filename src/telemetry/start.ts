import type { Log } from '../programme/log.js';
import { type Telemetry, UNWATCHED } from '../programme/telemetry.js';

/** Telemetry for as long as the process runs. */
export interface RunningTelemetry extends Telemetry {
  /** Sends what has gathered. */
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Starts traces and metrics where the standard variables ask for them
 * (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/); nothing is loaded otherwise. What
 * the endpoint, headers, sampling and batches are, the SDK itself reads from the process's environment.
 */
export async function startTelemetry(environment: Environment, log: Log): Promise<RunningTelemetry> {
  const wanted = { traces: isWanted('TRACES', environment), metrics: isWanted('METRICS', environment) };
  if (!wanted.traces && !wanted.metrics) return { ...UNWATCHED, stop: () => Promise.resolve() };
  const { startSdk } = await import('./sdk.js');
  const { openTelemetry } = await import('./open-telemetry.js');
  const stop = await startSdk(wanted, environment, log);
  return { ...openTelemetry(), stop };
}

function isWanted(signal: 'TRACES' | 'METRICS', environment: Environment): boolean {
  const value = (name: string): string => environment[name]?.trim() ?? '';
  if (value('OTEL_SDK_DISABLED').toLowerCase() === 'true') return false;
  if (value(`OTEL_${signal}_EXPORTER`) === 'none') return false;
  return value('OTEL_EXPORTER_OTLP_ENDPOINT') !== '' || value(`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`) !== '';
}
