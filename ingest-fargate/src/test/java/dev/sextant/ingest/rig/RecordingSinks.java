package dev.sextant.ingest.rig;

import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.sink.DecisionSink;
import dev.sextant.ingest.sink.MarketSink;
import dev.sextant.ingest.sink.Receipt;
import dev.sextant.ingest.sink.SinkException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Both streams in memory, in one list that shows their common order. Can be made to fail part-way. Thread-safe. */
public final class RecordingSinks implements MarketSink {

    private final List<Object> accepted = Collections.synchronizedList(new ArrayList<>());
    private volatile int acceptsBeforeFailure = Integer.MAX_VALUE;

    /** Takes this many more records, then fails until told otherwise. */
    public void failAfter(int records) {
        acceptsBeforeFailure = records;
    }

    @Override
    public synchronized Receipt put(List<? extends MarketRecord> records) throws SinkException {
        return accept(records);
    }

    /** The other stream. */
    public DecisionSink decisions() {
        return ticks -> accept(ticks);
    }

    private synchronized Receipt accept(List<?> records) throws SinkException {
        for (int i = 0; i < records.size(); i++) {
            if (acceptsBeforeFailure == 0) {
                throw new SinkException("as scripted", records.subList(i, records.size()));
            }
            if (acceptsBeforeFailure != Integer.MAX_VALUE) {
                acceptsBeforeFailure--;
            }
            accepted.add(records.get(i));
        }
        return new Receipt(Integer.toString(accepted.size()), Map.of());
    }

    /** Everything accepted, in order. */
    public List<Object> accepted() {
        return List.copyOf(accepted);
    }

    public List<Frame> frames(Symbol symbol) {
        return of(Frame.class).stream()
                .filter(frame -> frame.symbol().equals(symbol))
                .toList();
    }

    public List<Tick> ticks() {
        return of(Tick.class);
    }

    public List<IndicatorReading> readings() {
        return of(IndicatorReading.class);
    }

    private <T> List<T> of(Class<T> type) {
        return accepted().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The last trade that is durable here. */
    public OptionalLong lastAggId(Symbol symbol) {
        return frames(symbol).stream()
                .flatMap(frame -> frame.trades().stream())
                .mapToLong(trade -> trade.aggId())
                .max();
    }
}
