import { ApiFailure, getJson } from './client';
import type { Query } from './queries';
import { asOfOf, NOTHING_YET, type Reading } from './reading';

const SLOWEST_MS = 10_000;

/**
 * Reads one path again and again while somebody listens and the page is visible. Reads never overlap; after failures
 * the pause doubles up to 10 s. An answer equal to the last keeps the same object, so nothing is drawn twice.
 */
export class Poller<T> {
  private reading: Reading<T>;
  private text = '';
  private failures = 0;
  private running = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly query: Query<T>,
    private readonly read: (path: string) => Promise<T> = getJson,
    private readonly isVisible: () => boolean = () => document.visibilityState === 'visible',
  ) {
    this.reading = { ...NOTHING_YET, staleAfterMs: Math.max(5_000, 3 * query.everyMs) };
  }

  get(): Reading<T> {
    return this.reading;
  }

  /** Reads now instead of at the next turn: after a command, people look for what it did. */
  refresh(): void {
    this.wake();
  }

  get idle(): boolean {
    return this.listeners.size === 0;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.wake();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.rest();
    };
  }

  /** Called when the page becomes visible or hidden. */
  visibilityChanged(): void {
    if (this.isVisible()) this.wake();
    else this.rest();
  }

  private wake(): void {
    this.rest();
    if (this.listeners.size > 0 && this.isVisible() && !this.running) void this.once();
  }

  private rest(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async once(): Promise<void> {
    this.running = true;
    try {
      this.take(await this.read(this.query.path));
    } catch (cause) {
      this.miss(cause instanceof ApiFailure ? cause : new ApiFailure('malformed', String(cause)));
    } finally {
      this.running = false;
    }
    for (const listener of [...this.listeners]) listener();
    if (this.listeners.size > 0 && this.isVisible()) {
      this.timer = setTimeout(() => void this.once(), this.pauseMs());
    }
  }

  private take(answer: T): void {
    const text = JSON.stringify(answer);
    const data = text === this.text ? this.reading.data : answer;
    this.text = text;
    this.failures = 0;
    this.reading = { ...this.reading, data, asOf: asOfOf(answer), receivedAtMs: Date.now(), failure: null };
  }

  private miss(failure: ApiFailure): void {
    this.failures += 1;
    this.reading = { ...this.reading, failure };
  }

  private pauseMs(): number {
    if (this.failures === 0) return this.query.everyMs;
    const asked = this.reading.failure?.retryAfterMs ?? 0;
    return Math.max(asked, Math.min(SLOWEST_MS, this.query.everyMs * 2 ** (this.failures - 1)));
  }
}
