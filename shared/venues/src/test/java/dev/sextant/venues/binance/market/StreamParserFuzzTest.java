package dev.sextant.venues.binance.market;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Whatever arrives, the parser answers; and what it calls an event holds only possible numbers. */
class StreamParserFuzzTest {

    private static final int ROUNDS = 200_000;
    private static final String HOSTILE = "{}[]\":,.-+eE0123456789\\u0000\u0000\uD800NaNnulltruefalse";

    private final StreamParser parser = new StreamParser();

    @Property(tries = 2_000)
    void arbitraryTextIsAnswered(@ForAll @StringLength(max = 400) String text) {
        check(parser.parse(text));
    }

    @Test
    void damagedMessagesAreAnswered() throws IOException {
        List<String> messages = seeds();
        SplittableRandom random = new SplittableRandom(20_240_808);
        for (int round = 0; round < ROUNDS; round++) {
            String message = messages.get(random.nextInt(messages.size()));
            for (int damage = random.nextInt(1, 4); damage > 0; damage--) {
                message = damaged(message, random);
            }
            check(parser.parse(message));
        }
    }

    private static List<String> seeds() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StreamParserFuzzTest.class.getResourceAsStream("/binance/market/stream.ndjson")),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** One bit flipped, the end cut off, a piece repeated, or a hostile character put in. */
    private static String damaged(String message, SplittableRandom random) {
        if (message.isEmpty()) {
            return message;
        }
        int at = random.nextInt(message.length());
        StringBuilder text = new StringBuilder(message);
        switch (random.nextInt(4)) {
            case 0 -> text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(7))));
            case 1 -> text.setLength(at);
            case 2 -> text.insert(at, message, at, Math.min(message.length(), at + random.nextInt(1, 40)));
            default -> text.insert(at, HOSTILE.charAt(random.nextInt(HOSTILE.length())));
        }
        return text.toString();
    }

    private static void check(Parsed parsed) {
        if (parsed instanceof Parsed.Event(var event)) {
            assertTrue(event.eventTimeMs() > 0 && event.eventTimeMs() < 4_102_444_800_000L, () -> "" + event);
            assertTrue(possible(event), () -> "" + event);
        }
    }

    private static boolean possible(MarketEvent event) {
        return switch (event) {
            case MarketEvent.Trade(var symbol, long timeMs, var trade) ->
                trade.priceE8() > 0 && trade.qtyE8() > 0 && Math.abs(timeMs - trade.tradeTimeMs()) <= 300_000;
            case MarketEvent.MarkPrice mark -> mark.markE8() > 0;
            case MarketEvent.ForcedOrder order -> order.averagePriceE8() > 0 && order.filledQtyE8() > 0;
            case MarketEvent.TopOfBook top -> top.bidE8() > 0 && top.askE8() > 0;
            case MarketEvent.DepthChange change -> possible(change.bids()) && possible(change.asks());
        };
    }

    private static boolean possible(PriceLevels levels) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.priceE8(i) <= 0 || levels.qtyE8(i) < 0) {
                return false;
            }
        }
        return true;
    }
}
