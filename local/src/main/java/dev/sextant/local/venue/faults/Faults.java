package dev.sextant.local.venue.faults;

import dev.sextant.venues.sim.order.OrderView;

/** Asked by the server at each point where the world may go wrong. Called from several threads. */
public interface Faults {

    /** Before a request is handled. */
    default RequestFault onRequest(ObservedRequest request) {
        return new RequestFault.None();
    }

    /** Before a frame is sent to a connection. */
    default FrameFault onFrame(ObservedFrame frame) {
        return FrameFault.NONE;
    }

    /**
     * Whether order queries don't find this order yet (the venue's replicas lag behind its engine).
     *
     * @param ageMs market time since the book accepted it
     */
    default boolean isHidden(OrderView order, long ageMs) {
        return false;
    }

    /** A world where nothing goes wrong. */
    static Faults none() {
        return new Faults() {};
    }
}
