package dev.sextant.local.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import dev.sextant.venues.binance.mode.TradingMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state folder is of one replay or of one exchange. */
class LiveClaimTest {

    private static final String CAPTURE = "some.gz";
    private static final String EXCHANGE = "fapi.binance.com";

    @TempDir
    private Path folder;

    private StateFolder state;

    @BeforeEach
    void open() {
        state = StateFolder.open(folder, false);
    }

    @AfterEach
    void close() throws IOException {
        state.close();
    }

    private static String refusal(Runnable call) {
        return String.valueOf(assertThrows(DeskException.class, call::run).getMessage());
    }

    @Test
    void aNewStateIsAnybodys() {
        assertTrue(ReplayCursor.of(state, CAPTURE).positionMs().isEmpty());
        LiveClaim.of(state, TradingMode.PAPER, EXCHANGE).keep();
        LiveClaim.of(state, TradingMode.PAPER, EXCHANGE).keep();
    }

    @Test
    void anAttemptThatNeverReachedTheExchangeClaimsNothing() {
        LiveClaim.of(state, TradingMode.PAPER, EXCHANGE);
        ReplayCursor.of(state, CAPTURE).moveTo(7_000);
        assertEquals(7_000, ReplayCursor.of(state, CAPTURE).positionMs().orElseThrow());
    }

    @Test
    void aReplayIsRefusedOnALiveState() {
        LiveClaim.of(state, TradingMode.PAPER, EXCHANGE).keep();
        String said = refusal(() -> ReplayCursor.of(state, CAPTURE));
        assertTrue(said.contains("live data from fapi.binance.com") && said.contains("--fresh"), said);
    }

    @Test
    void liveIsRefusedOnTheStateOfAReplayAndOfAnotherExchange() {
        ReplayCursor.of(state, CAPTURE).moveTo(7_000);
        assertTrue(
                refusal(() -> LiveClaim.of(state, TradingMode.PAPER, EXCHANGE)).contains("a replay of some.gz"));
        state.delete(ReplayCursor.FILE);
        LiveClaim.of(state, TradingMode.PAPER, "testnet:443").keep();
        assertTrue(
                refusal(() -> LiveClaim.of(state, TradingMode.PAPER, EXCHANGE)).contains("live data from testnet:443"));
    }

    @Test
    void theStateOfOneModeIsRefusedToEveryOther() {
        LiveClaim.of(state, TradingMode.LIVE, EXCHANGE).keep();
        LiveClaim.of(state, TradingMode.LIVE, EXCHANGE).keep();
        String paper = refusal(() -> LiveClaim.of(state, TradingMode.PAPER, EXCHANGE));
        assertTrue(paper.contains("is of orders in mode live at fapi.binance.com"), paper);
        assertTrue(refusal(() -> LiveClaim.of(state, TradingMode.TESTNET, "demo-fapi.binance.com"))
                .contains("mode live"));
        assertTrue(refusal(() -> ReplayCursor.of(state, CAPTURE)).contains("mode live"));
        state.delete(ReplayCursor.FILE);
        LiveClaim.of(state, TradingMode.PAPER, EXCHANGE).keep();
        assertTrue(
                refusal(() -> LiveClaim.of(state, TradingMode.LIVE, EXCHANGE)).contains("is of live data from"),
                "a state of paper never becomes one of real money");
    }

    @Test
    void theStateOfOneSeedIsRefusedToAnother() {
        MarketPlan seven = new MarketPlan(7, List.of(new Symbol("BTCUSDT")), 0, 3_600_000);
        MarketPlan longer = new MarketPlan(7, List.of(new Symbol("BTCUSDT")), 0, 7_200_000);
        MarketPlan eight = new MarketPlan(8, List.of(new Symbol("BTCUSDT")), 0, 3_600_000);
        ReplayCursor.of(state, seven.identity()).moveTo(9_000);
        assertEquals(
                9_000,
                ReplayCursor.of(state, longer.identity()).positionMs().orElseThrow(),
                "the same market, only longer");
        String said = refusal(() -> ReplayCursor.of(state, eight.identity()));
        assertTrue(
                said.contains("a replay of synthetic market seed 7, BTCUSDT, 0 h of history")
                        && said.contains("--fresh"),
                said);
    }
}
