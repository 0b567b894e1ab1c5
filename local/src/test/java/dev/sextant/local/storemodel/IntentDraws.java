package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.EntryPlan;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Demands: entries of a few signals, exits of a few causes, so that the same demand comes again. */
final class IntentDraws {

    private static final long BUCKET_MS = 15_000;
    private static final List<Purpose> EXITS =
            List.of(Purpose.STOP, Purpose.TAKE_PROFIT_1, Purpose.TAKE_PROFIT_2, Purpose.CLOSE, Purpose.CLOSE);
    private static final List<String> FILLS = List.of("f1", "f2", "f3");
    private static final List<String> CAUSES = List.of("timeout:1", "operator:1", "kill:1", "kill:2", "halted");

    private final Situation now;

    IntentDraws(Situation now) {
        this.now = now;
    }

    OrderIntent entry() {
        Account account = now.account();
        String strategy = now.chance(3) ? "nobody" : now.pick(World.STRATEGIES);
        String version = strategy + (now.chance(20) ? "@2" : "@1") + "#00000000";
        Symbol symbol = now.pick(World.SYMBOLS);
        long bucketMs = now.nowMs / BUCKET_MS * BUCKET_MS - BUCKET_MS * now.between(0, 2);
        String signal = strategy + "/" + symbol + "/" + bucketMs;
        IntentId id = IntentId.derive(account, version, signal, 0, Purpose.ENTRY, signal);
        return now.intents.computeIfAbsent(
                id, fresh -> entry(fresh, account, strategy, version, symbol, signal, bucketMs));
    }

    private OrderIntent entry(
            IntentId id,
            Account account,
            String strategy,
            String version,
            Symbol symbol,
            String signal,
            long bucketMs) {
        EntryPlan plan = plan(now.chance(50) ? Direction.LONG : Direction.SHORT);
        Side side = plan.direction() == Direction.LONG ? Side.BUY : Side.SELL;
        BigDecimal quantity = quantity();
        BigDecimal risk =
                now.chance(4) ? new BigDecimal("650") : plan.stopDistance().multiply(quantity);
        long expiresAtMs = now.nowMs + (now.chance(8) ? now.between(-2, 1) : 15_000);
        return new OrderIntent(
                id,
                account,
                "BINANCE",
                strategy,
                version,
                signal,
                now.chance(50) ? "decision " + signal : null,
                id.hex(),
                Purpose.ENTRY,
                signal,
                new OrderRequest(
                        symbol, id.clientOrderId(), side, OrderType.MARKET, new Quantity(quantity), null, false),
                now.steps("0.1", 950, 1_050),
                risk,
                bucketMs,
                expiresAtMs,
                plan);
    }

    private BigDecimal quantity() {
        if (now.chance(4)) {
            return new BigDecimal("0.3");
        }
        return now.chance(6) ? now.steps("0.5", 10, 20) : now.steps("0.5", 1, 8);
    }

    private EntryPlan plan(Direction direction) {
        return new EntryPlan(
                direction,
                Tier.STANDARD,
                88,
                World.PRICE,
                new BigDecimal("3"),
                now.steps("0.7", 3, 12),
                new BigDecimal("3"),
                new BigDecimal("6"),
                new BigDecimal("0.5"),
                now.nowMs - now.between(0, 3_000),
                4_200_000);
    }

    /** An exit of a trade that is open, or of an entry that never became one. */
    OrderIntent exit() {
        Account account = now.account();
        List<OpenTrade> open = now.model.store(account).openTrades(account);
        if (!open.isEmpty() && now.chance(90)) {
            OpenTrade trade = now.pick(open);
            BigDecimal rest = trade.open().value();
            boolean whole = rest.signum() > 0 && now.chance(85);
            return exit(entry(trade.tradeId()), whole ? rest : now.steps("0.5", 1, 4));
        }
        List<OrderIntent> entries = now.intents.values().stream()
                .filter(intent -> intent.purpose() == Purpose.ENTRY)
                .toList();
        return entries.isEmpty() || now.chance(85) ? entry() : exit(now.pick(entries), now.steps("0.5", 1, 4));
    }

    private OrderIntent entry(String tradeId) {
        return Objects.requireNonNull(now.intents.get(new IntentId(tradeId)));
    }

    private OrderIntent exit(OrderIntent entry, BigDecimal quantity) {
        Purpose purpose = now.pick(EXITS);
        String cause = now.pick(purpose == Purpose.CLOSE ? CAUSES : FILLS);
        IntentId id = IntentId.derive(entry.account(), entry.strategyVersion(), entry.tradeId(), 0, purpose, cause);
        return now.intents.computeIfAbsent(
                id,
                fresh -> new OrderIntent(
                        fresh,
                        entry.account(),
                        entry.venue(),
                        entry.strategy(),
                        entry.strategyVersion(),
                        entry.sourceId(),
                        entry.decisionId(),
                        entry.tradeId(),
                        purpose,
                        cause,
                        request(fresh, entry, purpose, quantity),
                        entry.referencePrice(),
                        BigDecimal.ZERO,
                        null,
                        null,
                        entry.plan()));
    }

    private OrderRequest request(IntentId id, OrderIntent entry, Purpose purpose, BigDecimal quantity) {
        OrderType type = switch (purpose) {
            case STOP -> OrderType.STOP_MARKET;
            case TAKE_PROFIT_1, TAKE_PROFIT_2 -> OrderType.TAKE_PROFIT_MARKET;
            case CLOSE, ENTRY -> OrderType.MARKET;
            case FIRST_LEG, NEXT_LEG, UNWIND -> throw new IllegalArgumentException(purpose + " is of no round trip");
        };
        return new OrderRequest(
                entry.request().symbol(),
                id.clientOrderId(),
                entry.request().side() == Side.BUY ? Side.SELL : Side.BUY,
                type,
                new Quantity(quantity),
                type.conditional() ? new Price(now.steps("0.1", 900, 1_100)) : null,
                true);
    }
}
