package dev.sextant.reconciler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the books of an account with what the venue shows, once: what comes later is a fill, or a difference that people look
 * at.
 */
final class OpeningBooks {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningBooks.class);

    /** What the venue is asked. */
    @FunctionalInterface
    interface Balances {
        Map<String, BigDecimal> now() throws VenueUnavailableException;
    }

    private final SqlClient sql;
    private final Balances venue;
    private final boolean everyAsset;

    /** @param everyAsset on spot, where each asset is compared; else the account's currency alone */
    OpeningBooks(SqlClient sql, Balances venue, boolean everyAsset) {
        this.sql = sql;
        this.venue = venue;
        this.everyAsset = everyAsset;
    }

    /** Opens them unless something is booked; a venue that does not answer is asked with the next pass. */
    void open(Account account, long nowMs) {
        List<Row> unopened = sql.query(Sql.of("""
                        select currency from risk.accounts a where account = :account
                            and not exists (select 1 from portfolio.ledger l where l.account = a.account)""").with("account", account.name()));
        if (unopened.isEmpty()) {
            return;
        }
        try {
            ObjectNode shown = JsonNodeFactory.instance.objectNode();
            String currency = unopened.getFirst().text("currency");
            venue.now().forEach((asset, amount) -> {
                if (amount.signum() > 0 && (everyAsset || asset.equals(currency))) {
                    shown.put(asset, amount.toPlainString());
                }
            });
            boolean opened = sql.callOne(
                            Sql.of("select portfolio.open_books(:account, :shown::jsonb, ops.ts(:now)) as x")
                                    .with("account", account.name())
                                    .withJson("shown", shown.toString())
                                    .with("now", nowMs))
                    .bool("x");
            LOG.info("the books of {} {}", account, opened ? "begin with " + shown : "wait for money");
        } catch (VenueUnavailableException e) {
            LOG.warn("the books of {} can't be opened: {}", account, e.getMessage());
        }
    }
}
