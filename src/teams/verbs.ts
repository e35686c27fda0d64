/** The verb of buttons that say something for the person; `data.text` holds it. */
export const ASK_VERB = 'ask';
