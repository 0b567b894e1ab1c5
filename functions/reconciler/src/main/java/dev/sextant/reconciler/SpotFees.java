package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.orders.SqlTakerFees;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.kraken.trade.FeeRates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the venue what an account pays for taking, for who frames triangles without a key. Five minutes after the last answer
 * no plan begins by them any more. Called beside each reconciliation of a spot account.
 */
public final class SpotFees {

    private static final Logger LOG = LoggerFactory.getLogger(SpotFees.class);
    private static final int AT_ONCE = 200;

    private final SqlClient sql;
    private final SqlTakerFees fees;
    private final Question question;

    /** What the venue is asked. */
    @FunctionalInterface
    public interface Question {
        Map<Symbol, FeeRates> fees(List<Symbol> pairs) throws VenueUnavailableException;
    }

    /** @param sql with the reconciler's role */
    public SpotFees(SqlClient sql, Question question) {
        this.sql = sql;
        this.fees = new SqlTakerFees(sql);
        this.question = question;
    }

    /** Asks for every pair that the desk knows; a venue that does not answer changes nothing. */
    public void run(Account account, long nowMs) {
        List<Symbol> pairs =
                sql
                        .query(Sql.of("select symbol from market.instruments where venue = 'KRAKEN' order by symbol"))
                        .stream()
                        .map(row -> new Symbol(row.text("symbol")))
                        .toList();
        try {
            for (int from = 0; from < pairs.size(); from += AT_ONCE) {
                Map<Symbol, Integer> told = new HashMap<>();
                for (Map.Entry<Symbol, FeeRates> each : question.fees(
                                pairs.subList(from, Math.min(pairs.size(), from + AT_ONCE)))
                        .entrySet()) {
                    told.put(each.getKey(), each.getValue().takerPpm(each.getKey()));
                }
                fees.save(account, told, nowMs);
            }
        } catch (VenueUnavailableException e) {
            LOG.warn("the fees of {} can't be read: {}", account, e.getMessage());
        }
    }
}
