import { z } from 'zod/v4';

const lenient = <T extends z.ZodType>(type: T) => type.nullish().catch(undefined);
const data = z.record(z.string(), z.unknown());
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

const query = z.object({
  commandId: z.string().max(100),
  parameters: z.array(z.object({ name: z.string().max(100), value: z.unknown() })).max(20),
  queryOptions: lenient(z.object({ skip: lenient(whole(0, 10_000)), count: lenient(whole(1, 1_000)) })),
});
const link = z.object({ url: z.string().max(4_096) });
const message = z.object({
  body: lenient(z.object({ contentType: lenient(z.string()), content: lenient(z.string()) })),
  mentions: lenient(
    z.array(z.object({ id: z.number().int(), mentioned: lenient(z.object({ application: z.unknown() })) })).max(1_000),
  ),
});
const action = z.object({
  commandId: z.string().max(100),
  messagePayload: lenient(message),
  data: lenient(data),
});

/** What each invoke of a message extension must bring; https://learn.microsoft.com/microsoftteams/platform/messaging-extensions */
const values = {
  'composeExtension/query': query,
  'composeExtension/queryLink': link,
  'composeExtension/anonymousQueryLink': link,
  'composeExtension/fetchTask': action,
  'composeExtension/submitAction': action,
};

export type ExtensionInvoke = keyof typeof values;
export type Query = z.infer<typeof query>;
export type Link = z.infer<typeof link>;
export type Action = z.infer<typeof action>;
export type TeamsMessage = z.infer<typeof message>;

/** Whether a name is that of an invoke the message extension answers. */
export function isExtensionInvoke(name: string | null | undefined): name is ExtensionInvoke {
  return typeof name === 'string' && Object.hasOwn(values, name);
}

/** The value of an invoke, or null where it is malformed. */
export function readValue<Name extends ExtensionInvoke>(
  name: Name,
  value: unknown,
): z.infer<(typeof values)[Name]> | null {
  const read = values[name].safeParse(value);
  return read.success ? (read.data as z.infer<(typeof values)[Name]>) : null;
}
