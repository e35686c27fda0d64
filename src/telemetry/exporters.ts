import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';

type Environment = Readonly<Record<string, string | undefined>>;

/** Over HTTP, in the form the variables ask for: http/protobuf, as is the standard, or http/json. */
export async function spanExporter(environment: Environment): Promise<SpanExporter> {
  if (wantsJson('TRACES', environment)) {
    const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
    return new OTLPTraceExporter();
  }
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-proto');
  return new OTLPTraceExporter();
}

/** As `spanExporter`. */
export async function metricExporter(environment: Environment): Promise<PushMetricExporter> {
  if (wantsJson('METRICS', environment)) {
    const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http');
    return new OTLPMetricExporter();
  }
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-proto');
  return new OTLPMetricExporter();
}

function wantsJson(signal: string, environment: Environment): boolean {
  const own = environment[`OTEL_EXPORTER_OTLP_${signal}_PROTOCOL`];
  return (own || environment.OTEL_EXPORTER_OTLP_PROTOCOL) === 'http/json';
}
