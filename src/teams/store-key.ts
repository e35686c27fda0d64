export { put, storeKey } from '../programme/store-key.js';
