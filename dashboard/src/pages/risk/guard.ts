import type { GuardState, Risk } from '../../api/risk-types';
import type { Tone } from '../../ui/Chip';

const TONES: Readonly<Record<GuardState, Tone>> = { NORMAL: 'ok', WARNING: 'warn', REDUCING: 'warn', HALTED: 'bad' };
const MEANINGS: Readonly<Record<GuardState, string>> = {
  NORMAL: 'Entries pass.',
  WARNING: 'Entries pass; somebody should look.',
  REDUCING: 'No entries until the condition is gone; exits go on.',
  HALTED: 'No entries until a person resumes; exits go on.',
};

/** A state this page doesn't know is shown as a bad one. */
export const toneOfState = (state: GuardState): Tone => TONES[state] ?? 'bad';
export const meaningOf = (state: GuardState): string => MEANINGS[state] ?? '';

/** What the kill switch does now, in words. */
export function killWords(level: string, by: string): string {
  switch (level) {
    case 'none':
      return 'The kill switch is off.';
    case 'entries':
      return `Entries are stopped, by ${by}.`;
    case 'cancel':
      return `Entries are stopped and resting ones cancelled, by ${by}.`;
    default:
      return `Entries are stopped, resting ones cancelled and positions closed, by ${by}.`;
  }
}

/** Whether a person's resume would change anything. */
export function canResume(risk: Risk): boolean {
  const refused = risk.guard.findings.some((finding) => finding.condition === 'venue_halted');
  return refused || risk.kill_switch.level !== 'none' || risk.standing.halt_reason !== null || risk.standing.paused_until !== null;
}
