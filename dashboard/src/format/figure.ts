import { decimalsOf, isDecimal, signOf, toDigits } from './decimal';

/** What a number is; decides digits, sign and unit. Every number on screen passes through `figure`. */
export type Kind =
  | 'price'
  /** A price with the digits that the venue gave it, where two of them are a tick apart. */
  | 'quote'
  | 'qty'
  | 'money'
  | 'pnl'
  | 'r'
  | 'bps'
  | 'percent'
  | 'change'
  | 'funding'
  | 'count'
  | 'points'
  | 'signed_points'
  | 'ms'
  | 'indicator';

export interface Figure {
  readonly text: string;
  readonly unit: string;
  /** The number as the API gave it, for the tool tip; null when there is none. */
  readonly exact: string | null;
  readonly sign: -1 | 0 | 1;
  /** Whether the sign is good or bad news, and may be coloured. */
  readonly toned: boolean;
}

export type Numeric = string | number | null | undefined;

const MINUS = '\u2212';
export const UNKNOWN = '\u2013';
const SIGNED: ReadonlySet<Kind> = new Set(['pnl', 'r', 'change', 'funding', 'signed_points']);
const TONED: ReadonlySet<Kind> = new Set(['pnl', 'r', 'change']);
const UNITS: Partial<Record<Kind, string>> = { r: 'R', bps: 'bps', percent: '%', change: '%', funding: '%', ms: 'ms' };

export function figure(kind: Kind, value: Numeric, unit?: string): Figure {
  const signed = SIGNED.has(kind);
  const toned = TONED.has(kind);
  const exact = exactText(value);
  const shownUnit = unit ?? UNITS[kind] ?? '';
  if (exact === null) return { text: UNKNOWN, unit: '', exact: null, sign: 0, toned };
  const rounded = toDigits(exact, digitsFor(kind, exact)) ?? exact;
  const sign = signOf(rounded);
  return { text: prefix(sign, signed) + group(rounded.replace(/^[+-]/, '')), unit: shownUnit, exact, sign, toned };
}

/** The figure with its unit, as one line of text. */
export function say(kind: Kind, value: Numeric, unit?: string): string {
  const { text, unit: shown } = figure(kind, value, unit);
  return shown === '' ? text : `${text} ${shown}`;
}

/** Decimal text of a number without exponent; null where it is missing or not a number. */
function exactText(value: Numeric): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return isDecimal(value) ? value : null;
  if (!Number.isFinite(value)) return null;
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 });
}

function prefix(sign: -1 | 0 | 1, signed: boolean): string {
  if (sign < 0) return MINUS;
  return signed && sign > 0 ? '+' : '';
}

function group(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function digitsFor(kind: Kind, exact: string): number {
  switch (kind) {
    case 'price':
      return priceDigits(Number(exact));
    case 'quote':
      return decimalsOf(exact);
    case 'qty':
      return Math.min(8, Math.max(3, decimalsOf(exact)));
    case 'money':
    case 'pnl':
    case 'r':
    case 'change':
      return 2;
    case 'funding':
      return 4;
    case 'bps':
    case 'percent':
    case 'points':
    case 'signed_points':
      return 1;
    case 'count':
    case 'ms':
      return 0;
    case 'indicator':
      return Math.min(decimalsOf(exact), indicatorDigits(Math.abs(Number(exact))));
  }
}

function indicatorDigits(size: number): number {
  if (size >= 100) return 1;
  return size >= 1 ? 2 : 4;
}

/** About seven digits of a price, whatever it trades at: 61,807.8, 2,345.67, 0.123456. */
export function priceDigits(price: number): number {
  const size = Math.abs(price);
  if (size >= 10_000) return 1;
  if (size >= 100) return 2;
  if (size >= 1) return 4;
  return 6;
}
