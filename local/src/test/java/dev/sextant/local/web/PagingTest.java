package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Walking a list by its cursors shows every row exactly once, newest first, also where many share one time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestDesk desk = new TestDesk();

    @BeforeAll
    void manyRows() {
        new Story(desk.sql).deskIsUp().marketTraded();
        // 130 decisions, ten to an instant, every seventh taken; 40 of them large.
        desk.sql.update(Sql.of("""
                INSERT INTO strategy.decisions
                SELECT lpad(to_hex(i), 64, '0'), 's' || i % 3, 'v', CASE i % 2 WHEN 0 THEN 'BTCUSDT' ELSE 'ETHUSDT' END,
                    ops.ts(1723161300000 + i / 10 * 15000), ops.ts(1723161315000 + i / 10 * 15000), 50, NULL, i % 7 = 0,
                    'score_below_threshold', NULL,
                    jsonb_build_object('price', '1', 'factors', CASE WHEN i >= 90 THEN to_jsonb(ARRAY[repeat('x', 40000)]) ELSE '[]' END)
                FROM generate_series(0, 129) i"""));
        desk.sql.update(Sql.of("""
                INSERT INTO market.gaps SELECT 'BTCUSDT', i * 100, i * 100 + 5, ops.ts(1723161300000 + i / 4), NULL
                FROM generate_series(1, 30) i"""));
        StringBuilder trades = new StringBuilder("[");
        LongStream.range(109, 200)
                .forEach(id -> trades.append(id == 109 ? "" : ",")
                        .append("{\"a\":")
                        .append(id)
                        .append(",\"t\":1723161480000,\"p\":\"1\",\"q\":\"1\",\"m\":true,\"f\":1,\"l\":1}"));
        desk.sql.call(Sql.of("SELECT market.store_trades('BTCUSDT', :p::jsonb, 1723161480000, 1)")
                .withJson("p", trades.append(']').toString()));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void everyDecisionIsShownOnce() {
        List<String> newestFirst =
                IntStream.rangeClosed(0, 129).mapToObj(i -> decisionId(129 - i)).toList();
        for (int limit : new int[] {1, 7, 10, 50, 500}) {
            assertEquals(
                    newestFirst,
                    walk(
                            "/decisions?limit=" + limit,
                            node -> node.path("decision_id").asText()));
        }
    }

    @Test
    void aFilterIsKeptFromPageToPage() {
        List<String> taken = IntStream.rangeClosed(0, 129)
                .map(i -> 129 - i)
                .filter(i -> i % 7 == 0 && i % 2 == 0 && i % 3 == 0)
                .mapToObj(PagingTest::decisionId)
                .toList();
        assertEquals(
                taken,
                walk(
                        "/decisions?limit=2&taken=true&symbol=BTCUSDT&strategy=s0",
                        node -> node.path("decision_id").asText()));
    }

    @Test
    void aPageThatWouldBeTooLargeIsShorterAndGoesOn() throws JsonProcessingException {
        JsonNode first = page("/decisions?limit=100");
        assertTrue(first.path("items").size() < 40, "40 large decisions don't fit");
        assertTrue(first.path("items").size() > 5);
        assertNotNull(first.path("next_cursor").textValue());
    }

    @Test
    void everyGapIsShownOnce() {
        List<String> gaps =
                walk("/gaps?limit=4", node -> node.path("from_agg_id").asText());
        assertEquals(31, gaps.size());
        assertEquals(31, gaps.stream().distinct().count());
    }

    @Test
    void everyTradeIsShownOnce() {
        List<String> newestFirst = LongStream.rangeClosed(101, 199)
                .mapToObj(i -> Long.toString(300 - i))
                .toList();
        assertEquals(
                newestFirst,
                walk(
                        "/market/BTCUSDT/trades?limit=10",
                        node -> node.path("agg_id").asText()));
    }

    @Test
    void anEmptyListHasNoNextPage() throws JsonProcessingException {
        for (String path :
                new String[] {"/orders", "/trades", "/signals", "/positions", "/decisions?strategy=nobody"}) {
            JsonNode page = page(path);
            assertEquals(0, page.path("items").size(), path);
            assertTrue(page.path("next_cursor").isNull(), path);
            assertEquals("2024-08-08T23:58:00.000Z", page.path("as_of").asText(), path);
        }
    }

    private List<String> walk(String path, Function<JsonNode, String> id) {
        try {
            List<String> ids = new ArrayList<>();
            JsonNode page = page(path);
            page.path("items").forEach(item -> ids.add(id.apply(item)));
            while (!page.path("next_cursor").isNull()) {
                page = page(path + "&cursor=" + page.path("next_cursor").asText());
                page.path("items").forEach(item -> ids.add(id.apply(item)));
            }
            return ids;
        } catch (JsonProcessingException e) {
            throw new AssertionError(path, e);
        }
    }

    private JsonNode page(String path) throws JsonProcessingException {
        Reply reply = desk.http.get("/api/v1" + path);
        assertEquals(200, reply.status(), reply::toString);
        return JSON.readTree(reply.body());
    }

    private static String decisionId(int i) {
        return String.format(java.util.Locale.ROOT, "%064x", i);
    }
}
