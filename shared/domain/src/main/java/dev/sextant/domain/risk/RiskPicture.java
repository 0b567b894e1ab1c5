package dev.sextant.domain.risk;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the rules look at, read at one moment. Who asks it gets the answer the database would give; only the
 * database's own answer, under the account's lock, lets an order pass.
 *
 * @param settings mode, currency and risk per trade
 * @param deskState of the newest session, or null when the desk never started
 * @param strategies every strategy by name
 * @param blocked why a symbol takes no entries
 * @param tradesCompleteToMs up to when a symbol's trades are complete, market time
 * @param stream the account's private stream, or null when it has none
 */
public record RiskPicture(
        AccountSettings settings,
        AccountRisk account,
        Exposure exposure,
        @Nullable String deskState,
        Map<String, Trader> strategies,
        Map<Symbol, String> blocked,
        Map<Symbol, Long> tradesCompleteToMs,
        @Nullable PrivateStream stream) {

    /** Of an account without a private stream. */
    public RiskPicture(
            AccountSettings settings,
            AccountRisk account,
            Exposure exposure,
            @Nullable String deskState,
            Map<String, Trader> strategies,
            Map<Symbol, String> blocked,
            Map<Symbol, Long> tradesCompleteToMs) {
        this(settings, account, exposure, deskState, strategies, blocked, tradesCompleteToMs, null);
    }

    /**
     * A strategy as the rules see it.
     *
     * @param state {@code RUNNING} or {@code STOPPED}
     * @param symbols what it trades
     */
    public record Trader(String state, List<Symbol> symbols) {

        public Trader {
            symbols = List.copyOf(symbols);
        }
    }

    public RiskPicture {
        strategies = Map.copyOf(strategies);
        blocked = Map.copyOf(blocked);
        tradesCompleteToMs = Map.copyOf(tradesCompleteToMs);
    }

    /** The first rule that refuses an entry now, or empty when it would be reserved. */
    public Optional<Refusal> refusal(EntryDemand demand, long nowMs) {
        return EntryGate.refusal(demand, account, conditions(demand.strategy(), demand.symbol()), nowMs)
                .or(() -> ExposureLimits.refusal(demand, account.limits(), exposure));
    }

    /**
     * Why a strategy could enter nothing now, whatever the size, or empty when a standard tier might pass. Its own size
     * may still be too much for a notional limit.
     */
    public Optional<Refusal> refusalOfAny(String strategy, Symbol symbol, long nowMs) {
        return refusal(new EntryDemand(strategy, symbol, BigDecimal.ZERO, settings.riskPerTrade(), nowMs), nowMs);
    }

    private EntryConditions conditions(String strategy, Symbol symbol) {
        Trader trader = strategies.get(strategy);
        return new EntryConditions(
                deskState,
                trader == null ? null : trader.state(),
                blocked.get(symbol),
                tradesCompleteToMs.get(symbol),
                stream);
    }
}
