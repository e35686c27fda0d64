/** Which language model translates, and where it is. */
export type LanguageModel =
  /** OpenAI, or a service that speaks its protocol at `baseUrl`. */
  | { kind: 'openai'; apiKey: string; baseUrl: string | null; model: string }
  /** Without a key the identity of the machine is used. */
  | { kind: 'azure'; endpoint: string; deployment: string; apiKey: string | null };
