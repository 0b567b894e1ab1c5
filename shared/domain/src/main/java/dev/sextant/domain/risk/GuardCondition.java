package dev.sextant.domain.risk;

import java.util.Locale;

/**
 * Every condition the guard knows, the one that is told first at the top. {@code risk.guard_conditions} is the same table
 * in the database, and a test compares the two.
 */
public enum GuardCondition {
    KILLED(Scope.ACCOUNT, GuardState.HALTED, "the kill switch is thrown"),
    HALTED(Scope.ACCOUNT, GuardState.HALTED, "the day's loss has reached max_daily_loss_r; open trades are closed"),
    VENUE_HALTED(Scope.ACCOUNT, GuardState.HALTED, "the venue refuses the account, its key or its address"),
    PAUSED(Scope.ACCOUNT, GuardState.REDUCING, "losses in a row, or a person's pause; it ends by itself"),
    RECOVERING(Scope.ACCOUNT, GuardState.REDUCING, "the desk is not HEALTHY: it has not reconciled since it started"),
    VENUE_SILENT(
            Scope.ACCOUNT, GuardState.REDUCING, "the venue's private API is away for longer than max_venue_silence_ms"),
    STREAM_STALE(
            Scope.ACCOUNT,
            GuardState.REDUCING,
            "the account's private stream is silent for longer than max_venue_silence_ms"),
    UNREALISED_LOSS(Scope.ACCOUNT, GuardState.REDUCING, "open trades have lost more than max_unrealised_loss_r"),
    MARK_STALE(
            Scope.ACCOUNT,
            GuardState.REDUCING,
            "an open trade's price is older than max_data_age_ms, so its loss is not known"),
    STRATEGY_STOPPED(Scope.STRATEGY, GuardState.REDUCING, "the strategy is not RUNNING"),
    SYMBOL_BLOCKED(Scope.SYMBOL, GuardState.REDUCING, "the desk and the venue, or two readings, disagree about it"),
    DATA_STALE(Scope.SYMBOL, GuardState.REDUCING, "its trades are older than max_data_age_ms"),
    DAILY_LOSS_NEAR(Scope.ACCOUNT, GuardState.WARNING, "the day's loss has reached warn_daily_loss_r"),
    LOSSES_NEAR(Scope.ACCOUNT, GuardState.WARNING, "one more loss in a row pauses"),
    ORDER_IN_DOUBT(
            Scope.ACCOUNT, GuardState.WARNING, "an order's outcome is unknown for longer than order_in_doubt_ms"),
    HELD_LONG(Scope.ACCOUNT, GuardState.WARNING, "a trade is open for longer than hold_alert_ms"),
    CLOCK_OFF(Scope.ACCOUNT, GuardState.WARNING, "this clock and the venue's differ by more than warn_clock_offset_ms"),
    DATA_LATE(Scope.SYMBOL, GuardState.WARNING, "its trades are older than half of max_data_age_ms");

    /** What a condition is about. */
    public enum Scope {
        ACCOUNT,
        STRATEGY,
        SYMBOL;

        /** The stored name. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Scope scope;
    private final GuardState state;
    private final String meaning;

    GuardCondition(Scope scope, GuardState state, String meaning) {
        this.scope = scope;
        this.state = state;
        this.meaning = meaning;
    }

    public Scope scope() {
        return scope;
    }

    /** What it leads to. */
    public GuardState state() {
        return state;
    }

    /** For people, with the names of the limits. */
    public String meaning() {
        return meaning;
    }

    /** The stored name, and the code of a refusal. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
