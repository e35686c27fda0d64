import { LRUCache } from 'lru-cache';
import { isFresh, type ConversationMemory } from '../questions/memory.js';
import type { Context } from '../questions/question.js';

/** More talks at once than a city administration has; the oldest is forgotten first. */
const TALKS = 2000;

/**
 * Keeps talks in this process's memory. A restart or another replica forgets them: a follow-up is then asked back,
 * which is better than a talk of every person in the database.
 */
export function conversationMemory(): ConversationMemory {
  const talks = new LRUCache<string, Context>({ max: TALKS });
  return {
    recall(key, now) {
      const context = talks.get(key);
      if (!context) return null;
      if (isFresh(context, now)) return context;
      talks.delete(key);
      return null;
    },
    remember(key, context) {
      const present = talks.peek(key);
      if (!present || present.at <= context.at) talks.set(key, context);
    },
  };
}
