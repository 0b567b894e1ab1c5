import { describe, expect, it } from 'vitest';
import { bodyOf, missingForStart, startRule, stateWords } from './strategy-orders';

describe('starting and stopping', () => {
  it('asks for a name and a reason before a start', () => {
    expect(missingForStart({ by: ' ', reason: 'calm' })).toMatch(/name/);
    expect(missingForStart({ by: 'Ann', reason: '' })).toMatch(/reason/);
    expect(missingForStart({ by: 'Ann', reason: 'calm' })).toBeNull();
  });

  it('stops without either', () => {
    expect(bodyOf(false, { by: '', reason: '' })).toEqual({ reason: 'stopped on the dashboard' });
    expect(bodyOf(false, { by: ' Ann ', reason: ' odd ' })).toEqual({ by: 'Ann', reason: 'odd' });
    expect(bodyOf(true, { by: 'Ann', reason: 'calm' })).toEqual({ by: 'Ann', reason: 'calm' });
  });

  it('says what became of it, and what real money needs', () => {
    expect(stateWords({ name: 'a', state: 'RUNNING' })).toMatch(/runs/);
    expect(stateWords({ name: 'a', state: 'STOPPED' })).toMatch(/stopped/);
    expect(startRule('live')).toMatch(/REAL MONEY.*clean reconciliation/);
    expect(startRule('paper')).not.toMatch(/REAL/);
  });
});
