/** The commands of the manifest's `composeExtensions`: search while typing, and ask about a message. */
export const SEARCH = 'projects';
export const ASK = 'ask';
/** The search's parameter that holds what has been typed. */
export const TYPED = 'words';
