package dev.sextant.signals.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.money.E8;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the trades of recorded captures. */
public final class Captures {

    private static final long MERGE_MS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Captures() {}

    /** Every single trade of a raw {@code @trade} capture, its trade id as aggregate id. */
    public static List<AggTrade> singleTrades(Path gz) {
        List<AggTrade> trades = new ArrayList<>();
        for (String line : lines(gz)) {
            if (line.contains("\"e\":\"trade\"")) {
                trades.add(trade(line.substring(line.indexOf(' ') + 1)));
            }
        }
        return trades;
    }

    private static AggTrade trade(String json) {
        try {
            JsonNode data = JSON.readTree(json).path("data");
            long id = data.path("t").longValue();
            return new AggTrade(
                    id,
                    E8.parse(data.path("p").textValue()),
                    E8.parse(data.path("q").textValue()),
                    data.path("T").longValue(),
                    data.path("m").booleanValue(),
                    id,
                    id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Single trades merged as the venue does: consecutive ids, equal price and side, less than 100 ms after the run's
     * first trade.
     */
    public static List<AggTrade> aggregated(List<AggTrade> singles) {
        List<AggTrade> merged = new ArrayList<>();
        for (AggTrade trade : singles) {
            AggTrade run = merged.isEmpty() ? null : merged.getLast();
            if (run != null && continues(run, trade)) {
                merged.removeLast();
                merged.add(new AggTrade(
                        run.aggId(),
                        run.priceE8(),
                        run.qtyE8() + trade.qtyE8(),
                        run.tradeTimeMs(),
                        run.buyerIsMaker(),
                        run.firstTradeId(),
                        trade.lastTradeId()));
            } else {
                merged.add(new AggTrade(
                        merged.size() + 1L,
                        trade.priceE8(),
                        trade.qtyE8(),
                        trade.tradeTimeMs(),
                        trade.buyerIsMaker(),
                        trade.firstTradeId(),
                        trade.lastTradeId()));
            }
        }
        return merged;
    }

    private static boolean continues(AggTrade run, AggTrade trade) {
        return trade.priceE8() == run.priceE8()
                && trade.buyerIsMaker() == run.buyerIsMaker()
                && trade.firstTradeId() == run.lastTradeId() + 1
                && trade.tradeTimeMs() - run.tradeTimeMs() < MERGE_MS;
    }

    /**
     * Trades of a Binance CSV with a header; the trade id serves as aggregate id. Trades outside the market (price and
     * quantity 0) are left out, so that the ids have real gaps.
     */
    public static List<AggTrade> trx(Path gz) {
        return lines(gz).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cell -> E8.parse(cell[8]) > 0)
                .map(cell -> new AggTrade(
                        Long.parseLong(cell[6]),
                        E8.parse(cell[7]),
                        E8.parse(cell[8]),
                        Long.parseLong(cell[4]),
                        cell[9].equals("1"),
                        Long.parseLong(cell[6]),
                        Long.parseLong(cell[6])))
                .toList();
    }

    /** Trades of a Bitstamp CSV with a header. It has no ids and no sides: ids count up, every third trade is a sale. */
    public static List<AggTrade> bitstamp(Path gz) {
        List<AggTrade> trades = new ArrayList<>();
        for (String line : lines(gz)) {
            String[] cell = line.split(",", -1);
            if (!cell[0].equals("timestamp") && E8.parse(cell[2]) > 0) {
                long id = trades.size() + 1L;
                long timeMs = 1000 * Long.parseLong(cell[0]);
                trades.add(new AggTrade(id, E8.parse(cell[1]), E8.parse(cell[2]), timeMs, id % 3 == 0, id, id));
            }
        }
        return trades;
    }

    /** The lines of a gzipped text. */
    public static List<String> lines(Path gz) {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(java.nio.file.Files.newInputStream(gz)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
