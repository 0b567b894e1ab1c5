import type { Health } from '../../api/health-types';
import { span } from '../../format/time';
import type { Tone } from '../../ui/Chip';

/** The clock in a word and a sentence. A replay has no clock of its own to be wrong about. */
export function clockSays({ clock, replay }: Pick<Health, 'clock' | 'replay'>): { tone: Tone; word: string; detail: string } {
  if (clock !== null) {
    const tone = clock.state === 'OK' ? 'ok' : clock.state === 'BLOCKED' ? 'bad' : 'warn';
    return { tone, word: clock.state, detail: `${span(clock.offset_ms)} from the venue` };
  }
  return replay === null
    ? { tone: 'warn', word: 'UNKNOWN', detail: 'not measured yet' }
    : { tone: 'mute', word: 'REPLAYED', detail: 'time is the capture\u2019s' };
}
