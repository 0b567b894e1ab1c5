package dev.sextant.platform.telemetry;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoredOrder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells each step of an order that changed something, and counts it; what is stored is the other store's business. */
public final class ObservedOrderStore implements OrderStore {

    private static final Logger LOG = LoggerFactory.getLogger(ObservedOrderStore.class);

    private final OrderStore orders;
    private final Metrics metrics;
    private final Correlation correlation = new Correlation();

    public ObservedOrderStore(OrderStore orders, Metrics metrics) {
        this.orders = orders;
        this.metrics = metrics;
    }

    private LoggingEventBuilder line(IntentId id, String source) {
        return LOG.atInfo()
                .addKeyValue(Correlation.KEY, correlation.of(id))
                .addKeyValue("intent_id", id.hex())
                .addKeyValue("source", source);
    }

    @Override
    public Reservation reserve(OrderIntent intent, String source, long nowMs) {
        Reservation reservation = orders.reserve(intent, source, nowMs);
        switch (reservation) {
            case Reservation.Approved approved -> {
                correlation.learn(approved.id(), intent.decisionId());
                metrics.count("OrdersReserved", 1);
                line(approved.id(), source)
                        .addKeyValue("purpose", intent.purpose())
                        .addKeyValue("symbol", intent.request().symbol())
                        .log("order reserved");
            }
            case Reservation.Refused refused -> {
                correlation.learn(refused.id(), intent.decisionId());
                metrics.count("OrdersRefused", 1);
                line(refused.id(), source).addKeyValue("code", refused.code()).log("order refused by risk");
            }
            case Reservation.Exists exists -> correlation.learn(exists.id(), intent.decisionId());
        }
        return reservation;
    }

    @Override
    public Claim claim(ClaimRequest request) {
        Claim claim = orders.claim(request);
        switch (claim) {
            case Claim.Granted(StoredOrder order) -> {
                correlation.learn(order.id(), order.decisionId());
                metrics.count("OrdersClaimed", 1);
                line(order.id(), request.source()).log("order claimed");
            }
            case Claim.Denied denied -> metrics.count("ClaimsDenied", 1);
        }
        return claim;
    }

    @Override
    public Reported report(OrderReport report) {
        Reported reported = orders.report(report);
        if (reported.changed()) {
            metrics.count("Fills", reported.newFills());
            if (reported.state() == OrderState.UNKNOWN) {
                metrics.count("OrdersUnknown", 1);
            }
            line(report.id(), report.source())
                    .addKeyValue("state", reported.state())
                    .addKeyValue("new_fills", reported.newFills())
                    .addKeyValue("reason", report.reason())
                    .log("order reported");
        }
        return reported;
    }

    @Override
    public boolean requestCancel(IntentId id, String source, String why, long nowMs) {
        boolean requested = orders.requestCancel(id, source, why, nowMs);
        if (requested) {
            line(id, source).addKeyValue("why", why).log("cancel requested");
        }
        return requested;
    }

    @Override
    public int countNotFound(IntentId id) {
        int times = orders.countNotFound(id);
        metrics.count("OrdersNotFound", 1);
        return times;
    }

    @Override
    public List<IntentId> lingeringApprovals(Account account, long olderThanMs) {
        return orders.lingeringApprovals(account, olderThanMs);
    }

    @Override
    public List<StoredOrder> unfinished(Account account) {
        List<StoredOrder> unfinished = orders.unfinished(account);
        unfinished.forEach(order -> correlation.learn(order.id(), order.decisionId()));
        return unfinished;
    }

    @Override
    public boolean cancelsEntries(Account account) {
        return orders.cancelsEntries(account);
    }

    @Override
    public List<OpenTrade> openTrades(Account account) {
        List<OpenTrade> trades = orders.openTrades(account);
        trades.forEach(trade -> trade.orders().forEach(order -> correlation.learn(order.id(), order.decisionId())));
        return trades;
    }
}
