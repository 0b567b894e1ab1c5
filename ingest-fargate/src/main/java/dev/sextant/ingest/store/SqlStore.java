package dev.sextant.ingest.store;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.account.PrivateKeys;
import dev.sextant.platform.market.SqlInstruments;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The store ports on the desk's database. Calls are not repeated here: the ingest repeats what matters at its own pace. */
public final class SqlStore implements ResumePoint, GapLedger, ClockOffsets, InstrumentStore, StatusBoard, PrivateKeys {

    private static final String COMPONENT = "ingest";

    private final SqlClient sql;
    private final SqlTrades trades;
    private final SqlInstruments instruments;

    public SqlStore(SqlClient client) {
        this.sql = client.withoutRetry();
        this.trades = new SqlTrades(sql);
        this.instruments = new SqlInstruments(sql);
    }

    @Override
    public OptionalLong lastDurableAggId(Symbol symbol) throws StoreException {
        return answer("the last stored trade of " + symbol, () -> trades.lastAggId(symbol));
    }

    @Override
    public void record(Gap gap) throws StoreException {
        answer("a gap of " + gap.symbol(), () -> {
            trades.saveGap(gap);
            return true;
        });
    }

    @Override
    public void publish(ClockOffset offset) throws StoreException {
        answer(
                "the clock offset",
                () -> sql.update(Sql.of("""
                        insert into market.clock_offsets (component, offset_ms, measured_at)
                        values (:component, :offset, ops.ts(:at))
                        on conflict (component) do update
                        set offset_ms = excluded.offset_ms, measured_at = excluded.measured_at""")
                        .with("component", COMPONENT)
                        .with("offset", offset.offsetMs())
                        .with("at", offset.measuredAtMs())));
    }

    @Override
    public void save(Instrument instrument, long nowMs) throws StoreException {
        answer("the filters of " + instrument.symbol(), () -> {
            instruments.save(instrument, nowMs);
            return true;
        });
    }

    @Override
    public void post(String status) throws StoreException {
        answer(
                "the status",
                () -> sql.update(Sql.of("""
                        insert into ops.component_status (component, status) values (:component, :status)
                        on conflict (component) do update set status = excluded.status, as_of = now()""").with("component", COMPONENT).withJson("status", status)));
    }

    @Override
    public Optional<String> current(Account account) throws StoreException {
        return answer(
                "the key of " + account + "'s private stream",
                () -> Optional.ofNullable(sql.queryOne(
                                Sql.of("select ops.listen_key(:account) as x").with("account", account.name()))
                        .map(row -> row.textOrNull("x"))
                        .orElse(null)));
    }

    private static <T> T answer(String what, Supplier<T> call) throws StoreException {
        try {
            return call.get();
        } catch (SqlException e) {
            throw new StoreException("the database did not answer for " + what + ": " + e.getMessage(), e);
        }
    }
}
