import { choose, COLOURS, prefs, THEMES, type Colours, type Theme } from '../state/prefs';
import { useStore } from '../state/store';
import { helpOpen } from '../keys/keyboard';

const THEME_WORDS: Readonly<Record<Theme, string>> = { system: 'As the system', dark: 'Dark', light: 'Light' };

/** The reader's choices; they live in this browser. */
export function Settings() {
  const { theme, colours } = useStore(prefs);
  return (
    <div class="settings">
      <label>
        <span>Theme</span>
        <select value={theme} onChange={(event) => choose({ theme: event.currentTarget.value as Theme })}>
          {THEMES.map((option) => (
            <option key={option} value={option}>
              {THEME_WORDS[option]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Colours</span>
        <select value={colours} onChange={(event) => choose({ colours: event.currentTarget.value as Colours })}>
          {Object.entries(COLOURS).map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="quiet" onClick={() => helpOpen.set(true)}>
        Keyboard <kbd>?</kbd>
      </button>
    </div>
  );
}
