import type { ComponentChildren } from 'preact';
import type { Decision } from '../../api/trading-types';
import { figure, say } from '../../format/figure';
import { span } from '../../format/time';
import { Chip } from '../../ui/Chip';
import { CopyId } from '../../ui/Copy';
import { inWords } from '../../ui/Synthetic';
import { along, waterfall, type Step, type Waterfall } from './waterfall';

interface Props {
  decision: Decision;
  threshold: number | null;
}

/** The score, factor by factor: what each gave of what it could have given, from which input and how old that was. */
export function WaterfallChart({ decision, threshold }: Props) {
  const fall = waterfall(decision, threshold);
  const mark = threshold === null ? null : along(threshold, fall);
  return (
    <div class="waterfall" role="table" aria-label="Score by factor">
      <div class="waterfall-row waterfall-head" role="row">
        <span role="columnheader">Factor</span>
        <span role="columnheader">
          Points up to the score{threshold !== null && <span class="mark-key">threshold {threshold}</span>}
        </span>
        <span role="columnheader" class="right">of weight</span>
      </div>
      {fall.steps.map((step) => (
        <FactorRow key={step.factor.name} step={step} fall={fall} mark={mark} />
      ))}
      {fall.unexplained && (
        <Row name={<em>not explained by factors</em>} value={say('signed_points', fall.rest)}>
          <Bar from={fall.total} to={decision.score} fall={fall} mark={mark} tone="rest" />
        </Row>
      )}
      <Row name={<strong>Score</strong>} value={<strong>{figure('count', decision.score).text}</strong>} extra={threshold === null ? '' : `/ ${threshold}`}>
        <Bar from={0} to={decision.score} fall={fall} mark={mark} tone={decision.taken ? 'taken' : 'total'} />
      </Row>
    </div>
  );
}

function FactorRow({ step: { factor, from, to }, fall, mark }: { step: Step; fall: Waterfall; mark: number | null }) {
  const name = (
    <>
      <span class="factor-name">{factor.name}</span>
      <span class="factor-category">{inWords(factor.category)}</span>
    </>
  );
  return (
    <Row name={name} value={say('points', factor.points)} extra={`/ ${say('count', factor.weight)}`}>
      <Bar from={from} to={to} fall={fall} mark={mark} tone={to < from ? 'minus' : 'plus'} />
      <span class="factor-input">
        {factor.missing && <Chip tone="warn">MISSING</Chip>}
        {factor.input ?? 'no input'}
        {factor.input_age_ms !== null && !factor.missing && <span class="note"> · {span(factor.input_age_ms)} old</span>}
        {factor.input_id !== null && <CopyId id={factor.input_id} label={`input of ${factor.name}`} />}
      </span>
    </Row>
  );
}

interface RowProps {
  name: ComponentChildren;
  value: ComponentChildren;
  extra?: string;
  children: ComponentChildren;
}

function Row({ name, value, extra = '', children }: RowProps) {
  return (
    <div class="waterfall-row" role="row">
      <span role="rowheader" class="waterfall-name">{name}</span>
      <span role="cell" class="waterfall-bar">{children}</span>
      <span role="cell" class="right num">
        {value} <span class="unit">{extra}</span>
      </span>
    </div>
  );
}

interface BarProps {
  from: number;
  to: number;
  fall: Waterfall;
  mark: number | null;
  tone: 'plus' | 'minus' | 'rest' | 'total' | 'taken';
}

function Bar({ from, to, fall, mark, tone }: BarProps) {
  const [left, right] = [along(Math.min(from, to), fall), along(Math.max(from, to), fall)];
  return (
    <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-rail" x="0" y="0" width="100" height="12" />
      {right > left && <rect class={`bar-${tone}`} x={left} y="1" width={right - left} height="10" />}
      {mark !== null && <rect class="bar-mark" x={mark - 0.2} y="0" width="0.4" height="12" />}
    </svg>
  );
}
