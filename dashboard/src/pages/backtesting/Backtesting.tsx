import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { Split } from '../../ui/Split';
import { FormPanel } from './FormPanel';
import { ReportDetail } from './ReportDetail';
import { ReportsPanel } from './ReportsPanel';
import { RunPanel } from './RunPanel';

/** Replays of recorded books: start one, see how far it is, and read what came of it and of those before. */
export function Backtesting({ id }: { id: string | null }) {
  const reading = useReading(queries.backtests());
  return (
    <div class={id === null ? 'backtesting' : 'backtesting open'}>
      <div class="grid">
        <FormPanel reading={reading} />
        <RunPanel reading={reading} />
      </div>
      <Split openId={id} list={<ReportsPanel reading={reading} current={id} />} detail={id === null ? null : <ReportDetail key={id} id={id} />} />
    </div>
  );
}
