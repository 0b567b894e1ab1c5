import type { ComponentChildren } from 'preact';

/** A list and, beside it (on a phone instead of it), the one that is open. */
export function Split({ list, detail }: { list: ComponentChildren; detail: ComponentChildren | null }) {
  return (
    <div class={detail === null ? 'split' : 'split open'}>
      <div class="split-list">{list}</div>
      {detail !== null && <div class="split-detail">{detail}</div>}
    </div>
  );
}

export function CloseLink({ href }: { href: string }) {
  return (
    <a class="quiet close" href={href} aria-label="Close">
      Close <kbd>Esc</kbd>
    </a>
  );
}
