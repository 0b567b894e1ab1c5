package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskStanding;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account as it stands, for checks and comparisons. */
public final class AccountView {

    /**
     * A round trip as booked.
     *
     * @param pnl quote units after fees, or null while it is open
     */
    public record Trip(
            String tradeId,
            Symbol symbol,
            BigDecimal opened,
            BigDecimal closed,
            @Nullable Long closedAtMs,
            @Nullable String exitReason,
            boolean firstTargetHit,
            @Nullable BigDecimal pnl,
            @Nullable BigDecimal pnlR,
            @Nullable Long protectedAtMs) {}

    private final Tables tables;

    AccountView(Tables tables) {
        this.tables = tables;
    }

    public KillSwitch kill() {
        return tables.account.kill;
    }

    public RiskStanding standing() {
        return tables.account.standing;
    }

    /** The asset in which the account's money is counted. */
    public String currency() {
        return tables.currency();
    }

    public BigDecimal balance() {
        return tables.account.balance;
    }

    /** The version of the limits. */
    public long limitsVersion() {
        return tables.account.limitsVersion;
    }

    /** Everything the account's rows say, a line each, in no order: for a comparison with the same lines of a database. */
    public List<String> lines() {
        return new StateLines(tables).all();
    }

    /** Every round trip, oldest first. */
    public List<Trip> trips() {
        return tables.trades.values().stream()
                .map(trade -> new Trip(
                        trade.id,
                        trade.symbol,
                        trade.opened,
                        trade.closed,
                        trade.closedAtMs,
                        trade.exitReason,
                        trade.takeProfit1Hit,
                        trade.pnl,
                        trade.pnlR,
                        trade.protectedAtMs))
                .toList();
    }
}
