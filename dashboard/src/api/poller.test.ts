import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure } from './client';
import { Poller } from './poller';
import { isStale } from './reading';

/** A desk that answers what it is told, and a page that is visible or not. */
function setUp(everyMs = 1000) {
  const desk = { answer: { n: 1, as_of: 'T1' } as unknown, fails: null as ApiFailure | null, asked: 0, visible: true };
  const read = async () => {
    desk.asked += 1;
    if (desk.fails !== null) throw desk.fails;
    return structuredClone(desk.answer);
  };
  const poller = new Poller({ path: '/x', everyMs }, read, () => desk.visible);
  return { desk, poller };
}

const away = new ApiFailure('unreachable', 'The API does not answer.');

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

describe('polling', () => {
  it('reads at once and then at its pace while somebody listens', async () => {
    const { desk, poller } = setUp();
    const stop = poller.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(3_100);
    expect(desk.asked).toBe(4);
    stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(desk.asked).toBe(4);
    expect(poller.idle).toBe(true);
  });

  it('rests while the page is hidden and reads at once when it is back', async () => {
    const { desk, poller } = setUp();
    poller.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(100);
    desk.visible = false;
    poller.visibilityChanged();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.asked).toBe(1);
    desk.visible = true;
    poller.visibilityChanged();
    await vi.advanceTimersByTimeAsync(10);
    expect(desk.asked).toBe(2);
  });

  it('keeps the same object for an equal answer, but knows that it is fresh', async () => {
    const { desk, poller } = setUp();
    poller.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    const first = poller.get();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(poller.get().data).toBe(first.data);
    expect(poller.get().receivedAtMs).toBeGreaterThan(first.receivedAtMs ?? 0);
    desk.answer = { n: 2, as_of: 'T2' };
    await vi.advanceTimersByTimeAsync(1_000);
    expect(poller.get()).toMatchObject({ data: { n: 2 }, asOf: 'T2' });
  });

  it('keeps the last answer through a failure, lets it grow stale, and recovers by itself', async () => {
    const { desk, poller } = setUp();
    poller.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    desk.fails = away;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(poller.get()).toMatchObject({ data: { n: 1 }, failure: { kind: 'unreachable' } });
    expect(isStale(poller.get(), Date.now())).toBe(true);
    desk.fails = null;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(poller.get().failure).toBeNull();
    expect(isStale(poller.get(), Date.now())).toBe(false);
  });

  it('asks less often while the desk is away, and never more often than it was told', async () => {
    const { desk, poller } = setUp();
    desk.fails = away;
    poller.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.asked).toBeLessThan(12);
    desk.fails = new ApiFailure('refused', 'too many', 30_000);
    await vi.advanceTimersByTimeAsync(10_000);
    const before = desk.asked;
    await vi.advanceTimersByTimeAsync(29_000);
    expect(desk.asked - before).toBeLessThanOrEqual(1);
  });

  it('tells every listener, and an error of another kind is not lost', async () => {
    const { desk, poller } = setUp();
    let told = 0;
    desk.fails = new Error('surprise') as ApiFailure;
    poller.subscribe(() => (told += 1));
    poller.subscribe(() => (told += 1));
    await vi.advanceTimersByTimeAsync(10);
    expect(told).toBe(2);
    expect(poller.get().failure).toMatchObject({ kind: 'malformed', message: 'Error: surprise' });
  });
});
