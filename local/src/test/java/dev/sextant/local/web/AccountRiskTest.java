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

/** The guard of an account that follows the desk's own, over HTTP: seen, stopped and let go by itself. */
class AccountRiskTest {

    private static final String SPOT = Story.TRIANGLES;

    private final TestDesk desk = new TestDesk();
    private final Story story = new Story(desk.sql);
    private int keys;

    @BeforeEach
    void deskIsUp() {
        story.deskIsUp();
        story.triangles();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Reply command(String what, String body) {
        keys++;
        return desk.http.post(
                "/api/v1/risk/" + what,
                body.replace('\'', '"'),
                "Authorization: Bearer " + TestDesk.TOKEN,
                "Idempotency-Key: key-" + keys,
                "Content-Type: application/json");
    }

    private static JsonNode json(Reply reply) {
        try {
            return new ObjectMapper().readTree(reply.body());
        } catch (IOException e) {
            throw new AssertionError(reply.body(), e);
        }
    }

    private JsonNode risk(String account) {
        return json(desk.http.get("/api/v1/risk?account=" + account));
    }

    private void reconciledNow() {
        desk.sql.update(Sql.of("""
                        insert into ops.component_status (component, status) values ('reconciler-spot', jsonb_build_object(
                            'account', :account::text, 'market_time_ms', ops.ms(ops.market_time()), 'clean', true))
                        on conflict (component) do update set status = excluded.status, as_of = now()""").with("account", SPOT));
    }

    @Test
    void aHaltOfTheTrianglesIsSeenAndEndedByAPersonAndTheDesksOwnTradesOn() {
        desk.sql.update(Sql.of("""
                        update risk.accounts set halted = true, halt_reason = 'daily loss -5 R, limit -5 R',
                            halted_at = ops.market_time() - interval '1 second', stops = stops + 1
                        where account = :account""").with("account", SPOT));
        desk.sql.update(
                Sql.of(
                        "update risk.control set changed_at = ops.market_time() - interval '1 hour', written_at = now() - interval '1 hour'"));
        assertEquals("HALTED", risk(SPOT).at("/guard/state").asText());
        assertEquals("halted", risk(SPOT).at("/guard/findings/0/condition").asText());
        assertEquals(
                "0",
                String.valueOf(risk("paper-main").at("/guard/findings").findValues("condition").stream()
                        .filter(condition -> condition.asText().equals("halted"))
                        .count()));
        String resume = "{'by':'Ann Okoro','reason':'looked','account':'" + SPOT + "','version':"
                + risk(SPOT).path("stops_version") + "}";
        reconciledNow();
        Reply done = command("resume", resume);
        assertEquals(200, done.status(), done::body);
        assertEquals(SPOT, json(done).path("account").asText());
        assertEquals("", risk(SPOT).at("/standing/halt_reason").asText(""));
    }

    @Test
    void aPauseAndALimitAreThatAccountsAlone() {
        assertEquals(
                200,
                command("pause", "{'minutes':30,'reason':'lunch','account':'" + SPOT + "'}")
                        .status());
        assertEquals(true, risk(SPOT).at("/standing/paused_until").isTextual());
        assertEquals(true, risk("paper-main").at("/standing/paused_until").isNull());
        String version = risk(SPOT).at("/settings/version").asText();
        Reply limits = command(
                "limits",
                "{'version':" + version + ",'limits':{'max_positions':1},'reason':'calm','account':'" + SPOT + "'}");
        assertEquals(200, limits.status(), limits::body);
        assertEquals("1", setting(SPOT, "max_positions"));
        assertEquals("2", setting("paper-main", "max_positions"));
    }

    private String setting(String account, String name) {
        for (JsonNode item : risk(account).at("/settings/items")) {
            if (item.path("name").asText().equals(name)) {
                return item.path("value").asText();
            }
        }
        return "none";
    }

    @Test
    void anAccountThatIsNotTheDesksIsNamedAsSuch() {
        Reply reply = command("pause", "{'minutes':30,'reason':'lunch','account':'live-main'}");
        assertEquals(400, reply.status());
        assertEquals(
                "account is 'live-main', expected one of paper-main, paper-main-kraken",
                json(reply).at("/error/message").asText());
        assertEquals(400, desk.http.get("/api/v1/risk?account=live-main").status());
    }
}
