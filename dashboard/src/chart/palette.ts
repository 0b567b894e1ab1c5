import { useEffect, useState } from 'preact/hooks';
import { prefs } from '../state/prefs';

/** The colours of styles/tokens.css as a canvas needs them: resolved for the theme in force. */
export interface Palette {
  readonly ink: string;
  readonly faint: string;
  readonly grid: string;
  readonly panel: string;
  readonly up: string;
  readonly down: string;
  readonly brass: string;
  readonly blue: string;
  readonly violet: string;
  readonly warn: string;
  readonly font: string;
}

function readPalette(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    ink: colour('ink-2'),
    faint: colour('ink-3'),
    grid: colour('grid'),
    panel: colour('panel'),
    up: colour('up'),
    down: colour('down'),
    brass: colour('brass'),
    blue: colour('blue'),
    violet: colour('violet'),
    warn: colour('warn'),
    font: `11px ${getComputedStyle(document.body).fontFamily}`,
  };
  probe.remove();
  return palette;
}

/** The palette, read again when the theme or the colours change. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette);
  useEffect(() => {
    const refresh = () => setPalette(readPalette());
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', refresh);
    const stop = prefs.subscribe(refresh);
    return () => {
      dark.removeEventListener('change', refresh);
      stop();
    };
  }, []);
  return palette;
}

/** A colour of the palette ("rgb(1, 2, 3)") made translucent. */
export function fade(colour: string, alpha: number): string {
  return colour.startsWith('rgb(') ? colour.replace('rgb(', 'rgba(').replace(')', `, ${alpha})`) : colour;
}
