import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isStale, type Reading } from '../api/reading';
import { useVerdict } from '../state/now';
import { Failed, Freshness, Loading } from './Condition';

interface Props<T> {
  title: string;
  reading: Reading<T>;
  /** What to say instead of the content when there is nothing yet; null where there is something. */
  empty?: (data: T) => ComponentChildren | null;
  aside?: ComponentChildren;
  /** Filters and the like, on a line of their own. */
  tools?: ComponentChildren;
  class?: string;
  children: (data: T) => ComponentChildren;
}

/** A titled box around one reading: loading, failed, empty, stale (greyed, with its age) or fresh. */
export function Panel<T>({ title, reading, empty, aside, tools, class: extra = '', children }: Props<T>) {
  const heading = useId();
  const stale = useVerdict((nowMs) => isStale(reading, nowMs));
  return (
    <section class={`panel ${extra}`} aria-labelledby={heading}>
      <header class="panel-head">
        <h2 id={heading}>{title}</h2>
        <div class="panel-aside">
          {aside}
          <Freshness reading={reading} stale={stale} />
        </div>
      </header>
      {tools !== undefined && <div class="panel-tools">{tools}</div>}
      <div class={stale ? 'panel-body stale' : 'panel-body'}>{body(reading, empty, children)}</div>
    </section>
  );
}

function body<T>(reading: Reading<T>, empty: Props<T>['empty'], children: Props<T>['children']): ComponentChildren {
  if (reading.data !== null) {
    const nothing = empty?.(reading.data) ?? null;
    return nothing === null ? children(reading.data) : <div class="empty">{nothing}</div>;
  }
  return reading.failure === null ? <Loading /> : <Failed failure={reading.failure} />;
}
