package dev.sextant.bench.frame;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.bench.Contender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** What many would write: a tree of the message, sorted maps of decimals, a text for the checksum. */
final class PlainReading implements Contender {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final BookFrames frames;
    private final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private long verified;

    PlainReading(BookFrames frames) {
        this.frames = frames;
    }

    @Override
    public String name() {
        return "Jackson's tree, `TreeMap<BigDecimal>`, CRC-32, v2";
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
                JsonNode data = read(i).get("data").get(0);
                set(bids, data.get("bids"));
                set(asks, data.get("asks"));
                if (checksum() == data.get("checksum").asLong()) {
                    verified++;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private JsonNode read(int i) throws IOException {
        return EXACT.readTree(
                frames.v2().bytes, frames.v2().start(i), frames.v2().length(i));
    }

    private void set(NavigableMap<BigDecimal, BigDecimal> side, JsonNode levels) {
        for (JsonNode level : levels) {
            BigDecimal quantity = level.get("qty").decimalValue();
            if (quantity.signum() == 0) {
                side.remove(level.get("price").decimalValue());
            } else {
                side.put(level.get("price").decimalValue(), quantity);
            }
        }
        while (side.size() > frames.depth()) {
            side.pollLastEntry();
        }
    }

    private long checksum() {
        StringBuilder text = new StringBuilder();
        append(asks, text);
        append(bids, text);
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    private void append(NavigableMap<BigDecimal, BigDecimal> side, StringBuilder text) {
        int levels = 0;
        for (Map.Entry<BigDecimal, BigDecimal> level : side.entrySet()) {
            if (levels++ == 10) {
                return;
            }
            text.append(level.getKey().setScale(frames.pricePrecision()).unscaledValue())
                    .append(level.getValue().setScale(frames.qtyPrecision()).unscaledValue());
        }
    }

    @Override
    public long found() {
        return verified;
    }
}
