package dev.sextant.simulation.spot;

import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;

/** Who sees what the exchange does, at the moment it does it. */
public interface SpotWatch {

    void accepted(SpotOrder order);

    /** It was refused, definitely. */
    void refused(OrderRequest request, String code);

    void traded(SpotOrder order, Fill fill);

    /** A request with a nonce was let in. */
    void nonce(String key, long nonce);
}
