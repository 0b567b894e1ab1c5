import { navigate } from '../state/location';
import { PAGES, routeOf } from '../state/routes';
import { toggleZone } from '../state/prefs';
import { createStore } from '../state/store';
import { moveRow, openRow } from './rows';

export const helpOpen = createStore(false);

/** The whole keyboard, as the help shows it. */
export const KEYS: readonly (readonly [string, string])[] = [
  ...PAGES.map((page) => [`g ${page.key}`, page.title] as const),
  ['j / k', 'Next / previous row'],
  ['Enter', 'Open the row'],
  ['Esc', 'Close what is open'],
  ['/', 'Filter'],
  ['t', 'UTC or local time'],
  ['?', 'This help'],
];

const CHORD_MS = 1_500;
let chordUntilMs = 0;

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const handled = isTyping(event.target) ? leaveField(event) : press(event.key);
    if (handled) event.preventDefault();
  });
}

function press(key: string): boolean {
  if (performance.now() < chordUntilMs) {
    chordUntilMs = 0;
    return goTo(key);
  }
  switch (key) {
    case 'g':
      chordUntilMs = performance.now() + CHORD_MS;
      return true;
    case 'j':
      return moveRow(1);
    case 'k':
      return moveRow(-1);
    case 'Enter':
      return openRow();
    case 'Escape':
      return close();
    case '/':
      return focusFilter();
    case 't':
      toggleZone();
      return true;
    case '?':
      helpOpen.set(!helpOpen.get());
      return true;
    default:
      return false;
  }
}

function goTo(key: string): boolean {
  const page = PAGES.find((p) => p.key === key);
  if (page !== undefined) navigate(page.href);
  return page !== undefined;
}

/** The pages where a row opens beside its list. */
const OPENING: readonly string[] = ['decisions', 'orders', 'opportunities', 'backtesting'];

/** Closes the help, else the open row. */
function close(): boolean {
  if (helpOpen.get()) {
    helpOpen.set(false);
    return true;
  }
  const route = routeOf(window.location.pathname);
  if (route.id === null || !OPENING.includes(route.page)) return false;
  navigate(`/${route.page}${window.location.search}`);
  return true;
}

function focusFilter(): boolean {
  const field = document.querySelector<HTMLInputElement>('input[data-filter]');
  field?.focus();
  field?.select();
  return field !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, select, textarea');
}

function leaveField(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || !(event.target instanceof HTMLElement)) return false;
  event.target.blur();
  return true;
}
