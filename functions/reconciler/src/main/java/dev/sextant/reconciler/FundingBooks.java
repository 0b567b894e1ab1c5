package dev.sextant.reconciler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.venue.FundingHistory;
import dev.sextant.domain.venue.FundingPayment;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what the venue paid or took as funding, each payment once. What could not be read, the next hour reads. */
final class FundingBooks {

    private static final Logger LOG = LoggerFactory.getLogger(FundingBooks.class);
    private static final String VENUE = "BINANCE";

    private final FundingHistory venue;
    private final SqlClient sql;

    FundingBooks(FundingHistory venue, SqlClient sql) {
        this.venue = venue;
        this.sql = sql;
    }

    /** Reads and books; says in a sentence what came of it. */
    String run(Account account, long nowMs) {
        Long sinceMs = sql.queryOne(Sql.of("select ops.ms(portfolio.funding_since(:account, ops.ts(:now))) as x")
                        .with("account", account.name())
                        .with("now", nowMs))
                .orElseThrow()
                .longOrNull("x");
        if (sinceMs == null) {
            return "no funding before the first trade";
        }
        try {
            return book(account, venue.fundingSince(sinceMs)) + " fundings booked";
        } catch (VenueUnavailableException e) {
            LOG.warn("funding not read: {}", e.getMessage());
            return "funding not read: " + e.getMessage();
        }
    }

    private long book(Account account, List<FundingPayment> payments) {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        payments.forEach(payment -> document.addObject()
                .put("venue", VENUE)
                .put("symbol", payment.symbol().name())
                .put("id", payment.id())
                .put("amount", E8.printDecimal(payment.amount()))
                .put("asset", payment.asset())
                .put("at_ms", payment.paidAtMs()));
        return payments.isEmpty()
                ? 0
                : sql.callOne(Sql.of("select portfolio.book_funding(:account, :p::jsonb) as x")
                                .with("account", account.name())
                                .withJson("p", document.toString()))
                        .longValue("x");
    }
}
