/** What the platform says of an account, in an activity or in a conversation's roster; all of it may be absent. */
export interface AccountFacts {
  userPrincipalName?: unknown;
  userRole?: unknown;
  tenantId?: unknown;
}

/** Roles of people who are only visiting; colleagues are `user` or `owner`. */
const VISITORS = new Set(['guest', 'anonymous']);
/** In the name of an account from elsewhere: https://learn.microsoft.com/entra/external-id/user-properties */
const INVITED = /#ext#/i;

/**
 * Whether an account is a guest's, an anonymous one or of another tenant than `tenant` (null: any tenant will do). The
 * roster's role alone does not suffice: it is known to call guests `user`.
 */
export function isOutsider({ userPrincipalName, userRole, tenantId }: AccountFacts, tenant: string | null): boolean {
  if (typeof userRole === 'string' && VISITORS.has(userRole.toLowerCase())) return true;
  if (typeof userPrincipalName === 'string' && INVITED.test(userPrincipalName)) return true;
  return tenant !== null && typeof tenantId === 'string' && tenantId.toLowerCase() !== tenant.toLowerCase();
}
