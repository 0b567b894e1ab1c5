import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Long enough that nobody does it by mistake, short enough for the worst minute of the year. */
export const HOLD_MS = 1_200;
const RADIUS = 15;
const ROUND = 2 * Math.PI * RADIUS;

interface Props {
  label: string;
  disabled?: boolean;
  tone: 'warn' | 'bad';
  onHeld: () => void;
  children: ComponentChildren;
}

/** A button that must be held, with a finger, a mouse, Space or Enter; letting go early does nothing. */
export function Hold({ label, disabled = false, tone, onHeld, children }: Props) {
  const { share, press, release } = useHeld(onHeld);
  const isKey = (key: string) => key === ' ' || key === 'Enter';
  return (
    <button
      type="button"
      class={`hold ${tone}`}
      disabled={disabled}
      aria-label={`${label}: hold for ${HOLD_MS / 1000} seconds`}
      onPointerDown={(event) => event.button === 0 && press()}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onBlur={release}
      onKeyDown={(event) => {
        if (!isKey(event.key)) return;
        event.preventDefault();
        if (!event.repeat) press();
      }}
      onKeyUp={(event) => isKey(event.key) && release()}
    >
      <svg class="hold-ring" viewBox="0 0 36 36" width="36" height="36" aria-hidden="true">
        <circle cx="18" cy="18" r={RADIUS} />
        <circle class="hold-done" cx="18" cy="18" r={RADIUS} stroke-dasharray={`${share * ROUND} ${ROUND}`} />
      </svg>
      <span class="hold-words">
        <strong>{label}</strong>
        <span class="note">{children}</span>
      </span>
    </button>
  );
}

/** Counts while pressed; calls `onHeld` once when the time is full. */
function useHeld(onHeld: () => void) {
  const [share, setShare] = useState(0);
  const frame = useRef<number | null>(null);
  const begun = useRef(0);
  const release = () => {
    if (frame.current !== null) cancelAnimationFrame(frame.current);
    frame.current = null;
    setShare(0);
  };
  const step = () => {
    const done = (performance.now() - begun.current) / HOLD_MS;
    if (done >= 1) {
      release();
      onHeld();
      return;
    }
    setShare(done);
    frame.current = requestAnimationFrame(step);
  };
  const press = () => {
    if (frame.current !== null) return;
    begun.current = performance.now();
    frame.current = requestAnimationFrame(step);
  };
  useEffect(() => release, []);
  return { share, press, release };
}
