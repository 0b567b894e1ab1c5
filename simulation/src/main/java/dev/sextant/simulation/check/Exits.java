package dev.sextant.simulation.check;

import dev.sextant.domain.risk.RiskStanding;
import dev.sextant.simulation.store.AccountView;

/** How the round trips of a run ended. */
public final class Exits {

    private Exits() {}

    public static void see(AccountView account, Sometimes.Seen seen) {
        for (AccountView.Trip trip : account.trips()) {
            if (trip.closedAtMs() != null) {
                see(trip, seen);
            }
        }
        RiskStanding.Pause pause = account.standing().pause();
        if (pause != null && pause.reason().contains("losses")) {
            seen.see(Sometimes.PAUSED_BY_LOSSES);
        }
        if (account.standing().haltReason() != null) {
            seen.see(Sometimes.HALTED_BY_THE_DAY);
        }
    }

    private static void see(AccountView.Trip trip, Sometimes.Seen seen) {
        switch (String.valueOf(trip.exitReason())) {
            case "sl" -> seen.see(trip.firstTargetHit() ? Sometimes.FIRST_TARGET_THEN_STOP : Sometimes.STOPPED_OUT);
            case "tp2" -> seen.see(Sometimes.SECOND_TARGET);
            case "timeout" -> seen.see(Sometimes.CLOSED_BY_TIME);
            case "kill" -> seen.see(Sometimes.FLATTENED_BY_THE_SWITCH);
            case "unprotected", "stop_rejected" -> seen.see(Sometimes.CLOSED_FOR_WANT_OF_A_STOP);
            default -> {}
        }
    }
}
