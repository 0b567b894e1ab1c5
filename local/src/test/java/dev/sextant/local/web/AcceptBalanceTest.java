package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person says of a spot account's balances, over HTTP. */
class AcceptBalanceTest {

    private static final String SPOT = Story.TRIANGLES;
    private static final String ANN = "{'asset':'USD','difference':'500','by':'Ann Okoro','reason':'a deposit'}";

    private final TestDesk desk = new TestDesk();

    private final Story story = new Story(desk.sql);

    @BeforeEach
    void deskIsUp() {
        story.deskIsUp();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Reply post(String path, String key, String body) {
        return desk.http.post(
                "/api/v1/" + path,
                body.replace('\'', '"'),
                "Authorization: Bearer " + TestDesk.TOKEN,
                "Idempotency-Key: " + key,
                "Content-Type: application/json");
    }

    private static JsonNode json(Reply reply) {
        try {
            return new ObjectMapper().readTree(reply.body());
        } catch (IOException e) {
            throw new AssertionError(reply.body(), e);
        }
    }

    private static void refused(int status, String message, Reply reply) {
        assertEquals(status, reply.status(), reply::body);
        assertEquals(message, json(reply).at("/error/message").asText());
    }

    @Test
    void aDifferenceIsShownAndAPersonsWordIsKeptForTheNextPass() {
        story.triangles();
        JsonNode found = json(desk.http.get("/api/v1/risk")).at("/balance_differences/0");
        assertEquals(
                "{\"account\":\"paper-main-kraken\",\"asset\":\"USD\",\"desk\":\"1000\",\"venue\":\"1500\",\"difference\":\"500\"}",
                found.toString());
        Reply asked = post("balances/accept", "key-1", ANN);
        assertEquals(200, asked.status(), asked::body);
        assertEquals("PENDING", json(asked).path("state").asText());
        assertEquals("false", json(asked).at("/acceptance/booked").asText());
        assertEquals(asked.body(), post("balances/accept", "key-1", ANN).body(), "a repetition asks nothing new");
        String request = json(asked).path("request_id").asText();
        assertEquals(
                SPOT,
                json(desk.http.get("/api/v1/reconcile/" + request))
                        .path("account")
                        .asText());
    }

    @Test
    void withoutASpotAccountThereIsNothingToAccept() {
        refused(
                409,
                "no account with balances of its own was reconciled yet; what is moved at a futures exchange is no matter of a person's word",
                post("balances/accept", "key-1", ANN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'difference':'0'    | difference is '0', expected the text of a number other than 0, such as \"-12.5\"",
                "'difference':500    | difference is '500', expected the text of a number other than 0, such as \"-12.5\"",
                "'difference':'5e2'  | difference is '5e2', expected the text of a number other than 0, such as \"-12.5\"",
                "'difference':''     | difference is '', expected the text of a number other than 0, such as \"-12.5\""
            })
    void aWrongDifferenceSaysWhatWouldBeRight(String field, String message) {
        story.triangles();
        refused(400, message, post("balances/accept", "key-1", ANN.replace("'difference':'500'", field)));
    }

    @Test
    void anAccountThatIsNotTheDesksIsNotReconciled() {
        story.triangles();
        refused(
                400,
                "account is 'live-main', expected one of paper-main, paper-main-kraken",
                post("reconcile", "key-1", "{'reason':'a look','account':'live-main'}"));
        Reply asked = post("reconcile", "key-2", "{'reason':'a look','account':'paper-main-kraken'}");
        assertEquals(SPOT, json(asked).path("account").asText(), asked::body);
    }

    @Test
    void anAssetIsFreedBySpotReconciliationsAlone() {
        story.triangles();
        desk.sql.update(Sql.of(
                "insert into market.blocked_symbols values ('USD', 'balances differ', now() - interval '1 minute')"));
        desk.sql.update(Sql.of("""
                insert into ops.component_status (component, status) values ('reconciler', jsonb_build_object('account', 'paper-main',
                    'clean', true, 'position_mismatches', '[]'::jsonb, 'book_errors', '[]'::jsonb, 'unreadable', '[]'::jsonb))"""));
        String free = "{'symbol':'USD','by':'Ann Okoro','reason':'looked'}";
        refused(409, "the last reconciliation still finds that balances differ", post("risk/unblock", "key-1", free));
        desk.sql.update(Sql.of("""
                update ops.component_status set status = status || '{"position_mismatches":[]}' where component = 'reconciler-spot'"""));
        assertEquals(200, post("risk/unblock", "key-2", free).status());
    }
}
