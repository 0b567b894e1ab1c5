/** Exact arithmetic on decimal text ("-12.3400"): a sum of money must not pass through a double. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

const PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

function parse(text: string): Scaled | null {
  const match = PATTERN.exec(text.trim());
  if (match === null) return null;
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2]}${fraction}`);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

function render({ units, scale }: Scaled): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}

function combine(a: string, b: string, apply: (x: bigint, y: bigint) => bigint): string | null {
  const x = parse(a);
  const y = parse(b);
  if (x === null || y === null) return null;
  const scale = Math.max(x.scale, y.scale);
  const lift = (n: Scaled) => n.units * 10n ** BigInt(scale - n.scale);
  return render({ units: apply(lift(x), lift(y)), scale });
}

export const isDecimal = (text: string): boolean => PATTERN.test(text.trim());
export const add = (a: string, b: string): string | null => combine(a, b, (x, y) => x + y);
export const subtract = (a: string, b: string): string | null => combine(a, b, (x, y) => x - y);

/** The exact sum; null if one of them is not known or not a number. */
export function sum(values: readonly (string | null)[]): string | null {
  return values.reduce<string | null>((total, v) => (total === null || v === null ? null : add(total, v)), '0');
}

export function signOf(text: string): -1 | 0 | 1 {
  const number = parse(text);
  if (number === null || number.units === 0n) return 0;
  return number.units < 0n ? -1 : 1;
}

/** Rounds half away from zero, or pads with zeros, to exactly `digits` decimals. */
export function toDigits(text: string, digits: number): string | null {
  const number = parse(text);
  if (number === null) return null;
  if (number.scale <= digits) return render({ units: number.units * 10n ** BigInt(digits - number.scale), scale: digits });
  const cut = 10n ** BigInt(number.scale - digits);
  const half = number.units < 0n ? -cut / 2n : cut / 2n;
  return render({ units: (number.units + half) / cut, scale: digits });
}

/** `0.0001` as per cent is `0.01`: the same digits, the point moved `places` to the right. */
export function shifted(text: string | null, places: number): string | null {
  const number = text === null ? null : parse(text);
  if (number === null) return null;
  const scale = Math.max(0, number.scale - places);
  return render({ units: number.units * 10n ** BigInt(Math.max(0, places - number.scale)), scale });
}

export function decimalsOf(text: string): number {
  return parse(text)?.scale ?? 0;
}
