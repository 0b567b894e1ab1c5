package dev.sextant.api.risk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.command.CommandBody;
import dev.sextant.api.command.Outcome;
import dev.sextant.api.command.Write;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Json;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.api.setup.DeskAccounts;
import dev.sextant.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Reconciliations on demand. The API can't reach the venue; it leaves a request that the reconciler's next pass answers. */
@Singleton
final class Reconciliations {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final ApiSetup setup;
    private final DeskAccounts accounts;

    Reconciliations(ApiSetup setup, DeskAccounts accounts) {
        this.setup = setup;
        this.accounts = accounts;
    }

    String ask(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("account");
        return Outcome.of(Json.object(setup.sql()
                .callOne(Sql.of("""
                        SELECT ops.ask_reconcile_once(:key, :hash, :account, :reason, 'operator') AS outcome
                        """)
                        .with("key", write.key())
                        .with("hash", write.hash())
                        .with("account", accounts.named(body.account()))
                        .with("reason", body.reason()))
                .text("outcome")));
    }

    /** The same, which first books what a person says was moved by hand. */
    String accept(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("asset", "difference", "by");
        ObjectNode demand = JsonNodeFactory.instance
                .objectNode()
                .put("asset", body.text("asset", CommandBody.SYMBOL, "an asset such as USD"))
                .put("difference", body.amount("difference").toPlainString())
                .put("reason", body.reason());
        return Outcome.of(Json.object(setup.sql()
                .callOne(Sql.of("""
                        SELECT ops.ask_acceptance_once(:key, :hash, :account, :demand::jsonb, :by) AS outcome
                        """)
                        .with("key", write.key())
                        .with("hash", write.hash())
                        .with("account", setup.account().name())
                        .with("by", person(body))
                        .withJson("demand", demand.toString()))
                .text("outcome")));
    }

    /** The same, which first books an order of somebody else as the close of a trade. */
    String adopt(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("symbol", "order_id", "by");
        ObjectNode demand = JsonNodeFactory.instance
                .objectNode()
                .put("symbol", body.text("symbol", CommandBody.SYMBOL, "a symbol such as BTCUSDT"))
                .put("order_id", body.text("order_id", ID, "the exchange's number of the order, such as 8886774"))
                .put("reason", body.reason());
        return Outcome.of(Json.object(setup.sql()
                .callOne(Sql.of("""
                        SELECT ops.ask_adoption_once(:key, :hash, :account, :demand::jsonb, :by) AS outcome
                        """)
                        .with("key", write.key())
                        .with("hash", write.hash())
                        .with("account", setup.account().name())
                        .with("by", person(body))
                        .withJson("demand", demand.toString()))
                .text("outcome")));
    }

    private static String person(CommandBody body) {
        return body.text("by", CommandBody.PERSON, "the name of a person, 2 to 60 letters, spaces, dots and dashes");
    }

    String find(String id) {
        if (!ID.matcher(id).matches()) {
            throw ApiException.notFound("request_id", id);
        }
        return setup.sql()
                .queryOne(Sql.of("""
                        SELECT ops.reconcile_request_json(q)::text AS item FROM ops.reconcile_requests q
                        WHERE request_id = :id
                            AND account IN (SELECT account FROM risk.accounts WHERE :account IN (account, follows))
                        """)
                        .with("id", Long.parseLong(id))
                        .with("account", setup.account().name()))
                .orElseThrow(() -> ApiException.notFound("request_id", id))
                .text("item");
    }
}
