import type { PageName } from '../state/routes';

const PATHS: Readonly<Record<PageName, string>> = {
  overview: 'M3 12.5 10 5l7 7.5M5.5 10.5V16.5h9v-6',
  market: 'M5.5 3v3m0 7v4M14.5 3v4m0 6v4M3.5 6h4v7h-4zM12.5 7h4v6h-4z',
  decisions: 'M3 16.5h14M5 13.5V10M8.5 13.5V4.5M12 13.5V8M15.5 13.5V6',
  orders: 'M4 4.5h12M4 10h12M4 15.5h7M14 14l1.5 1.5L18 13',
  positions: 'M3 14.5l4.5-5 3.5 3 6-7M13 5.5h4v4',
  opportunities: 'M10 3.5 16.5 15h-13zM10 3.5 7.8 7.4M16.5 15l-4.5.1M3.5 15l2.2-3.9',
  backtesting: 'M4 10a6 6 0 1 0 2-4.5M4 3v3.5h3.5M10 6.5V10l2.5 2',
  risk: 'M10 3l6 2.2v4.3c0 3.7-2.5 6.2-6 7.5-3.5-1.3-6-3.8-6-7.5V5.2zM10 7v4m0 2.2v.3',
  system: 'M3.5 10h3l2-5.5 3 11 2-5.5h3',
};

export function Icon({ page }: { page: PageName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={PATHS[page]} />
    </svg>
  );
}

/** The sextant: frame, index arm, graduated arc. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <path d="M16 6.5 5.6 23.2a19.4 19.4 0 0 0 20.8 0Z" />
      <path d="M16 6.5l3.4 18.9M11 14.6h6.4" />
      <path class="logo-arc" d="M8.3 22.3a15.6 15.6 0 0 0 15.4 0" />
      <circle cx="16" cy="6.5" r="1.9" />
    </svg>
  );
}
