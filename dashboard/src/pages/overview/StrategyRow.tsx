import { queries } from '../../api/queries';
import type { Strategy } from '../../api/types';
import { useReading } from '../../api/use-reading';
import { figure } from '../../format/figure';
import { Chip } from '../../ui/Chip';
import { Copy } from '../../ui/Copy';
import { Strip } from './Strip';

const SHOWN = 48;

export function StrategyRow({ strategy }: { strategy: Strategy }) {
  const decisions = useReading(queries.decisions({ strategy: strategy.name, limit: SHOWN }));
  const items = decisions.data?.items ?? [];
  const last = items[0];
  const running = strategy.state === 'RUNNING';
  return (
    <li class="strategy">
      <div class="strategy-head">
        <span class="strategy-name" title={strategy.version}>
          {strategy.name}
        </span>
        <Chip tone={running ? 'ok' : 'warn'}>{strategy.state}</Chip>
        <span class="note">{strategy.symbols.join(', ')}</span>
        {last !== undefined && (
          <span class="strategy-score num" title="last score / threshold">
            {figure('count', last.score).text}
            <span class="unit"> / {strategy.threshold ?? '–'}</span>
          </span>
        )}
      </div>
      {!running && <HowToStart strategy={strategy} />}
      {strategy.threshold === null ? (
        <p class="note strategy-gate">
          It scores nothing: what it does is on the page of <a href="/opportunities">triangles</a>.
        </p>
      ) : (
        <>
          <Strip decisions={items} threshold={strategy.threshold} />
          <p class="note strategy-gate">{last === undefined ? 'No decision yet: the first bucket of 15 s must close.' : last.gate.text}</p>
        </>
      )}
    </li>
  );
}

function HowToStart({ strategy }: { strategy: Strategy }) {
  return (
    <div class="how-to-start">
      <span>{strategy.reason ?? 'It decides, but opens nothing.'}</span>
      <span class="how-to-command">
        Start it on the <a href="/risk">risk page</a>, or with <Copy text={`./sextant strategy start ${shellWord(strategy.name)}`} label="command" />
      </span>
    </div>
  );
}

/** A name as the shell takes it: quoted unless plain. */
export function shellWord(name: string): string {
  return /^[\w.@-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
