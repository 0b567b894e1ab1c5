package dev.sextant.simulation.fault;

/** A kind of trouble that a run may have or not. */
public enum FaultClass {
    /** The database is slow, not reached, or commits and does not answer. */
    STORE,
    /** Minutes in which the database does not answer at all. */
    STORE_OUTAGE,
    /** Requests to the exchange or their answers are lost or late. */
    VENUE_NETWORK,
    /** Minutes in which the exchange is not reached. */
    VENUE_OUTAGE,
    /** The exchange accepts late, fails blindly, answers reads from the past. */
    VENUE_HABITS,
    /** Orders fill in parts, slowly, or not wholly; cancels race fills. */
    MATCHING,
    /** Triggered stops are refused. */
    TRIGGERS,
    /** The exchange is under maintenance or bans the address. */
    VENUE_CLOSED,
    /** Orders can't be found for ten to thirty minutes. */
    HIDDEN_ORDERS,
    /** The exchange's filters change. */
    FILTERS,
    /** Clocks are off. */
    CLOCKS,
    /** Functions die at any call. */
    DEATHS,
    /** Functions stand still for up to a minute, and wake as if nothing had been. */
    FREEZES,
    /** Two copies of a function work on the same records. */
    CLONES,
    /** Records come again, late, and old ones after new ones. */
    STREAM,
    /** No ticks and no market data for a while. */
    INGEST_AWAY,
    /** The schedule fires late, twice, or not at all. */
    SCHEDULE,
    /** The whole desk goes down and comes up again. */
    DESK_CRASH,
    /** A person kills, pauses, resumes, changes limits, stops strategies. */
    OPERATOR,
    /** A person trades on the same account elsewhere. */
    TRADES_BY_HAND,
    /** A person or the exchange itself closes what the desk holds. */
    CLOSED_BY_OTHERS,
    /** Signals come in bursts. */
    BURSTS,
    /** Messages of the private stream are lost, late, told twice, overtaken by others. */
    PRIVATE_EVENTS,
    /** Sockets of the private stream are refused, cut, dead, or deaf though they answer pings; two of them tell the same. */
    PRIVATE_SOCKETS,
    /** The private stream's key expires before its time, or somebody deletes it. */
    LISTEN_KEYS,
    /** Ingests die, stand still, lose the database, are replaced and go on all the same; their puts hang. */
    INGESTS
}
