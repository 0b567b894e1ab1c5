package dev.sextant.local.desk;

import dev.sextant.local.doctor.Confirmation;
import dev.sextant.local.doctor.Examination;
import dev.sextant.local.doctor.Finding;
import dev.sextant.local.doctor.Place;
import dev.sextant.venues.binance.mode.TradingMode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands between a desk and an exchange at each start: the state must be of this mode, every check must pass now, and
 * where money is real a person must have said so in words that fit this account and its limits.
 */
final class ExchangeGate {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeGate.class);

    private ExchangeGate() {}

    /** @param money what the account holds at the exchange, in its currency */
    record Admitted(Place place, BigDecimal money) {}

    /**
     * Examines the exchange, and claims the state folder for it.
     *
     * @throws DeskException in one line that names every check that stands in the way
     */
    static Admitted pass(DeskOptions options, StateFolder state) throws InterruptedException {
        DeskAccount account = DeskAccount.of(options.settings());
        String mode = account.mode().word();
        LiveClaim claim = LiveClaim.of(state, account.mode(), Place.host(options.settings()));
        Examination seen = Examination.of(options.settings(), System.getenv(), options.home(), options.state());
        for (Finding finding : seen.findings()) {
            LOG.info("{} {}", finding.verdict(), finding.inWords());
        }
        if (!seen.passed() || seen.place().isEmpty() || seen.money().isEmpty()) {
            throw new DeskException(
                    "mode " + mode + " is refused: " + seen.objections() + "; ./sextant doctor --mode " + mode
                            + " shows every check",
                    null);
        }
        Place place = seen.place().get();
        claim.keep();
        return new Admitted(place, seen.money().get());
    }

    /**
     * What must be so before anything of the desk is touched.
     *
     * @throws DeskException in one line
     */
    static void approach(DeskOptions options) {
        if (DeskAccount.of(options.settings()).mode() != TradingMode.LIVE) {
            return;
        }
        if (options.fresh()) {
            throw new DeskException(
                    "--fresh would forget what this account has open at the exchange: not in mode live; move "
                            + options.state() + " away by hand if you mean it",
                    null);
        }
        if (options.confirmation() == null) {
            throw new DeskException(
                    "mode live trades with real money; if you mean it, say which account and what it may lose in a day: --confirm "
                            + Confirmation.expected(options.settings()),
                    null);
        }
    }

    /**
     * Compares what was typed with the limits in force, which the operator may have changed since the first start.
     *
     * @throws DeskException when real money would be traded without the right words
     */
    static void confirm(DeskAccount account, DeskAccount.Limits limits, @Nullable String typed) {
        String expected = Confirmation.expected(account.name(), limits.riskPerTrade(), limits.maxDailyLossR());
        if (account.mode() == TradingMode.LIVE && !expected.equals(typed)) {
            throw new DeskException(
                    "--confirm is '" + typed + "', expected '" + expected
                            + "': this account and what its limits let it lose in a day",
                    null);
        }
    }
}
