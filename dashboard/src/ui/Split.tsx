import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

interface Props {
  list: ComponentChildren;
  detail: ComponentChildren | null;
  /** Which one is open. */
  openId: string | null;
}

/** Below this width the open one takes the list's place. */
const NARROW = '(max-width: 900px)';

/** A list and, beside it (on a phone instead of it), the one that is open. */
export function Split({ list, detail, openId }: Props) {
  useEffect(() => {
    if (openId !== null && window.matchMedia(NARROW).matches) window.scrollTo(0, 0);
  }, [openId]);
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
