package dev.sextant.platform.stream;

import dev.sextant.domain.event.Account;
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
                Combinators.combine(ACCOUNTS, Arbitraries.longs()).as(PrivateStreamAlive::new));
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
                                .as(Side::new),
                        Arbitraries.longs().list().ofSize(3),
                        Arbitraries.integers().between(0, 100),
                        POSITIVE.list().ofSize(6))
                .as(DecisionRecords::signal);
    }

    private record Side(Direction direction, Tier tier) {}

    private static SignalRaised signal(
            Account account,
            List<String> texts,
            Symbol symbol,
            Side side,
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
}
