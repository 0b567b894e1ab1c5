import type { DecayPoint, OpportunitySummary } from '../../api/opportunity-types';
import type { Reading } from '../../api/reading';
import { say } from '../../format/figure';
import { span } from '../../format/time';
import { useParam } from '../../state/location';
import { Choice } from '../../ui/Choice';
import { Panel } from '../../ui/Panel';
import { FEWEST, wilson } from '../positions/stats';
import { latencies, measuredMs } from './latency';
import { captureSteps, meanLine, xOf, yOf, type Frame } from './decay';

const FRAME: Frame = { left: 40, right: 590, top: 12, bottom: 172 };
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** What is left of an edge a while after its first sight, and how likely one still meets any of it. */
export function DecayPanel({ summary }: { summary: Reading<OpportunitySummary> }) {
  return (
    <Panel title="Decay" reading={summary} class="span-5" tools={<LatencyChoice measured={measuredMs(summary.data?.measured.filled_ms)} />} empty={(data) => (data.decay.length === 0 ? 'No opportunity has been followed yet.' : null)}>
      {(data) => (
        <div class="decay">
          <Capture summary={data} />
          <Curve decay={data.decay} latencyMs={data.capture?.latency_ms ?? null} />
          <p class="decay-key note">
            <span class="key-mean">mean share of the first edge that is left</span>
            <span class="key-capture">share that still earns something, as a step downwards</span>
            <span>without those that were taken: the desk’s own orders eat their edge</span>
          </p>
        </div>
      )}
    </Panel>
  );
}

function LatencyChoice({ measured }: { measured: number | null }) {
  const [latency, setLatency] = useParam('latency');
  const { options, usual } = latencies(measured);
  return <Choice label="Latency" options={options} value={latency === '' ? usual : latency} onChoose={setLatency} />;
}

function Capture({ summary: { capture, decay } }: { summary: OpportunitySummary }) {
  if (capture === null) return null;
  const point = decay.find((one) => one.offset_ms === capture.offset_ms);
  if (capture.probability === null || point === undefined || point.opportunities < FEWEST) {
    return <p class="note">How likely one is captured is told from {FEWEST} opportunities on.</p>;
  }
  const interval = wilson(Math.round(capture.probability * point.opportunities), point.opportunities);
  return (
    <p class="capture">
      Whoever comes {span(capture.latency_ms)} late still meets <strong class="num">{say('percent', capture.probability * 100)}</strong> of them
      {interval !== null && (
        <span class="note">
          {' '}
          ({say('percent', interval.low)} to {say('percent', interval.high)}, {point.opportunities} followed)
        </span>
      )}
    </p>
  );
}

function Curve({ decay, latencyMs }: { decay: readonly DecayPoint[]; latencyMs: number | null }) {
  return (
    <svg class="decay-chart" viewBox="0 0 610 200" role="img" aria-label="Share of the edge that is left, by time after the first sight">
      {SHARES.map((share) => (
        <g key={share}>
          <line class="decay-grid" x1={FRAME.left} x2={FRAME.right} y1={yOf(share, FRAME)} y2={yOf(share, FRAME)} />
          <text class="decay-label" x={FRAME.left - 6} y={yOf(share, FRAME) + 4} text-anchor="end">
            {share * 100} %
          </text>
        </g>
      ))}
      {decay.map((point) => (
        <text key={point.offset_ms} class="decay-label" x={xOf(point.offset_ms, FRAME)} y={FRAME.bottom + 18} text-anchor="middle">
          {span(point.offset_ms)}
        </text>
      ))}
      {latencyMs !== null && <line class="decay-latency" x1={xOf(latencyMs, FRAME)} x2={xOf(latencyMs, FRAME)} y1={FRAME.top} y2={FRAME.bottom} />}
      <polyline class="decay-capture" points={captureSteps(decay, FRAME)} />
      <polyline class="decay-mean" points={meanLine(decay, FRAME)} />
      {decay.map((point) => (
        <circle key={point.offset_ms} class="decay-point" cx={xOf(point.offset_ms, FRAME)} cy={yOf(point.mean_share, FRAME)} r="3.5">
          <title>{`${span(point.offset_ms)}: ${say('percent', point.mean_share * 100)} left, ${point.profitable} of ${point.opportunities} still earn something`}</title>
        </circle>
      ))}
    </svg>
  );
}
