package dev.sextant.local.storemodel;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Every answer that twenty thousand operations must have been given; the rarer ones need a longer run. */
final class Answers {

    private static final String LISTED = """
            Reserve: approved | exists
            Reserve: refused, balance | refused, data_stale | refused, expired | refused, halted | refused, killed
            Reserve: refused, mark_stale | refused, max_positions | refused, max_symbol_notional | refused, max_total_notional
            Reserve: refused, orders_per_minute | refused, paused | refused, position_open | refused, recovering
            Reserve: refused, stream_stale | refused, strategy_stopped | refused, symbol_blocked | refused, unrealised_loss
            Reserve: refused, venue_halted | refused, venue_silent
            MayBeSent: granted | denied, clock | denied, not_claimable | denied, unknown_intent | denied, data_stale
            MayBeSent: denied, expired | denied, filters | denied, killed | denied, paused | denied, recovering
            MayBeSent: denied, strategy_stopped | denied, symbol_blocked | denied, venue_silent
            Report: APPROVED | CANCELED | EXPIRED | FILLED | NOT_PLACED | OPEN | PARTIALLY_FILLED | QUARANTINED | REJECTED | UNKNOWN
            Report: failed | nothing new | trade closed
            Cancel: latched | over
            CancelsEntries: yes | no
            NotFound: counted
            OpenTrades: none | some
            Sweep: none | some
            Unfinished: none | some
            Kill: changed | same
            Pause: changed
            Resume: changed | not_clean | not_reconciled | recovering | same | still_closing
            RunStrategy: changed | recovering | same | unknown_strategy
            SetLimits: changed | same | stale_version
            Unblock: changed | not_reconciled | same | still_different
            Reconciled: clean | not clean
            Noted: known | new
            AskAdoption: asked | no_open_trade
            Wanted: none | some
            Adopt: adopted | order is the desk's own
            RefuseAdoption: nobody asked | refused
            Watch: HALTED | NORMAL | REDUCING | WARNING
            """;

    private Answers() {}

    /** As {@code Reserve: approved}. */
    static Set<String> every() {
        Set<String> every = new TreeSet<>();
        LISTED.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            Arrays.stream(line.substring(colon + 2).split(" \\| ", -1))
                    .forEach(answer -> every.add(line.substring(0, colon + 2) + answer));
        });
        return every;
    }
}
