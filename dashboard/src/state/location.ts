import { createStore, useStore } from './store';

export interface Place {
  readonly path: string;
  readonly search: string;
}

const here = (): Place => ({ path: window.location.pathname, search: window.location.search });
const place = createStore<Place>({ path: '/', search: '' });

export function navigate(href: string, how: 'push' | 'replace' = 'push'): void {
  if (href === place.get().path + place.get().search) return;
  if (how === 'push') history.pushState(null, '', href);
  else history.replaceState(null, '', href);
  place.set(here());
}

export function usePlace(): Place {
  return useStore(place);
}

/** One query parameter of the URL and how to change it; empty values leave the URL. */
export function useParam(name: string): [string, (value: string) => void] {
  const { path, search } = usePlace();
  const value = new URLSearchParams(search).get(name) ?? '';
  return [value, (next) => navigate(withParam(path, search, name, next), 'replace')];
}

export function withParam(path: string, search: string, name: string, value: string): string {
  const params = new URLSearchParams(search);
  if (value === '') params.delete(name);
  else params.set(name, value);
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Takes up the address that was opened, and lets links change it without loading the page again. */
export function followLinks(): void {
  place.set(here());
  window.addEventListener('popstate', () => place.set(here()));
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || !isOurs(event, link)) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  });
}

function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const inside = link.origin === window.location.origin && !link.pathname.startsWith('/api/');
  return plain && inside && link.target === '' && link.hash === '' && !event.defaultPrevented;
}
