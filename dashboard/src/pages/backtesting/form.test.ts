import { describe, expect, it } from 'vitest';
import type { BacktestParameter } from '../../api/backtest-types';
import { EMPTY, obstacle, requestOf, setsOf, type Form } from './form';
import { decayInWords, valuesInWords, verdictInfo } from './words';

const parameter = (name: string, value: string | null): BacktestParameter => ({ name, value, expected: '', condition: false });
const PARAMETERS = [parameter('buffer-bps', '0'), parameter('max-notional', '1000'), parameter('max-loss', null)];
const form = (over: Partial<Form>): Form => ({ ...EMPTY, files: ['captures/a.gz'], ...over });

describe('the form of a run', () => {
  it('tries every combination of the values', () => {
    expect(setsOf(form({}), PARAMETERS)).toBe(1);
    expect(setsOf(form({ values: { 'buffer-bps': '0, 2,5', 'max-notional': '200,1000' } }), PARAMETERS)).toBe(6);
  });

  it('sends what differs as varied and the rest as settings', () => {
    expect(requestOf(form({ values: { 'buffer-bps': '0, 2,5', 'max-loss': '' } }), PARAMETERS)).toEqual({
      kind: 'sweep',
      files: ['captures/a.gz'],
      settings: ['start=USD', 'max-notional=1000'],
      vary: ['buffer-bps=0,2,5'],
      train: '0.7',
      objective: 'profit',
      limit: '200',
    });
  });

  it('walks forward instead of a split, and a replay has neither', () => {
    expect(requestOf(form({ split: 'forward', folds: '4', values: { 'buffer-bps': '0,2' } }), PARAMETERS)).toMatchObject({ folds: '4' });
    expect(requestOf(form({ kind: 'replay', start: ' EUR ' }), PARAMETERS)).toEqual({
      kind: 'replay',
      files: ['captures/a.gz'],
      settings: ['start=EUR', 'buffer-bps=0', 'max-notional=1000'],
    });
  });

  it('says what is missing', () => {
    expect(obstacle(EMPTY, PARAMETERS)).toBe('Choose a recording.');
    expect(obstacle(form({}), PARAMETERS)).toContain('several values');
    expect(obstacle(form({ kind: 'replay' }), PARAMETERS)).toBeNull();
    expect(obstacle(form({ kind: 'replay', values: { 'buffer-bps': '0,2' } }), PARAMETERS)).toContain('one value');
    expect(obstacle(form({ values: { 'buffer-bps': '0,2' } }), PARAMETERS)).toBeNull();
  });
});

describe('the words of a report', () => {
  it('names verdicts, also one that is new', () => {
    expect(verdictInfo('overfit')).toEqual(['bad', 'OVERFIT']);
    expect(verdictInfo('odd_one')).toEqual(['mute', 'ODD ONE']);
  });

  it('names values and decay', () => {
    expect(valuesInWords({ 'buffer-bps': '2', 'stale-ms': '500' })).toBe('buffer-bps 2, stale-ms 500');
    expect(decayInWords({ '50': 1, '1000': 0.256 })).toBe('50 ms 100 %, 1 s 26 %');
    expect(decayInWords({})).toBe('none was followed');
  });
});
