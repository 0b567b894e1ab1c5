/** The stretch of time that all panes of a chart show, in seconds. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** `preset`: the chosen range, moving with the data; `right`: zoomed, still at the newest; `free`: looking back. */
export type Hold = 'preset' | 'right' | 'free';

const NARROWEST_S = 20;

/** One shared stretch of time: gestures and new data change it, panes listen to it. */
export class Viewport {
  hold: Hold = 'preset';
  private current: Span = { min: 0, max: 1 };
  private edge: Span | null = null;
  private readonly listeners = new Set<() => void>();

  get span(): Span {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  show(span: Span, hold: Hold): void {
    if (!(span.max > span.min)) return;
    this.hold = hold;
    if (span.min === this.current.min && span.max === this.current.max) return;
    this.current = span;
    for (const listener of [...this.listeners]) listener();
  }

  /** The data now reaches over `edge`; `preset` is what the chosen range would show of it. */
  dataReaches(edge: Span, preset: Span): void {
    const grown = edge.max - (this.edge?.max ?? edge.max);
    this.edge = edge;
    if (this.hold === 'preset') this.show(preset, 'preset');
    else if (this.hold === 'right') this.show({ min: this.current.min + grown, max: this.current.max + grown }, 'right');
  }

  pan(bySeconds: number): void {
    if (this.edge !== null) this.move(panned(this.current, bySeconds, this.edge));
  }

  /** `factor` below 1 zooms in, around `at`; unless told, around the newest, or the middle when looking back. */
  zoom(factor: number, at = this.anchor()): void {
    if (this.edge !== null) this.move(zoomed(this.current, factor, at, this.edge));
  }

  private anchor(): number {
    return this.hold === 'free' ? (this.current.min + this.current.max) / 2 : this.current.max;
  }

  private move(next: Span): void {
    this.show(next, next.max >= (this.edge?.max ?? Infinity) ? 'right' : 'free');
  }
}

/** Half a screen may be empty at either side, no more. */
export function panned({ min, max }: Span, by: number, edge: Span): Span {
  const width = max - min;
  const [first, last] = [edge.min - width / 2, Math.max(edge.min, edge.max) - width / 2];
  const start = Math.min(Math.max(min + by, first), last);
  return { min: start, max: start + width };
}

export function zoomed({ min, max }: Span, factor: number, at: number, edge: Span): Span {
  const widest = Math.max(NARROWEST_S, (edge.max - edge.min) * 1.5);
  const width = Math.min(widest, Math.max(NARROWEST_S, (max - min) * factor));
  const share = (at - min) / (max - min);
  const start = at - share * width;
  return { min: start, max: start + width };
}

/** The last `rangeS` seconds of the data, or all of it where there is less, with a little air. */
export function preset(edge: Span, rangeS: number): Span {
  const min = Math.max(edge.min, edge.max - rangeS);
  const air = Math.max(5, (edge.max - min) * 0.03);
  return { min: min - air / 3, max: edge.max + air };
}
