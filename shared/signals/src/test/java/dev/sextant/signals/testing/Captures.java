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
