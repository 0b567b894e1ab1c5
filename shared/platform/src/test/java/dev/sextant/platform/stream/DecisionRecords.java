package dev.sextant.platform.stream;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.CyclePlanned;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.OrderChanged;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.UnwindRoute;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any decision the domain admits. */
final class DecisionRecords {

    private static final Arbitrary<Account> ACCOUNTS =
            Arbitraries.of("paper-main", "a", "live-2").map(Account::new);
    private static final Arbitrary<Symbol> SYMBOLS =
            Arbitraries.of("BTCUSDT", "BTC/USD", "币安人生USDT").map(Symbol::new);
    private static final Arbitrary<String> TEXTS =
            Arbitraries.strings().ofMinLength(1).ofMaxLength(60);
    private static final Arbitrary<BigDecimal> POSITIVE = Combinators.combine(
                    Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TWO.pow(120)),
                    Arbitraries.integers().between(0, 30))
            .as(BigDecimal::new);

    private DecisionRecords() {}

    static Arbitrary<DecisionRecord> any() {
        return Arbitraries.oneOf(
                ticks().map(tick -> tick),
                ACCOUNTS.map(Sweep::new),
                signals().map(signal -> signal),
                Combinators.combine(ACCOUNTS, TEXTS, Arbitraries.longs()).as(IntentApproved::new),
                Combinators.combine(ACCOUNTS, TEXTS, TEXTS, Arbitraries.longs(), Arbitraries.longs())
                        .as(OrderChanged::new),
                Combinators.combine(ACCOUNTS, Arbitraries.longs(), TEXTS).as(PrivateEvent::new),
                Combinators.combine(ACCOUNTS, Arbitraries.longs()).as(PrivateStreamAlive::new),
                plans().map(CyclePlanned::new));
    }

    private static Arbitrary<Tick> ticks() {
        return Combinators.combine(
                        ACCOUNTS,
                        Arbitraries.longs().between(0, 4_000_000_000L).map(second -> second * Tick.EVERY_MS),
                        Arbitraries.maps(SYMBOLS, Arbitraries.longs().greaterOrEqual(0)),
                        Arbitraries.maps(SYMBOLS, Arbitraries.longs()))
                .as(Tick::new);
    }

    private static Arbitrary<SignalRaised> signals() {
        return Combinators.combine(
                        ACCOUNTS,
                        TEXTS.list().ofSize(3),
                        SYMBOLS,
                        Combinators.combine(Arbitraries.of(Direction.class), Arbitraries.of(Tier.class))
                                .as(Grade::new),
                        Arbitraries.longs().list().ofSize(3),
                        Arbitraries.integers().between(0, 100),
                        POSITIVE.list().ofSize(6))
                .as(DecisionRecords::signal);
    }

    private record Grade(Direction direction, Tier tier) {}

    private static SignalRaised signal(
            Account account,
            List<String> texts,
            Symbol symbol,
            Grade side,
            List<Long> times,
            int score,
            List<BigDecimal> numbers) {
        return new SignalRaised(
                texts.get(0),
                texts.get(2),
                account,
                texts.get(1),
                texts.get(2),
                symbol,
                side.direction,
                times.get(0),
                score,
                side.tier,
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3).min(numbers.get(4)),
                numbers.get(3).max(numbers.get(4)),
                numbers.get(5),
                times.get(1),
                times.get(2),
                times.get(1));
    }

    private static Arbitrary<CyclePlan> plans() {
        return Combinators.combine(
                        ACCOUNTS,
                        TEXTS.list().ofSize(3),
                        amounts(),
                        ages(),
                        Arbitraries.longs().list().ofSize(3))
                .as((account, texts, amounts, ages, times) -> new CyclePlan(
                        texts.get(0),
                        account,
                        "KRAKEN",
                        "triangles",
                        "triangles@1",
                        texts.get(1),
                        texts.get(2),
                        CyclePlan.Lane.STREAM,
                        amounts.get(0),
                        amounts.get(1).negate(),
                        amounts.get(2),
                        amounts.get(3),
                        List.of(
                                leg("BTC/USD", Side.BUY, amounts, ages.get(0)),
                                leg("ETH/BTC", Side.BUY, amounts, ages.get(1)),
                                leg("ETH/USD", Side.SELL, amounts, ages.get(2))),
                        List.of(route("BTC/USD", amounts), route("ETH/USD", amounts)),
                        times.get(0),
                        times.get(1),
                        times.get(2)));
    }

    /** A plan's decimals lose zeros at their end on the way. */
    private static Arbitrary<List<BigDecimal>> amounts() {
        return POSITIVE.map(amount -> new BigDecimal(E8.printDecimal(amount)))
                .list()
                .ofSize(6);
    }

    private static Arbitrary<List<Long>> ages() {
        return Arbitraries.longs().list().ofSize(3);
    }

    private static PlanLeg leg(String pair, Side side, List<BigDecimal> amounts, long ageMs) {
        return new PlanLeg(terms(pair, amounts), side, new Quantity(amounts.get(4)), new Price(amounts.get(5)), ageMs);
    }

    private static UnwindRoute route(String pair, List<BigDecimal> amounts) {
        return new UnwindRoute(terms(pair, amounts), Side.SELL, new Price(amounts.get(5)));
    }

    private static PairTerms terms(String pair, List<BigDecimal> amounts) {
        String[] assets = pair.split("/", -1);
        return new PairTerms(
                new Symbol(pair),
                assets[0],
                assets[1],
                amounts.get(0),
                amounts.get(1),
                amounts.get(2),
                amounts.get(3),
                new BigDecimal("0.0026"));
    }
}
