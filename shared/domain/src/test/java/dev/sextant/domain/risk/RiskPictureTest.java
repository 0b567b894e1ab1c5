package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A desk with two strategies, one of them stopped, and with a blocked symbol. */
class RiskPictureTest {

    private static final long NOW = GuardPictures.NOW;
    private static final Symbol BTC = GuardPictures.BTC;
    private static final Symbol ETH = new Symbol("ETHUSDT");
    private static final OpenRisk OPEN = new OpenRisk(
            ETH, Direction.LONG, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(100), BigDecimal.TWO, NOW);

    private final RiskPicture picture = picture("41");

    private static RiskPicture picture(String balance) {
        Account account = new Account("paper-main");
        return new RiskPicture(
                new AccountSettings(account, "paper", "USDT", new BigDecimal("20")),
                new AccountRisk(
                        account,
                        GuardPictures.LIMITS,
                        new KillSwitch(KillSwitch.Level.NONE, "nobody"),
                        RiskStanding.CLEAN),
                new Exposure(List.of(), List.of(), 0, new BigDecimal(balance)),
                "HEALTHY",
                Map.of(
                        "fast", new RiskPicture.Trader("RUNNING", List.of(BTC, ETH)),
                        "slow", new RiskPicture.Trader("STOPPED", List.of(BTC))),
                Map.of(ETH, "by hand"),
                Map.of(BTC, NOW - 20_000, ETH, NOW),
                new GuardReadings(
                        List.of(OPEN),
                        Map.of(ETH, new GuardReadings.Mark(BigDecimal.valueOf(101), NOW)),
                        List.of(),
                        null,
                        null,
                        null,
                        null));
    }

    private static EntryDemand demand(Symbol symbol, String notional) {
        return new EntryDemand("fast", symbol, new BigDecimal(notional), new BigDecimal("20"), NOW);
    }

    private static List<GuardCondition> conditions(GuardReport report) {
        return report.findings().stream().map(GuardFinding::condition).toList();
    }

    @Test
    void anEntryIsHeldAgainstTheGateFirstAndTheLimitsAfterIt() {
        assertEquals(Optional.empty(), picture.refusal(demand(BTC, "50000"), NOW));
        assertEquals(
                Optional.of(
                        new Refusal("expired", "expired at 2024-08-08T23:55:00.000Z, now 2024-08-08T23:55:00.001Z")),
                picture.refusal(demand(BTC, "50001"), NOW + 1));
        assertEquals(
                Optional.of(new Refusal("max_symbol_notional", "notional of BTCUSDT would be 50001, limit 50000")),
                picture.refusal(demand(BTC, "50001"), NOW));
    }

    @Test
    void aStrategyThatCouldEnterNothingIsToldWhy() {
        assertEquals(Optional.empty(), picture.refusalOfAny("fast", BTC, NOW));
        assertEquals(Optional.of(new Refusal("symbol_blocked", "by hand")), picture.refusalOfAny("fast", ETH, NOW));
        assertEquals(
                Optional.of(new Refusal("strategy_stopped", "strategy slow is STOPPED")),
                picture.refusalOfAny("slow", BTC, NOW));
        assertEquals(
                Optional.of(new Refusal("strategy_stopped", "strategy nobody is unknown")),
                picture.refusalOfAny("nobody", BTC, NOW));
        assertEquals(
                Optional.of(new Refusal("balance", "balance 39 is below twice the risk 20")),
                picture("39").refusalOfAny("fast", BTC, NOW));
    }

    @Test
    void theAccountsStateLeavesOutWhatIsAStrategysOrASymbols() {
        assertEquals(List.of(), picture.guard(NOW).findings());
        assertEquals(List.of(GuardCondition.DATA_LATE), conditions(picture.guard("fast", BTC, NOW)));
        assertEquals(
                List.of(GuardCondition.STRATEGY_STOPPED, GuardCondition.DATA_LATE),
                conditions(picture.guard("slow", BTC, NOW)));
        assertEquals(List.of(GuardCondition.SYMBOL_BLOCKED), conditions(picture.guard("fast", ETH, NOW)));
    }

    @Test
    void openTradesAreValuedAtTheNewestPrices() {
        assertEquals(R.of("0.5"), picture.unrealised());
    }
}
