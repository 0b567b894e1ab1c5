import type { ComponentChildren } from 'preact';

/** One headline figure with its name above and a remark below. */
export function Stat({ name, children, note }: { name: string; children: ComponentChildren; note?: ComponentChildren }) {
  return (
    <div class="stat">
      <span class="stat-name">{name}</span>
      <span class="stat-value">{children}</span>
      {note !== undefined && <span class="stat-note">{note}</span>}
    </div>
  );
}
