package dev.sextant.ingest.archive;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an hour of trades as compressed CSV, with the columns of the exchange's own daily files, so whatever reads those
 * reads these. The same trades give the same bytes, and other trades another key: an object never changes.
 */
final class SegmentFile {

    private static final String COLUMNS =
            "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker\n";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu/MM").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);
    private static final int KEY_DIGITS = 12;

    private final Symbol symbol;
    private final long startMs;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final GZIPOutputStream zipped;
    private long trades;
    private long firstAggId;
    private long lastAggId;

    SegmentFile(Symbol symbol, long startMs) {
        this.symbol = symbol;
        this.startMs = startMs;
        try {
            this.zipped = new GZIPOutputStream(bytes);
            zipped.write(COLUMNS.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    /** Adds trades, in the order of their ids. */
    void add(List<AggTrade> more) {
        StringBuilder lines = new StringBuilder();
        for (AggTrade trade : more) {
            if (trades == 0) {
                firstAggId = trade.aggId();
            }
            lastAggId = trade.aggId();
            trades++;
            line(lines, trade);
        }
        try {
            zipped.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    private static void line(StringBuilder lines, AggTrade trade) {
        lines.append(trade.aggId())
                .append(',')
                .append(E8.print(trade.priceE8()))
                .append(',')
                .append(E8.print(trade.qtyE8()))
                .append(',')
                .append(trade.firstTradeId())
                .append(',')
                .append(trade.lastTradeId())
                .append(',')
                .append(trade.tradeTimeMs())
                .append(',')
                .append(trade.buyerIsMaker())
                .append('\n');
    }

    /** Ends the file. */
    byte[] finish() {
        try {
            zipped.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** What a finished file is. */
    Segment describe(byte[] finished) {
        String sha256 = HexFormat.of().formatHex(Sha256.of(finished));
        Instant start = Instant.ofEpochMilli(startMs);
        String key = "trades/" + symbol + "/" + MONTH.format(start) + "/" + symbol + "-aggTrades-" + HOUR.format(start)
                + "-" + sha256.substring(0, KEY_DIGITS) + ".csv.gz";
        return new Segment(new Hour(symbol, startMs, trades), key, firstAggId, lastAggId, finished.length, sha256);
    }
}
