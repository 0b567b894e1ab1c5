package dev.sextant.signals.factor;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.signals.factor.FactorReading.Missing;
import dev.sextant.signals.factor.FactorReading.Present;
import dev.sextant.signals.factor.FactorReading.Reason;
import dev.sextant.signals.factor.FactorReading.Source;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Change of open interest: unchanged 0.5, rising confirms whichever direction flow takes, falling speaks against both.
 *
 * @param lagMs the earlier reading is the latest one at least this much older
 * @param fullChange relative change that counts in full
 */
record OpenInterestFactor(long lagMs, double fullChange, Latest latest) implements Factor {

    private static final String KEY = "open_interest";

    static OpenInterestFactor of(Params params) {
        return new OpenInterestFactor(
                params.millis("lag_s"),
                params.number("full_change"),
                new Latest(IndicatorType.OPEN_INTEREST_HIST, KEY, params.millis("max_age_s")));
    }

    @Override
    public FactorReading read(FactorInputs in) {
        Optional<IndicatorReading> now = latest.fresh(in);
        if (now.isEmpty()) {
            return latest.none();
        }
        Optional<IndicatorReading> before = before(in, now.get());
        if (before.isEmpty()) {
            return new Missing(
                    Reason.NO_INPUT, "no " + latest.type().wireName() + " from " + Words.seconds(lagMs) + " earlier");
        }
        Double change = change(before.get(), now.get());
        if (change == null) {
            return new Missing(Reason.NO_INPUT, now.get().id() + " and the one before have no change of " + KEY);
        }
        long micros = Micros.centred(change / fullChange);
        String id = before.get().id() + ".." + now.get().id();
        boolean synthetic = before.get().synthetic() || now.get().synthetic();
        Source source = new Source(id, in.atMs() - now.get().timestampMs(), synthetic);
        return new Present(micros, micros, "open interest " + Words.signed(100 * change) + " %", source);
    }

    /** Not older than a lag and a maximum age, so that how far back a log was kept can't change the answer. */
    private Optional<IndicatorReading> before(FactorInputs in, IndicatorReading now) {
        return in.asOf()
                .latestBefore(latest.type(), now.timestampMs() - lagMs, in.atMs())
                .filter(reading -> reading.timestampMs() >= in.atMs() - readingsReachMs());
    }

    private static @Nullable Double change(IndicatorReading before, IndicatorReading now) {
        BigDecimal from = before.values().get(KEY);
        BigDecimal to = now.values().get(KEY);
        return from == null || to == null || from.signum() <= 0
                ? null
                : to.subtract(from).doubleValue() / from.doubleValue();
    }

    @Override
    public long readingsReachMs() {
        return 2 * latest.maxAgeMs() + lagMs;
    }
}
