package dev.sextant.domain.risk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Made-up accounts and what is around them, with every figure often at its limit or one beside it. */
final class GuardPictures {

    static final long NOW = 1_723_161_300_000L;
    static final Symbol BTC = new Symbol("BTCUSDT");
    static final RiskLimits LIMITS = new RiskLimits(
            4, new BigDecimal("50000"), new BigDecimal("100000"), 10, R.of("5"), 5, 3_600_000, 30_000, 500, 5_000);

    private GuardPictures() {}

    /** An account and its surroundings at {@link #NOW}. */
    record Picture(AccountRisk account, EntryConditions conditions) {

        static final EntryDemand DEMAND = new EntryDemand("demo", BTC, BigDecimal.TEN, BigDecimal.ONE, NOW);

        GuardReport guard() {
            return Guard.ofEntry(DEMAND, account, conditions, NOW);
        }
    }

    static Arbitrary<Picture> any() {
        return Combinators.combine(accounts(), conditions()).as(Picture::new);
    }

    private static Arbitrary<AccountRisk> accounts() {
        Arbitrary<KillSwitch> kills =
                Arbitraries.of(KillSwitch.Level.values()).map(level -> new KillSwitch(level, "ann"));
        Arbitrary<RiskStanding> standings = Combinators.combine(
                        Arbitraries.of(-70, -50, -31, -30, -29, -1, 0, 20),
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
                        Arbitraries.of("RUNNING", "RUNNING", "STOPPED").injectNull(0.1),
                        Arbitraries.of("by hand").injectNull(0.8),
                        ago(15_000, 30_000).injectNull(0.1),
                        readings())
                .as(EntryConditions::new);
    }

    private static Arbitrary<GuardReadings> readings() {
        Arbitrary<OpenRisk> trades = Combinators.combine(
                        Arbitraries.of(BTC, new Symbol("ETHUSDT")), Arbitraries.of(Direction.values()), ago(2_700_000))
                .as((symbol, direction, sinceMs) -> new OpenRisk(
                        symbol,
                        direction,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(100),
                        BigDecimal.TWO,
                        sinceMs));
        Arbitrary<Map<Symbol, GuardReadings.Mark>> marks = Combinators.combine(
                        Arbitraries.integers().between(90, 110), ago(30_000))
                .as((price, atMs) -> Map.of(BTC, new GuardReadings.Mark(BigDecimal.valueOf(price), atMs)));
        return Combinators.combine(
                        trades.list().ofMaxSize(3),
                        marks,
                        ago(60_000).list().ofMaxSize(3),
                        ago(30_000).injectNull(0.2),
                        ago(30_000).injectNull(0.5),
                        Arbitraries.of(-3_000L, -1_001L, -1_000L, -1L, 0L, 999L, 1_000L, 1_001L)
                                .injectNull(0.2),
                        Arbitraries.of("-2015 Invalid API-key").injectNull(0.9))
                .as(GuardReadings::new);
    }

    /** Now, moments at and beside an age, and one long before. */
    private static Arbitrary<Long> ago(long... limitsMs) {
        return Arbitraries.of(LongStream.of(limitsMs)
                .flatMap(limitMs -> LongStream.of(0, limitMs - 1, limitMs, limitMs + 1, 2 * limitMs))
                .mapToObj(agoMs -> NOW - agoMs)
                .toList());
    }
}
