package dev.sextant.local.venue.synthetic.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sextant.domain.market.Symbol;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The market is a function of the plan, to the last digit. */
class MarketGeneratorTest {

    private static final long HOUR_MS = 3_600_000;
    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final Symbol ETH = new Symbol("ETHUSDT");
    private static final Symbol SOL = new Symbol("SOLUSDT");

    static MarketPlan plan(long seed, Symbol... symbols) {
        return new MarketPlan(seed, List.of(symbols), 0, HOUR_MS);
    }

    /** The events of the first minutes, one a line; those of other symbols left out. */
    private static List<String> lines(MarketPlan plan, Symbol of, int minutes) {
        MarketGenerator generator = new MarketGenerator(plan);
        int index = plan.symbols().indexOf(of);
        List<String> lines = new ArrayList<>();
        while (generator.peek().timeMs() <= plan.beginMs() + minutes * 60_000L) {
            GeneratedEvent event = generator.next();
            if (event.symbol() == index) {
                lines.add(EventLine.of(event).replaceFirst("symbol=\\d|(Ladder) \\d", "$1"));
            }
        }
        return lines;
    }

    @Test
    void theSameSeedIsTheSameMarketAndAnotherSeedAnother() {
        List<String> first = lines(plan(7, BTC, ETH), BTC, 20);
        assertEquals(first, lines(plan(7, BTC, ETH), BTC, 20));
        assertNotEquals(first, lines(plan(8, BTC, ETH), BTC, 20));
    }

    @Test
    void aSymbolsMarketIsTheSameWhoeverIsBesideIt() {
        assertEquals(lines(plan(7, ETH), ETH, 20), lines(plan(7, BTC, ETH, SOL), ETH, 20));
    }

    @Test
    void pinnedSoThatOldRunsCanBeRepeated() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String line : lines(plan(1, BTC), BTC, 30)) {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                "f845d3bb3e586589fec35e59b87b98b41a3ac5bf919138bbbf4557ace0063f5f",
                HexFormat.of().formatHex(digest.digest()));
    }
}
