package dev.sextant.api.setup;

import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Page;
import dev.sextant.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The desk's accounts: its own, and those that follow it, such as the triangles'. */
@Singleton
public final class DeskAccounts {

    private final ApiSetup setup;

    DeskAccounts(ApiSetup setup) {
        this.setup = setup;
    }

    /** All of them, its own first. */
    public Page all() {
        return Page.whole(
                setup.sql().query(Sql.of("""
                SELECT ops.iso(ops.market_time()) AS as_of,
                       CASE WHEN a.account IS NOT NULL THEN json_build_object('account', a.account, 'mode', a.mode,
                           'currency', a.currency, 'follows', a.follows) END AS item
                FROM (VALUES (1)) one LEFT JOIN risk.accounts a ON :account IN (a.account, a.follows)
                ORDER BY a.account <> :account, a.account""").with("account", setup.account().name())));
    }

    /**
     * The one that is asked for; the desk's own when none is.
     *
     * @throws ApiException 400 with those that there are
     */
    public String named(@Nullable String wanted) {
        String own = setup.account().name();
        if (wanted == null || wanted.equals(own)) {
            return own;
        }
        List<String> accounts = setup.sql().query(Sql.of("""
                        SELECT account FROM risk.accounts WHERE :account IN (account, follows)
                        ORDER BY account <> :account, account""").with("account", own)).stream()
                .map(row -> row.text("account"))
                .toList();
        if (!accounts.contains(wanted)) {
            throw ApiException.badValue("account", wanted, "one of " + String.join(", ", accounts));
        }
        return wanted;
    }
}
