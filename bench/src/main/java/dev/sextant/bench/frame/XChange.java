package dev.sextant.bench.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sextant.bench.Contender;
import info.bitrich.xchangestream.kraken.KrakenStreamingAdapters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.marketdata.OrderBook;
import org.knowm.xchange.dto.trade.LimitOrder;

/** XChange's streaming adapter, which reads the protocol's first version and throws when a checksum differs. */
final class XChange implements Contender {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BookFrames frames;
    private final CurrencyPair pair;
    private final TreeSet<LimitOrder> bids = new TreeSet<>();
    private final TreeSet<LimitOrder> asks = new TreeSet<>();
    private long verified;

    XChange(BookFrames frames) {
        this.frames = frames;
        this.pair = new CurrencyPair(frames.symbol());
    }

    @Override
    public String name() {
        return "XChange-stream-kraken `adaptOrderbookMessage`, v1";
    }

    @Override
    public void begin() {
        bids.clear();
        asks.clear();
        take(-1, 0);
        verified = 0;
    }

    @Override
    public void take(int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            try {
                ArrayNode message = (ArrayNode) read(i);
                OrderBook book =
                        KrakenStreamingAdapters.adaptOrderbookMessage(frames.depth(), bids, asks, pair, message);
                verified += book.getBids().isEmpty() ? 0 : 1;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private JsonNode read(int i) throws IOException {
        return JSON.readTree(
                frames.v1().bytes, frames.v1().start(i), frames.v1().length(i));
    }

    @Override
    public long found() {
        return verified;
    }
}
