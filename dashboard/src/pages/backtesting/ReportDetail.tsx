import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { Panel } from '../../ui/Panel';
import { CloseLink } from '../../ui/Split';
import { ReplayTold } from './ReplayTold';
import { SweepTold } from './SweepTold';

/** One report, as it was kept. */
export function ReportDetail({ id }: { id: string }) {
  const reading = useReading(queries.backtest(id));
  return (
    <Panel title="Report" reading={reading} aside={<CloseLink href="/backtesting" />}>
      {(kept) => (kept.report.kind === 'sweep' ? <SweepTold kept={kept} report={kept.report} /> : <ReplayTold report={kept.report} />)}
    </Panel>
  );
}
