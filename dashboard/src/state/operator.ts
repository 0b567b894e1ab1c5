import { createStore } from './store';

/** What lets this page order things. Kept in memory only: a reload forgets it, and no other page can read it. */
export const operatorToken = createStore('');
