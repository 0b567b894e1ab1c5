package dev.sextant.simulation.check;

import java.util.EnumMap;
import java.util.Map;

/** States that a campaign must reach; a test that never meets them proves nothing about them. */
public enum Sometimes {
    CLAIM_LOST_TO_ANOTHER,
    CLAIM_REPEATED_WITH_ITS_TOKEN,
    UNKNOWN_OUTCOME,
    ACCEPTED_AFTER_THE_TIME_OUT,
    FILL_BEFORE_ITS_ORDER_WAS_BOOKED_OPEN,
    CANCEL_RACED_A_FILL,
    QUARANTINED,
    TAKEN_BACK_FROM_QUARANTINE,
    NEVER_PLACED,
    KILLED_BETWEEN_RESERVE_AND_CLAIM,
    EXPIRED_UNSENT,
    BLOCKED_AT_THE_CLAIM,
    ABANDONED_BY_A_FROZEN_SENDER,
    REFUSED_BY_A_LIMIT,
    CLOSED_FOR_WANT_OF_A_STOP,
    STOPPED_OUT,
    FIRST_TARGET_THEN_STOP,
    SECOND_TARGET,
    CLOSED_BY_TIME,
    FLATTENED_BY_THE_SWITCH,
    PAUSED_BY_LOSSES,
    HALTED_BY_THE_DAY,
    POSITION_MISMATCH_BLOCKED,
    DESK_RECOVERED,
    FILL_FIRST_KNOWN_BY_STREAM,
    FILL_KNOWN_BY_REST_BEFORE_THE_STREAM,
    FILL_TOLD_TWICE_BY_THE_STREAM,
    STREAM_TOLD_BEFORE_THE_ANSWER,
    LISTEN_KEY_REPLACED,
    ENTRY_REFUSED_FOR_A_STALE_STREAM,
    STREAM_HEARD_AFTER_ITS_SOCKET_WAS_GIVEN_UP,
    INGEST_TOOK_OVER,
    TICK_OF_A_ZOMBIE,
    ADOPTED_WHAT_A_PERSON_ASKED_FOR,
    ADOPTED_WHAT_THE_EXCHANGE_CLOSED,
    PLAN_TRADED_WHOLE(World.PLANS),
    PLAN_MISSED(World.PLANS),
    PLAN_REFUSED(World.PLANS),
    UNWOUND_AFTER_A_PART(World.PLANS),
    SECOND_LEG_IN_DOUBT_WAS_FILLED(World.PLANS),
    KILLED_IN_A_PLAN(World.PLANS),
    FLATTENED_IN_A_PLAN(World.PLANS),
    RESTARTED_IN_A_PLAN(World.PLANS),
    REFUSED_FOR_THE_DEADLINE(World.PLANS),
    REFUSED_FOR_THE_NONCE(World.PLANS),
    LEG_ACCEPTED_LATE(World.PLANS),
    LEG_QUARANTINED(World.PLANS),
    LEG_NEVER_PLACED(World.PLANS),
    LEG_TAKEN_BACK_FROM_QUARANTINE(World.PLANS),
    LEG_WANTED_BY_TWO(World.PLANS),
    LEG_ABANDONED(World.PLANS),
    SOLD_BACK_AT_THE_THIRD_TRY(World.PLANS),
    RESIDUAL_LEFT(World.PLANS),
    RESIDUAL_HELD_A_PLAN_BACK(World.PLANS),
    UNWOUND_WHILE_THE_MARKET_STOOD(World.PLANS);

    private final World world;

    Sometimes() {
        this(World.DESK);
    }

    Sometimes(World world) {
        this.world = world;
    }

    /** Where it can be met. */
    public World world() {
        return world;
    }

    /** Counts of what was seen. */
    public static final class Seen {

        private final Map<Sometimes, Long> counts = new EnumMap<>(Sometimes.class);

        public void see(Sometimes state) {
            counts.merge(state, 1L, Long::sum);
        }

        public Map<Sometimes, Long> counts() {
            return Map.copyOf(counts);
        }
    }
}
