import { context, diag, DiagLogLevel, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Log } from '../programme/log.js';
import { metricExporter, spanExporter } from './exporters.js';

type Environment = Readonly<Record<string, string | undefined>>;
/** The SDK does not read this one variable itself. */
const INTERVAL = 'OTEL_METRIC_EXPORT_INTERVAL';
const USUAL_INTERVAL_MS = 60_000;

/** Starts what is wanted and returns how to end it, which sends what has gathered. */
export async function startSdk(
  wanted: { traces: boolean; metrics: boolean },
  environment: Environment,
  log: Log,
): Promise<() => Promise<void>> {
  const tell = (message: string): void => log.warn({ message }, 'telemetry is in trouble');
  const quiet = (): void => undefined;
  diag.setLogger({ error: tell, warn: tell, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'lotse' }))
    .merge(detectResources({ detectors: [envDetector] }));
  const stops: (() => Promise<void>)[] = [];
  if (wanted.traces) {
    const exporter = await spanExporter(environment);
    const provider = new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] });
    trace.setGlobalTracerProvider(provider);
    stops.push(() => provider.shutdown());
  }
  if (wanted.metrics) {
    const exportIntervalMillis = Number(environment[INTERVAL]) || USUAL_INTERVAL_MS;
    const exportTimeoutMillis = Math.min(exportIntervalMillis, 30_000);
    const exporter = await metricExporter(environment);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis, exportTimeoutMillis });
    const provider = new MeterProvider({ resource, readers: [reader] });
    metrics.setGlobalMeterProvider(provider);
    stops.push(() => provider.shutdown());
  }
  return async () => {
    // That nobody listens any more is no reason not to stop.
    await Promise.allSettled(stops.map((stop) => stop()));
  };
}
