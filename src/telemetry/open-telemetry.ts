import { context, createContextKey, metrics, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { LotseError } from '../programme/errors.js';
import { StoreConflict } from '../programme/store.js';
import type { Attributes, StepName, Telemetry } from '../programme/telemetry.js';

/** The step that is under way, with what has been said about it. */
interface Step {
  span: Span;
  attributes: Attributes;
}
const STEP = createContextKey('lotse.step');

/** Tells OpenTelemetry; to be made when its SDK has been started. */
export function openTelemetry(): Telemetry {
  const tracer = trace.getTracer('lotse');
  const meter = metrics.getMeter('lotse');
  const durations = {
    turn: meter.createHistogram('lotse.turn.duration', { unit: 'ms', description: 'How long a turn took' }),
    job: meter.createHistogram('lotse.job.duration', { unit: 'ms', description: 'How long a run of a job took' }),
    store: meter.createHistogram('lotse.store.duration', { unit: 'ms', description: 'How long the store took' }),
  };
  const turns = meter.createCounter('lotse.turns', { description: 'Turns of people' });
  const messages = {
    sent: meter.createCounter('lotse.jobs.sent', { description: 'Messages sent by jobs' }),
    failed: meter.createCounter('lotse.jobs.failed', { description: 'Messages jobs could not send' }),
  };

  async function step<T>(name: StepName, attributes: Attributes, work: () => Promise<T>): Promise<T> {
    const span = tracer.startSpan(name, { attributes });
    const current: Step = { span, attributes: { ...attributes } };
    const began = performance.now();
    try {
      const within = trace.setSpan(context.active(), span).setValue(STEP, current);
      return await context.with(within, work);
    } catch (error) {
      const type = typeOf(error);
      current.attributes['error.type'] = type;
      span.setAttribute('error.type', type);
      if (!isExpected(error)) span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
      durations[name].record(performance.now() - began, current.attributes);
      if (name === 'turn') turns.add(1, current.attributes);
    }
  }

  return {
    step,
    note(attributes) {
      const current = context.active().getValue(STEP) as Step | undefined;
      if (!current) return;
      Object.assign(current.attributes, attributes);
      current.span.setAttributes(attributes);
    },
    count: (what, by, attributes) => {
      messages[what].add(by, attributes);
    },
  };
}

/** The kind of an error alone: its message may hold what people wrote. */
function typeOf(error: unknown): string {
  if (error instanceof LotseError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}

/** Somebody did what is not possible, or was faster: nothing is broken. */
function isExpected(error: unknown): boolean {
  return error instanceof LotseError || error instanceof StoreConflict;
}
