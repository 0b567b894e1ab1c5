package dev.sextant.domain.event;

/** Whatever travels on the {@code decisions} stream. The partition key is the account's name. */
public sealed interface DecisionRecord
        permits Tick,
                Sweep,
                SignalRaised,
                IntentApproved,
                OrderChanged,
                PrivateEvent,
                PrivateStreamAlive,
                CyclePlanned {

    /** The account the record is for. */
    Account account();
}
