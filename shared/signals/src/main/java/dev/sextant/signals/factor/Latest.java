package dev.sextant.signals.factor;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.signals.factor.FactorReading.Missing;
import dev.sextant.signals.factor.FactorReading.Present;
import dev.sextant.signals.factor.FactorReading.Reason;
import dev.sextant.signals.factor.FactorReading.Source;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** The latest reading of a type that is not too old, and one number in it. */
record Latest(IndicatorType type, String key, long maxAgeMs) {

    /** Both values of a factor, and what it looked at. */
    record Values(long longMicros, long shortMicros, String input) {}

    /** Reads the number and hands it on, or says what is missing. */
    FactorReading read(FactorInputs in, DoubleFunction<Values> rule) {
        Optional<IndicatorReading> fresh = fresh(in);
        if (fresh.isEmpty()) {
            return none();
        }
        IndicatorReading reading = fresh.get();
        BigDecimal number = reading.values().get(key);
        if (number == null) {
            return new Missing(Reason.NO_INPUT, reading.id() + " has no " + key);
        }
        Values values = rule.apply(number.doubleValue());
        return new Present(values.longMicros(), values.shortMicros(), values.input(), sourceOf(reading, in));
    }

    Optional<IndicatorReading> fresh(FactorInputs in) {
        return in.asOf().latest(type, in.atMs()).filter(reading -> reading.timestampMs() >= in.atMs() - maxAgeMs);
    }

    Missing none() {
        return new Missing(Reason.NO_INPUT, "no " + type.wireName() + " within " + Words.seconds(maxAgeMs));
    }

    static Source sourceOf(IndicatorReading reading, FactorInputs in) {
        return new Source(reading.id(), in.atMs() - reading.timestampMs(), reading.synthetic());
    }
}
