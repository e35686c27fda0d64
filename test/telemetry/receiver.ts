import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

/** A collector: takes what comes in by OTLP over HTTP. */
export class Receiver {
  readonly received: { path: string; type: string; body: Buffer }[] = [];

  private constructor(
    readonly url: string,
    private readonly server: http.Server,
  ) {}

  static async start(): Promise<Receiver> {
    const server = http.createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const receiver = new Receiver(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
    server.on('request', (request, response) => {
      void buffer(request).then((sent) => {
        const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
        receiver.received.push({ path: request.url ?? '', type: request.headers['content-type'] ?? '', body });
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{}');
      });
    });
    return receiver;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** The spans that came as JSON. */
  spans(): SpanSeen[] {
    return this.received
      .filter(({ path }) => path === '/v1/traces')
      .flatMap(({ body }) => (JSON.parse(body.toString()) as Traces).resourceSpans)
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
      .map(({ attributes, ...span }) => ({ ...span, attributes: plain(attributes) }));
  }

  /** The values that came as JSON by the metric's name: sums, and how often a duration was measured. */
  measured(): Map<string, { value: number; attributes: Record<string, unknown> }[]> {
    const metrics = this.received
      .filter(({ path }) => path === '/v1/metrics')
      .flatMap(({ body }) => (JSON.parse(body.toString()) as Metrics).resourceMetrics)
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    return new Map(
      metrics.map(({ name, sum, histogram }) => [
        name,
        (sum ?? histogram)!.dataPoints.map(({ attributes, asDouble, asInt, count }) => ({
          value: Number(asDouble ?? asInt ?? count),
          attributes: plain(attributes),
        })),
      ]),
    );
  }
}

export interface SpanSeen {
  name: string;
  spanId: string;
  parentSpanId?: string;
  status: { code: number; message?: string };
  events: unknown[];
  attributes: Record<string, unknown>;
}
type KeyValues = { key: string; value: Record<string, unknown> }[];
interface Traces {
  resourceSpans: { scopeSpans: { spans: (Omit<SpanSeen, 'attributes'> & { attributes: KeyValues })[] }[] }[];
}
interface Metrics {
  resourceMetrics: { scopeMetrics: { metrics: { name: string; sum?: Points; histogram?: Points }[] }[] }[];
}
interface Points {
  dataPoints: { attributes: KeyValues; asDouble?: number; asInt?: number; count?: number }[];
}

function plain(attributes: KeyValues): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
