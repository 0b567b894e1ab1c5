package dev.sextant.platform.schedule;

import java.time.Duration;
import java.util.List;

/** Every job there is. A job stands here once a function does it, not before. */
public final class Schedules {

    /** Orders, positions and strangers against the venue. */
    public static final ScheduledJob RECONCILE = ScheduledJob.every(Duration.ofMinutes(1), "reconcile", "reconciler");

    /** In the order in which they run when several are due. */
    public static final List<ScheduledJob> ALL = List.of(RECONCILE);

    private Schedules() {}
}
