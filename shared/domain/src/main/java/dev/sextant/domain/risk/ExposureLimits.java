package dev.sextant.domain.risk;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether an entry fits into what the account already holds. {@code execution.limit_refusal} is the same list in the
 * database, where it decides and reserves under the account's lock; a test holds the two together.
 */
public final class ExposureLimits {

    private static final BigDecimal RISKS_IN_BALANCE = BigDecimal.TWO;

    private ExposureLimits() {}

    /** Why not, or empty when it fits. */
    public static Optional<Refusal> refusal(EntryDemand demand, RiskLimits limits, Exposure exposure) {
        return taken(demand.symbol(), exposure)
                .or(() -> tooManyPositions(limits, exposure))
                .or(() -> tooMuch(
                        "max_symbol_notional",
                        "of " + demand.symbol(),
                        exposure.of(demand.symbol()).add(demand.notional()),
                        limits.maxSymbolNotional()))
                .or(() -> tooMuch(
                        "max_total_notional",
                        "in all",
                        exposure.total().add(demand.notional()),
                        limits.maxTotalNotional()))
                .or(() -> tooManyEntries(limits, exposure))
                .or(() -> tooPoor(demand, exposure));
    }

    /**
     * Why an entry that was reserved under wider limits fits no longer. It is among what is held, so only what is beyond
     * a limit speaks against it; a limit on the number of entries is for those to come.
     */
    public static Optional<Refusal> beyond(Symbol symbol, RiskLimits limits, Exposure exposure) {
        int open = exposure.symbols();
        return Refusal.when(
                        open > limits.maxPositions(),
                        "max_positions",
                        open + " of " + limits.maxPositions() + " positions are open")
                .or(() ->
                        tooMuch("max_symbol_notional", "of " + symbol, exposure.of(symbol), limits.maxSymbolNotional()))
                .or(() -> tooMuch("max_total_notional", "in all", exposure.total(), limits.maxTotalNotional()));
    }

    private static Optional<Refusal> tooMuch(String code, String what, BigDecimal after, BigDecimal limit) {
        return Refusal.when(
                after.compareTo(limit) > 0,
                code,
                "notional " + what + " would be " + E8.printDecimal(after) + ", limit " + E8.printDecimal(limit));
    }

    private static Optional<Refusal> taken(Symbol symbol, Exposure exposure) {
        String owners = exposure.owners().stream()
                .filter(owner -> owner.symbol().equals(symbol))
                .map(Exposure.Owner::what)
                .collect(Collectors.joining(" and "));
        return Refusal.when(!owners.isEmpty(), "position_open", symbol + " is taken by the " + owners);
    }

    private static Optional<Refusal> tooManyPositions(RiskLimits limits, Exposure exposure) {
        int open = exposure.symbols();
        return Refusal.when(
                open >= limits.maxPositions(),
                "max_positions",
                open + " of " + limits.maxPositions() + " positions are open");
    }

    private static Optional<Refusal> tooManyEntries(RiskLimits limits, Exposure exposure) {
        int recent = exposure.entriesLastMinute();
        return Refusal.when(
                recent >= limits.maxEntriesPerMinute(),
                "orders_per_minute",
                recent + " entries in the last minute, limit " + limits.maxEntriesPerMinute());
    }

    private static Optional<Refusal> tooPoor(EntryDemand demand, Exposure exposure) {
        return Refusal.when(
                exposure.balance().compareTo(demand.risk().multiply(RISKS_IN_BALANCE)) < 0,
                "balance",
                "balance " + E8.printDecimal(exposure.balance()) + " is below twice the risk "
                        + E8.printDecimal(demand.risk()));
    }
}
