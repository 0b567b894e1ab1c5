package dev.sextant.domain.risk;

import java.util.Locale;

/**
 * The switch a human throws. It stands above every other rule and never stops an order that reduces exposure.
 *
 * @param changedBy who threw it last
 */
public record KillSwitch(Level level, String changedBy) {

    /** How much is stopped; each level includes the ones before it. */
    public enum Level {
        /** Nothing. */
        NONE,
        /** New entries. */
        ENTRIES,
        /** And resting entries are cancelled. */
        CANCEL,
        /** And positions are closed at market. */
        FLATTEN;

        /** The stored name. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isOff() {
        return level == Level.NONE;
    }
}
