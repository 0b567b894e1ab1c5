import type { BacktestRun, Backtests } from '../../api/backtest-types';
import { queries } from '../../api/queries';
import type { Reading } from '../../api/reading';
import { hrefs } from '../../state/routes';
import { Chip, type Tone } from '../../ui/Chip';
import { Panel } from '../../ui/Panel';
import { Time } from '../../ui/Time';
import { Answer } from '../risk/Answer';
import { useCommand } from '../risk/useCommand';

const STATES: Readonly<Record<BacktestRun['state'], readonly [Tone, string]>> = {
  running: ['brass', 'UNDER WAY'],
  done: ['ok', 'DONE'],
  stopped: ['warn', 'STOPPED'],
  failed: ['bad', 'FAILED'],
};

/** The run under way, or how the last one ended. */
export function RunPanel({ reading }: { reading: Reading<Backtests> }) {
  const { said, busy, order } = useCommand<{ text: string }>((told) => told.text, [queries.backtests()]);
  return (
    <Panel title="Run" reading={reading} class="span-5" empty={(data) => (data.run === null ? 'No run since the desk was started. One is carried out at a time, for a quarter of an hour at most.' : null)}>
      {({ run }) =>
        run !== null && (
          <div class="switches">
            <p>
              <Chip tone={STATES[run.state][0]}>{STATES[run.state][1]}</Chip> {run.kind} of {run.files.join(', ')}, begun <Time at={run.started_at} />
            </p>
            <progress aria-label="How far it is" max={1} value={run.share} />
            <p class="note">
              {Math.round(run.share * 100)} %{run.text !== null && `: ${run.text}`}
            </p>
            <div class="buttons">
              {run.state === 'running' && (
                <button type="button" class="quiet" disabled={busy} onClick={() => void order('/backtests/stop', {})}>
                  Stop the run
                </button>
              )}
              {run.report_id !== null && (
                <a class="quiet" href={hrefs.backtest(run.report_id)}>
                  Open its report
                </a>
              )}
            </div>
            <Answer said={said} />
          </div>
        )
      }
    </Panel>
  );
}
