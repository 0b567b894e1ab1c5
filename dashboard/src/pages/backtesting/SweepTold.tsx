import { useState } from 'preact/hooks';
import type { Fold, KeptReport, Ranked, SweepReport } from '../../api/backtest-types';
import { figure } from '../../format/figure';
import { span } from '../../format/time';
import { Chip } from '../../ui/Chip';
import { CopyId } from '../../ui/Copy';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Table, type Column } from '../../ui/Table';
import { decayInWords, isAmount, objectiveInWords, probability, valuesInWords, verdictInfo } from './words';

const SHOWN = 20;

/** A sweep: the verdict first, then what each set came to in training and, beside it, in the test. */
export function SweepTold({ kept, report }: { kept: KeptReport; report: SweepReport }) {
  const { judgement } = report;
  const [tone, word] = verdictInfo(judgement.verdict);
  return (
    <article class="backtest-report">
      <p class="verdict">
        <Chip tone={tone}>{word}</Chip>
      </p>
      <ul class="findings" aria-label="Why">
        {judgement.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <details>
        <summary>The rule</summary>
        <p class="note">{judgement.rule}</p>
      </details>
      <Figures kept={kept} report={report} />
      {report.folds.map((fold, number) => (
        <Ranking key={fold.train.to} report={report} fold={fold} title={report.folds.length === 1 ? 'Ranking' : `Fold ${number + 1}`} />
      ))}
      <Decay report={report} />
    </article>
  );
}

function Figures({ kept, report }: { kept: KeptReport; report: SweepReport }) {
  const { judgement } = report;
  return (
    <Facts
      facts={[
        { name: 'Report', value: <CopyId id={report.id} label="report id" /> },
        { name: 'Recording', value: report.inputs.map((input) => input.name).join(', ') },
        { name: 'Lasts', value: span(report.recording.to - report.recording.from) },
        { name: 'Sets tried', value: report.grid > report.trials ? `${report.trials} drawn of ${report.grid}` : figure('count', report.trials).text },
        { name: 'Ever tried on it', value: figure('count', kept.tried).text },
        { name: 'Same for all', value: valuesInWords(report.plan.settings) },
        { name: 'Overfitting probability', value: judgement.overfitting === undefined ? 'not enough to tell' : probability(judgement.overfitting.probability) },
        { name: 'Deflated Sharpe ratio', value: judgement.deflated_sharpe === undefined ? 'not enough to tell' : probability(judgement.deflated_sharpe.probability) },
        ...(kept.deflated_for_all === undefined ? [] : [{ name: 'Deflated for all ever tried', value: probability(kept.deflated_for_all) }]),
      ]}
    />
  );
}

function columns(report: SweepReport): readonly Column<Ranked & { rank: number }>[] {
  const asset = report.plan.settings['start'] ?? '';
  const value = (one: number | null) =>
    one === null ? '–' : isAmount(report) ? <Num kind="pnl" value={one} bare /> : <Num kind="percent" value={one * 100} bare />;
  const unit = isAmount(report) ? asset : '%';
  return [
    { head: 'Rank', cell: (row) => row.rank, number: true },
    { head: 'Training', unit, cell: (row) => value(row.train.value), number: true },
    { head: 'Taken', cell: (row) => <Num kind="count" value={row.train.taken} />, number: true, roomy: true },
    { head: 'Test', unit, cell: (row) => value(row.test.value), number: true },
    { head: 'Taken there', cell: (row) => <Num kind="count" value={row.test.taken} />, number: true, roomy: true },
    { head: 'Rank there', cell: (row) => row.test_rank, number: true },
    { head: 'Set', cell: (row) => valuesInWords(report.sets[row.set]?.values ?? {}) },
  ];
}

function Ranking({ report, fold, title }: { report: SweepReport; fold: Fold; title: string }) {
  const [all, setAll] = useState(false);
  const rows = fold.ranking.map((row, place) => ({ ...row, rank: place + 1 }));
  const purged = (fold.ranking[0]?.train.purged ?? 0) + (fold.ranking[0]?.test.purged ?? 0);
  return (
    <section>
      <h3>{title}</h3>
      <p class="note">
        {objectiveInWords(report.plan.objective)} in {span(fold.train.to - fold.train.from)} of training ranks; {span(fold.test.to - fold.test.from)} of test judge
        {purged > 0 && `; ${purged} opportunities of the best set lie over a border and count in neither`}
      </p>
      <Table caption={`${title}: training beside test`} columns={columns(report)} rows={all ? rows : rows.slice(0, SHOWN)} keyOf={(row) => String(row.set)} />
      {!all && rows.length > SHOWN && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          Show all {rows.length}
        </button>
      )}
    </section>
  );
}

function Decay({ report }: { report: SweepReport }) {
  const best = report.folds.at(-1)?.ranking[0];
  const decay = best === undefined ? undefined : report.sets[best.set]?.decay;
  if (decay === undefined) return null;
  return <p class="note">Share of the edge that is left, best set: {decayInWords(decay)}</p>;
}
