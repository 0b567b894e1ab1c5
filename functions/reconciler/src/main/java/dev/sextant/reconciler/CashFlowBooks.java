package dev.sextant.reconciler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.venue.CashFlow;
import dev.sextant.domain.venue.CashFlowHistory;
import dev.sextant.domain.venue.CashFlows;
import dev.sextant.domain.venue.FundingPayment;
import dev.sextant.domain.venue.LiquidationFee;
import dev.sextant.domain.venue.Transfer;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what moved the account's money beside its fills, each once. What could not be read, the next hour reads. */
final class CashFlowBooks {

    private static final Logger LOG = LoggerFactory.getLogger(CashFlowBooks.class);
    private static final String VENUE = "BINANCE";

    private final CashFlowHistory venue;
    private final SqlClient sql;

    CashFlowBooks(CashFlowHistory venue, SqlClient sql) {
        this.venue = venue;
        this.sql = sql;
    }

    /** Reads and books; says in a sentence what came of it. */
    String run(Account account, long nowMs) {
        Long sinceMs = sql.queryOne(Sql.of("select ops.ms(portfolio.cash_flows_since(:account, ops.ts(:now))) as x")
                        .with("account", account.name())
                        .with("now", nowMs))
                .orElseThrow()
                .longOrNull("x");
        if (sinceMs == null) {
            return "no cash flows before the books are opened";
        }
        try {
            return book(account, venue.cashFlowsSince(sinceMs)) + " cash flows booked";
        } catch (VenueUnavailableException e) {
            LOG.warn("cash flows not read: {}", e.getMessage());
            return "cash flows not read: " + e.getMessage();
        }
    }

    private long book(Account account, CashFlows read) {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        read.flows().forEach(flow -> write(flow, document.addObject()));
        return sql.callOne(Sql.of("select portfolio.book_cash_flows(:account, :p::jsonb, ops.ts(:asked)) as x")
                        .with("account", account.name())
                        .withJson("p", document.toString())
                        .with("asked", read.askedAtMs()))
                .longValue("x");
    }

    private static void write(CashFlow flow, ObjectNode json) {
        switch (flow) {
            case FundingPayment funding ->
                json.put("kind", "funding").put("subject", funding.symbol().name());
            case LiquidationFee fee -> json.put("kind", "fee").put("subject", fee.kind());
            case Transfer transfer -> json.put("kind", "transfer").put("subject", transfer.kind());
        }
        json.put("venue", VENUE)
                .put("id", flow.id())
                .put("amount", E8.printDecimal(flow.amount()))
                .put("asset", flow.asset())
                .put("at_ms", flow.atMs());
    }
}
