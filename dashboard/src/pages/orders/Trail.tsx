import type { TrailStep } from '../../api/trading-types';
import { span, toMs } from '../../format/time';
import { Chip } from '../../ui/Chip';
import { Time } from '../../ui/Time';
import { stateInfo } from './states';

/** The order's life as a line of steps, each with what it changed, who did it and how long it took. */
export function Trail({ steps }: { steps: readonly TrailStep[] }) {
  if (steps.length === 0) return <p class="empty small">No step is recorded yet.</p>;
  const inOrder = [...steps].sort((a, b) => a.sequence - b.sequence);
  return (
    <ol class="trail">
      {inOrder.map((step, index) => (
        <Step key={step.sequence} step={step} before={inOrder[index - 1]} />
      ))}
    </ol>
  );
}

function Step({ step, before }: { step: TrailStep; before: TrailStep | undefined }) {
  const changed = step.to !== null && step.to !== step.from;
  return (
    <li class={changed ? `tone-${stateInfo(step.to ?? '').tone}` : 'unchanged'}>
      <div class="trail-head">
        <strong>{step.event.replaceAll('_', ' ')}</strong>
        {changed && <Chip tone={stateInfo(step.to ?? '').tone}>{step.to}</Chip>}
        <span class="trail-time">
          <Time at={step.at} detail="millis" />
          <span class="trail-took num">{took(step, before)}</span>
        </span>
      </div>
      <p class="note">
        {step.text ?? ''}
        <span class="trail-source"> {step.source}</span>
      </p>
    </li>
  );
}

/** Time since the step before; steps of several sources may be written in another order than they happened. */
export function took(step: TrailStep, before: TrailStep | undefined): string {
  const [from, to] = [toMs(before?.at), toMs(step.at)];
  if (from === null || to === null) return '';
  return to >= from ? `+${span(to - from)}` : span(to - from);
}
