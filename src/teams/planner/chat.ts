import type { AzureOpenAI, OpenAI } from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { z } from 'zod/v4';
import { failureOf, ServiceFailure, TimedOut } from './failure.js';
import type { LanguageModel } from './model.js';
import { askTool, type ToolCall } from './tool.js';

/** What came back: the tool call, if there is one. Its text is not even read. */
export interface Completion {
  call: ToolCall | null;
  /** What it cost, where the service says so. */
  tokens: number | null;
}
/** Asks the model once. Rejects with ServiceFailure, at the latest when the signal aborts. */
export type Chat = (messages: ChatCompletionMessageParam[], signal: AbortSignal) => Promise<Completion>;

export interface ChatOptions {
  /** Client id of a user-assigned managed identity; null: whatever identity the machine has. */
  identity?: string | null;
  /** Gives tokens for Azure instead of the machine's identity. */
  token?: () => Promise<string>;
}

const OPENAI = 'https://api.openai.com/v1';
/** https://learn.microsoft.com/azure/ai-services/openai/reference: the stable version of the inference API. */
const AZURE_API = '2024-10-21';
const AZURE_SCOPE = 'https://cognitiveservices.azure.com/.default';

/** Services that only speak the protocol may leave out what Lotse does not use. */
const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          tool_calls: z
            .array(z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }))
            .nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.number() }).nullish().catch(null),
});

/** The language model as something to ask. The SDK is loaded with the first question; nothing is repeated here. */
export function openChat(model: LanguageModel, options: ChatOptions = {}): Chat {
  let connecting: Promise<OpenAI> | undefined;
  return async (messages, signal) => {
    connecting ??= connect(model, options);
    try {
      const made = connecting.then((client) =>
        client.chat.completions.create({ model: nameOf(model), messages, tools: [askTool] }, { signal }),
      );
      return read(await beforeAbort(made, signal));
    } catch (error) {
      throw error instanceof ServiceFailure ? error : new ServiceFailure(failureOf(error));
    }
  };
}

async function connect(model: LanguageModel, options: ChatOptions): Promise<OpenAI | AzureOpenAI> {
  const sdk = await import('openai');
  // Said in full, so that no variable of the environment that Lotse does not document has a say.
  const shared = { maxRetries: 0, organization: null, project: null };
  if (model.kind === 'openai') {
    return new sdk.OpenAI({ ...shared, apiKey: model.apiKey, baseURL: model.baseUrl ?? OPENAI });
  }
  const azureADTokenProvider = model.apiKey === null ? (options.token ?? (await machineToken(options))) : undefined;
  return new sdk.AzureOpenAI({
    ...shared,
    endpoint: model.endpoint.replace(/\/+$/, ''),
    deployment: model.deployment,
    apiVersion: AZURE_API,
    ...(model.apiKey === null ? { azureADTokenProvider } : { apiKey: model.apiKey }),
  });
}

async function machineToken({ identity }: ChatOptions): Promise<() => Promise<string>> {
  const { DefaultAzureCredential, getBearerTokenProvider } = await import('@azure/identity');
  const credential = new DefaultAzureCredential(identity ? { managedIdentityClientId: identity } : {});
  return getBearerTokenProvider(credential, AZURE_SCOPE);
}

function nameOf(model: LanguageModel): string {
  return model.kind === 'openai' ? model.model : model.deployment;
}

function read(answer: unknown): Completion {
  const seen = completion.safeParse(answer);
  if (!seen.success) {
    throw new ServiceFailure({ reason: 'rejected', status: 200, code: 'no_completion', retryAfterMs: null });
  }
  const [call] = seen.data.choices[0]?.message.tool_calls ?? [];
  const tokens = seen.data.usage?.total_tokens ?? null;
  return { call: call ? { id: call.id, ...call.function } : null, tokens };
}

/** The SDK's signal does not reach everything that may hang, as where a token is fetched. */
async function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(new TimedOut());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
