package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.domain.risk.GuardReadings;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.domain.risk.RiskStanding;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything the database knows of the account and the desk that is not an order. */
final class AccountRow {

    /** Why a symbol takes no entries, and in which step that began. */
    record Block(String reason, long step) {}

    final Limits opened;
    RiskLimits limits;
    KillSwitch kill = new KillSwitch(KillSwitch.Level.NONE, "start");
    long killChangedAtMs = Long.MIN_VALUE;

    /** The newest result that came while it was halted, its own included. */
    long haltedAtMs = Long.MIN_VALUE;

    /** Why the venue refuses the account, until a person resumes, and when it last did. */
    @Nullable
    String venueHalt;

    long venueHaltedAtMs = Long.MIN_VALUE;

    /** The step with which it was changed last. */
    long killStep;

    RiskStanding standing = RiskStanding.CLEAN;

    @Nullable
    String deskState = "HEALTHY";

    BigDecimal balance;

    /** Balances of other assets than the account's currency. */
    final Map<String, BigDecimal> assets = new TreeMap<>();

    /** Which lane a strategy runs in. */
    final Map<String, String> lanes = new HashMap<>();

    final Contacts contacts = new Contacts();
    final ListenKeyRow listenKey = new ListenKeyRow();
    final Map<String, RiskPicture.Trader> strategies = new TreeMap<>();
    final Map<Symbol, Block> blocked = new TreeMap<>();
    long limitsVersion = 1;
    final Map<Symbol, GuardReadings.Mark> marks = new TreeMap<>();
    final Map<Symbol, Position> positions = new TreeMap<>();

    AccountRow(Limits opened) {
        this.opened = opened;
        this.limits = opened.limits();
        this.balance = opened.startBalance();
    }

    /** A trade or a plan has ended: {@code risk.count_result}. */
    void count(BigDecimal net, R result, long atMs) {
        standing = standing.afterTrade(net, result, atMs, limits);
        if (standing.haltReason() != null) {
            haltedAtMs = Math.max(haltedAtMs, atMs);
        }
    }

    /** {@code risk.halt_by_venue}; answers whether that is new. */
    boolean haltByVenue(String said, long atMs) {
        boolean fresh = venueHalt == null;
        venueHalt = fresh ? said : venueHalt;
        venueHaltedAtMs = Math.max(venueHaltedAtMs, atMs);
        return fresh;
    }

    BigDecimal balanceOf(String asset) {
        return asset.equals(opened.settings().currency()) ? balance : assets.getOrDefault(asset, BigDecimal.ZERO);
    }

    /** {@code portfolio.book}. */
    void book(String asset, BigDecimal amount) {
        if (asset.equals(opened.settings().currency())) {
            balance = balance.add(amount);
        } else if (amount.signum() != 0) {
            assets.merge(asset, amount, BigDecimal::add);
        }
    }

    /** {@code risk.close_demand}. */
    @Nullable
    String closeDemand() {
        if (kill.level() == KillSwitch.Level.FLATTEN) {
            return "kill";
        }
        return standing.haltReason() == null ? null : "halted";
    }
}
