import type { ComponentChildren } from 'preact';
import { nearest, type Crosshair } from '../../chart/crosshair';
import type { Kind, Numeric } from '../../format/figure';
import { useStore } from '../../state/store';
import { Num } from '../../ui/Num';
import { Time } from '../../ui/Time';
import type { MarketModel } from './model';
import type { Interval } from './ranges';

interface Props {
  model: MarketModel;
  crosshair: Crosshair;
  base: string;
}

/** The row under the crosshair, or the last one. */
function useRow<T>(x: readonly number[], rows: readonly T[], crosshair: Crosshair): T | undefined {
  const at = useStore(crosshair);
  return at === null ? rows.at(-1) : rows[nearest(x, at)];
}

function Value({ name, kind, value, unit }: { name: string; kind: Kind; value: Numeric; unit?: string }) {
  return (
    <span class="readout-value">
      <span class="readout-name">{name}</span> <Num kind={kind} value={value} unit={unit ?? ''} />
    </span>
  );
}

const Readout = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <div class="readout">
    <strong>{title}</strong>
    {children}
  </div>
);

export function PriceReadout({ model, crosshair, interval }: Props & { interval: Interval }) {
  const { candles, indicators, tape } = model;
  const candle = useRow(candles.x, candles.candles, crosshair);
  const trade = useRow(tape.x, tape.trades, crosshair);
  const row = useRow(indicators.x, indicators.rows, crosshair);
  const vwap = <span class="key-vwap"><Value name="VWAP 30m" kind="price" value={row?.vwap_30m} /></span>;
  if (interval === 'trades') {
    return (
      <Readout title={`last ${tape.trades.length} trades`}>
        {trade !== undefined && <><Time at={trade.at} detail="millis" /><Value name={trade.side} kind="price" value={trade.price} /><Value name="" kind="qty" value={trade.qty} /></>}
        {vwap}
      </Readout>
    );
  }
  return (
    <Readout title={interval}>
      {candle == null ? (
        <span class="warn-text">gap: nothing is known of this bucket</span>
      ) : (
        <>
          <Time at={candle.start_at} />
          <Value name="O" kind="price" value={candle.open} />
          <Value name="H" kind="price" value={candle.high} />
          <Value name="L" kind="price" value={candle.low} />
          <Value name="C" kind="price" value={candle.close} />
          {!candle.complete && <span class="warn-text">{candle === candles.candles.at(-1) ? 'still open' : 'incomplete'}</span>}
        </>
      )}
      {vwap}
    </Readout>
  );
}

export function CvdReadout({ model, crosshair, base }: Props) {
  const row = useRow(model.indicators.x, model.indicators.rows, crosshair);
  return (
    <Readout title="CVD 30m">
      <Value name="" kind="indicator" value={row?.cvd_fast} unit={base} />
      <Value name="slope" kind="indicator" value={row?.cvd_fast_slope} />
      {row != null && row.covered < 1 && <span class="warn-text">window not covered yet</span>}
    </Readout>
  );
}

export function VolumeReadout({ model, crosshair, base }: Props) {
  const candle = useRow(model.candles.x, model.candles.candles, crosshair);
  return (
    <Readout title="Volume">
      <span class="up"><Value name="▲ bought" kind="qty" value={candle?.buy_volume} unit={base} /></span>
      <span class="down"><Value name="▼ sold" kind="qty" value={candle?.sell_volume} unit={base} /></span>
      <Value name="trades" kind="count" value={candle?.trades} />
    </Readout>
  );
}

export function AtrReadout({ model, crosshair }: Props) {
  const row = useRow(model.indicators.x, model.indicators.rows, crosshair);
  return (
    <Readout title="ATR 5m">
      {row?.atr_5m == null ? (
        <span class="note">needs 14 closed candles of 5 minutes</span>
      ) : (
        <>
          <Value name="" kind="indicator" value={row.atr_5m} />
          <Value name="percentile" kind="percent" value={row.atr_percentile} />
        </>
      )}
    </Readout>
  );
}
