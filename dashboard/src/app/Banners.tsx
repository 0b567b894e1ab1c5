import type { Health } from '../api/health-types';
import type { Reading } from '../api/reading';
import { inWords } from '../ui/Synthetic';
import { Age } from '../ui/Time';
import { ReplayBar } from './ReplayBar';

/** Lines above every page that say what is unusual: no connection, recovering, how the session began, a replay, made-up inputs. */
export function Banners({ health }: { health: Reading<Health> }) {
  const { data } = health;
  return (
    <div class="banners">
      <Connection health={health} />
      {data?.session?.message != null && data.session.message !== '' && (
        <p class={data.session.previous_end === 'crash' ? 'banner warn' : 'banner info'} role="status">
          {data.session.message}
        </p>
      )}
      {data?.replay != null && <ReplayBar replay={data.replay} />}
      {data !== null && data.synthetic_inputs.length > 0 && (
        <p class="banner synth">
          <strong>SYNTHETIC</strong> {data.synthetic_inputs.map(inWords).join(', ')}
        </p>
      )}
    </div>
  );
}

function Connection({ health: { data, failure, receivedAtMs } }: { health: Reading<Health> }) {
  if (failure !== null && failure.kind !== 'recovering') {
    return (
      <p class="banner bad" role="alert">
        <strong>No connection to the desk.</strong> {failure.message}{' '}
        {receivedAtMs === null ? (
          <>Is it running? <code>./sextant up</code> starts it.</>
        ) : (
          <>What you see is <Age sinceMs={receivedAtMs} /> old and greyed; it returns by itself.</>
        )}
      </p>
    );
  }
  if (failure !== null || data?.status === 'RECOVERING') {
    return (
      <p class="banner warn" role="alert">
        <strong>The desk is recovering.</strong> It opens no position until its state is rebuilt; stops that the
        venue holds stay in force. {failure?.message ?? ''}
      </p>
    );
  }
  return null;
}
