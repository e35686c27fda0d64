/** Kinds of stored documents that stay when somebody wants to be forgotten: history, the programme, and what was sent. */
const KEPT = ['log', 'parts', 'digests', 'digest-posts', 'outbox', 'jobs', 'steering', 'platform', 'transfer'];

/**
 * Whether documents of a kind (a partition's name without its week or number) go when the person they are about wants
 * to be forgotten. What is not known here is personal, unless somebody decides otherwise. What was sent to whom stays for
 * the weeks the retention job leaves it, else everything would be sent again.
 */
export function isErased(kind: string): boolean {
  return !KEPT.includes(kind);
}

/** Whether documents of a kind may be about one person at all; the others are not searched for their traces. */
export function mayBePersonal(kind: string): boolean {
  return isErased(kind) || kind === 'outbox';
}
