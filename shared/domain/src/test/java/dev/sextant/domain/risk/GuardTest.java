package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Purpose;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** States and what they let pass, on made-up accounts. */
class GuardTest {

    private static final long NOW = 1_723_161_300_000L;
    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final RiskLimits LIMITS = new RiskLimits(
            4, new BigDecimal("50000"), new BigDecimal("100000"), 10, R.of("5"), 5, 3_600_000, 30_000, 500, 5_000);

    /** An account and its surroundings at {@link #NOW}. */
    record Picture(AccountRisk account, EntryConditions conditions) {

        GuardReport guard() {
            return Guard.ofEntry(
                    new EntryDemand("demo", BTC, BigDecimal.TEN, BigDecimal.ONE, NOW), account, conditions, NOW);
        }
    }

    @Property
    void anOrderThatReducesExposurePassesInEveryState(@ForAll("pictures") Picture picture, @ForAll Purpose purpose) {
        GuardReport report = picture.guard();
        boolean refused = Guard.refusal(purpose, report).isPresent();
        assertEquals(purpose.addsExposure() && report.state().barsEntries(), refused);
    }

    @Property
    void theStateIsTheWorstOfItsFindingsAndNamesTheFirstBarrier(@ForAll("pictures") Picture picture) {
        GuardReport report = picture.guard();
        assertTrue(report.findings().stream()
                .allMatch(finding -> finding.condition().state().compareTo(report.state()) <= 0));
        assertEquals(report.findings().isEmpty(), report.state() == GuardState.NORMAL);
        assertEquals(report.state().barsEntries(), report.barrier().isPresent());
        assertTrue(
                report.findings().stream().noneMatch(finding -> finding.text().isBlank()));
    }

    @Property
    void anAccountIsNeverWorseThanItsEntries(@ForAll("pictures") Picture picture) {
        GuardState account = Guard.ofAccount(
                        picture.account(),
                        picture.conditions().deskState(),
                        picture.conditions().readings(),
                        NOW)
                .state();
        assertTrue(account.compareTo(picture.guard().state()) <= 0);
    }

    @Test
    void anOpenTradeIsValuedInTheRiskItTook() {
        OpenRisk half = new OpenRisk(
                BTC,
                Direction.LONG,
                new BigDecimal("0.2"),
                new BigDecimal("0.1"),
                new BigDecimal("12000"),
                new BigDecimal("500"),
                NOW);
        assertEquals(R.of("-0.5"), half.at(new BigDecimal("59500")), "half of it is open and stands at its stop");
        OpenRisk sold = new OpenRisk(
                BTC, Direction.SHORT, BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("100"), new BigDecimal("3"), NOW);
        assertEquals(R.of("-0.333333"), sold.at(new BigDecimal("101")));
    }

    @Provide
    Arbitrary<Picture> pictures() {
        return Combinators.combine(accounts(), conditions()).as(Picture::new);
    }

    private static Arbitrary<AccountRisk> accounts() {
        Arbitrary<KillSwitch> kills =
                Arbitraries.of(KillSwitch.Level.values()).map(level -> new KillSwitch(level, "ann"));
        Arbitrary<RiskStanding> standings = Combinators.combine(
                        Arbitraries.integers().between(-70, 20),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(NOW - 10, NOW + 10).injectNull(0.5),
                        Arbitraries.of("daily loss").injectNull(0.7))
                .as((tenths, losses, untilMs, halt) -> new RiskStanding(
                        LocalDate.of(2024, 8, 8),
                        new R(BigDecimal.valueOf(tenths, 1)),
                        losses,
                        untilMs == null ? null : new RiskStanding.Pause(untilMs, "rest"),
                        halt));
        return Combinators.combine(kills, standings)
                .as((kill, standing) -> new AccountRisk(new Account("a"), LIMITS, kill, standing));
    }

    private static Arbitrary<EntryConditions> conditions() {
        return Combinators.combine(
                        Arbitraries.of("HEALTHY", "HEALTHY", "RECOVERING").injectNull(0.1),
                        Arbitraries.of("RUNNING", "RUNNING", "STOPPED"),
                        Arbitraries.of("by hand").injectNull(0.8),
                        Arbitraries.longs().between(NOW - 60_000, NOW).injectNull(0.1),
                        readings())
                .as(EntryConditions::new);
    }

    private static Arbitrary<GuardReadings> readings() {
        Arbitrary<OpenRisk> trades = Combinators.combine(
                        Arbitraries.of(BTC, new Symbol("ETHUSDT")),
                        Arbitraries.of(Direction.values()),
                        Arbitraries.longs().between(NOW - 4_200_000, NOW))
                .as((symbol, direction, sinceMs) -> new OpenRisk(
                        symbol,
                        direction,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(100),
                        BigDecimal.TWO,
                        sinceMs));
        Arbitrary<Map<Symbol, GuardReadings.Mark>> marks = Combinators.combine(
                        Arbitraries.integers().between(90, 110),
                        Arbitraries.longs().between(NOW - 60_000, NOW))
                .as((price, atMs) -> Map.of(BTC, new GuardReadings.Mark(BigDecimal.valueOf(price), atMs)));
        return Combinators.combine(
                        trades.list().ofMaxSize(3),
                        marks,
                        Arbitraries.longs().between(NOW - 120_000, NOW).list().ofMaxSize(2),
                        Arbitraries.longs().between(NOW - 60_000, NOW).injectNull(0.2),
                        Arbitraries.longs().between(NOW - 60_000, NOW).injectNull(0.5),
                        Arbitraries.longs().between(-3_000, 3_000).injectNull(0.2))
                .as(GuardReadings::new);
    }

    @Test
    void theConditionsStandInTheOrderInWhichTheyAreTold() {
        List<GuardState> states = List.of(GuardCondition.values()).stream()
                .map(GuardCondition::state)
                .toList();
        assertEquals(states.stream().sorted(java.util.Comparator.reverseOrder()).toList(), states);
    }
}
