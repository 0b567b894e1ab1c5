package dev.sextant.platform.market;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.instrument.InstrumentCatalog;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Optional;

/** The instruments of one venue in {@code market.instruments}. The ingest refreshes them, the order path reads them. */
public final class SqlInstruments implements InstrumentCatalog {

    /** What {@link #instrument} reads. */
    public static final String COLUMNS =
            "symbol, base_asset, quote_asset, tradable, tick_size, step_size, min_qty, max_qty, min_notional";

    private final SqlClient sql;
    private final String venue;

    /** Binance's. */
    public SqlInstruments(SqlClient sql) {
        this(sql, "BINANCE");
    }

    /** @param venue as orders name it */
    public SqlInstruments(SqlClient sql, String venue) {
        this.sql = sql;
        this.venue = venue;
    }

    @Override
    public Optional<Instrument> find(Symbol symbol) {
        return sql.queryOne(Sql.of("select " + COLUMNS
                                + " from market.instruments where venue = :venue and symbol = :symbol")
                        .with("venue", venue)
                        .with("symbol", symbol.name()))
                .map(SqlInstruments::instrument);
    }

    /** Stores an instrument as the venue publishes it now; its version rises only when something changed. */
    public void save(Instrument i, long nowMs) {
        sql.update(Sql.of("""
                        insert into market.instruments as old values (:venue, :symbol, :base, :quote, :tradable, :tick, :step,
                            :min_qty, :max_qty, :min_notional, 1, ops.ts(:now))
                        on conflict (venue, symbol) do update set
                            version = old.version + case when (old.tradable, old.tick_size, old.step_size, old.min_qty,
                                    old.max_qty, old.min_notional) = (excluded.tradable, excluded.tick_size,
                                    excluded.step_size, excluded.min_qty, excluded.max_qty, excluded.min_notional)
                                then 0 else 1 end,
                            tradable = excluded.tradable, tick_size = excluded.tick_size, step_size = excluded.step_size,
                            min_qty = excluded.min_qty, max_qty = excluded.max_qty, min_notional = excluded.min_notional,
                            updated_at = excluded.updated_at""")
                .with("venue", venue)
                .with("symbol", i.symbol().name())
                .with("base", i.baseAsset())
                .with("quote", i.quoteAsset())
                .with("tradable", i.tradable())
                .with("tick", i.tickSize())
                .with("step", i.stepSize())
                .with("min_qty", i.minQty())
                .with("max_qty", i.maxQty())
                .with("min_notional", i.minNotional())
                .with("now", nowMs));
    }

    /** From a row with {@link #COLUMNS}. */
    public static Instrument instrument(Row row) {
        return new Instrument(
                new Symbol(row.text("symbol")),
                row.text("base_asset"),
                row.text("quote_asset"),
                row.bool("tradable"),
                row.decimal("tick_size"),
                row.decimal("step_size"),
                row.decimal("min_qty"),
                row.decimal("max_qty"),
                row.decimal("min_notional"));
    }
}
