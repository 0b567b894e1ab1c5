import type { Zone } from '../format/time';
import { createStore } from './store';

/** What the reader chose; kept in this browser only. */
export interface Prefs {
  readonly zone: Zone;
  readonly theme: Theme;
  readonly colours: Colours;
}

export type Theme = 'system' | 'dark' | 'light';
export type Colours = 'green-red' | 'red-green' | 'blue-orange';

export const THEMES: readonly Theme[] = ['system', 'dark', 'light'];
export const COLOURS: Readonly<Record<Colours, string>> = {
  'green-red': 'Up green, down red',
  'red-green': 'Up red, down green',
  'blue-orange': 'Up blue, down orange',
};

const KEY = 'sextant.prefs';
const FIRST: Prefs = { zone: 'utc', theme: 'system', colours: 'green-red' };

export const prefs = createStore<Prefs>(FIRST);

export function loadPrefs(): void {
  try {
    prefs.set(readPrefs(localStorage.getItem(KEY)));
  } catch {
    // Storage can be forbidden by the browser; the choices then last as long as the page.
  }
  apply();
}

export function choose(change: Partial<Prefs>): void {
  prefs.set({ ...prefs.get(), ...change });
  apply();
  try {
    localStorage.setItem(KEY, JSON.stringify(prefs.get()));
  } catch {
    // As above.
  }
}

export function toggleZone(): void {
  choose({ zone: prefs.get().zone === 'utc' ? 'local' : 'utc' });
}

/** Prefs from their stored text; anything unknown in it falls back to the first choice. */
export function readPrefs(text: string | null): Prefs {
  const stored = parse(text);
  return {
    zone: stored['zone'] === 'local' ? 'local' : 'utc',
    theme: THEMES.find((theme) => theme === stored['theme']) ?? FIRST.theme,
    colours: (Object.keys(COLOURS) as Colours[]).find((key) => key === stored['colours']) ?? FIRST.colours,
  };
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function apply(): void {
  const { theme, colours } = prefs.get();
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dataset['colours'] = colours;
}
