package dev.sextant.recordings.trades;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.recordings.Recording;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Row;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one symbol's trades from a recording in id order: any dialect whose trades have an id and a side. Single trades
 * are taken as aggregates of one. A file that doesn't tell its symbol is taken for the wanted one's.
 *
 * <p>A CSV line that is wrong ends the reading with its number. A capture is a recording of the network: a malformed
 * frame in it is counted and dropped, a repeated trade too; a trade that comes out of order is an error.
 */
public final class TradeFile {

    /**
     * What a reading came to.
     *
     * @param lines lines read
     * @param trades trades given to the consumer
     * @param malformed frames that could not be read and were dropped
     * @param duplicates trades seen before and dropped
     */
    public record Reading(long lines, long trades, long malformed, long duplicates) {}

    private final String symbol;
    private final boolean dropsMalformed;
    private final Consumer<AggTrade> consumer;
    private long lines;
    private long trades;
    private long malformed;
    private long duplicates;
    private long lastId = -1;
    private @Nullable String wrong;

    private TradeFile(Symbol symbol, boolean dropsMalformed, Consumer<AggTrade> consumer) {
        this.symbol = symbol.name();
        this.dropsMalformed = dropsMalformed;
        this.consumer = consumer;
    }

    /**
     * Gives every trade of {@code symbol} to the consumer, in file order.
     *
     * @throws TradeFileException naming file, line and reason
     */
    public static Reading read(Path file, Symbol symbol, Consumer<AggTrade> consumer) throws TradeFileException {
        try {
            Recording recording = Recording.open(file);
            TradeFile reading = new TradeFile(symbol, recording.holdsFrames(), consumer);
            recording.rows(reading::take);
            if (reading.wrong != null) {
                throw new TradeFileException(file + ":" + reading.lines + ": " + reading.wrong);
            }
            return new Reading(reading.lines, reading.trades, reading.malformed, reading.duplicates);
        } catch (RecordingException e) {
            throw new TradeFileException(String.valueOf(e.getMessage()));
        }
    }

    /** False ends the reading. */
    private boolean take(long number, Row row) {
        lines = number;
        switch (row) {
            case Row.Data data -> data.events().forEach(this::take);
            case Row.Malformed(String reason) -> malformed(reason);
            case Row.Aside apart -> {}
        }
        return wrong == null;
    }

    private void malformed(String reason) {
        malformed++;
        wrong = dropsMalformed ? wrong : reason;
    }

    private void take(RecordedEvent event) {
        if (!event.symbol().isEmpty() && !event.symbol().equals(symbol)) {
            return;
        }
        AggTrade trade;
        try {
            trade = tradeOf(event);
        } catch (IllegalArgumentException e) {
            malformed(String.valueOf(e.getMessage()));
            return;
        }
        if (trade == null) {
            return;
        }
        if (trade.aggId() == lastId) {
            duplicates++;
        } else if (trade.aggId() < lastId) {
            wrong = "trade " + trade.aggId() + " comes after " + lastId + ", expected rising ids";
        } else {
            lastId = trade.aggId();
            trades++;
            consumer.accept(trade);
        }
    }

    private static @Nullable AggTrade tradeOf(RecordedEvent event) {
        return switch (event) {
            case RecordedEvent.AggregateTrade aggregate -> aggregate.trade();
            case RecordedEvent.Trade trade
            when trade.id().isPresent() && trade.taker() != RecordedEvent.Taker.UNKNOWN -> single(trade);
            default -> null;
        };
    }

    private static AggTrade single(RecordedEvent.Trade trade) {
        long id = trade.id().orElseThrow();
        return new AggTrade(
                id,
                Numbers.e8("price", trade.price()),
                Numbers.e8("quantity", trade.quantity()),
                trade.timeMs(),
                trade.taker() == RecordedEvent.Taker.SELLER,
                id,
                id);
    }
}
