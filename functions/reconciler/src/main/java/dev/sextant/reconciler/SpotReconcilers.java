package dev.sextant.reconciler;

import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.sql.SqlClient;

/** Puts a reconciler of a spot account together. Called by whoever runs one: the local desk, and the function on AWS. */
public final class SpotReconcilers {

    /** Under which its findings are told. */
    public static final String COMPONENT = "reconciler-spot";

    private SpotReconcilers() {}

    /** One that compares the balances of each asset. An asset that differs takes no plan until a person has looked. */
    public static SpotReconciliation of(SqlClient sql, TradingVenue venue) {
        Reconciler reconciler = new Reconciler(
                new SqlOrderStore(sql),
                new SpotVenue(venue),
                new SpotPortfolio(sql, COMPONENT),
                new SqlBooks(sql),
                Footprint.SPOT);
        return new SpotReconciliation(reconciler, new AcceptedBalances(sql), new ReconcileRequests(sql));
    }
}
