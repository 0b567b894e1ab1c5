package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.platform.sql.Sql;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What people are shown after money was moved: another balance, and no other result. */
class MovedMoneyTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> RESULTS =
            List.of("start_balance", "realised_pnl", "unrealised_pnl", "funding", "trades", "wins", "losses", "pnl_r");

    private static String flow(String kind, String subject, String amount, long atMs) {
        return "{'kind':'%s','venue':'BINANCE','subject':'%s','id':'7','amount':'%s','asset':'USDT','at_ms':%d}"
                .formatted(kind, subject, amount, atMs);
    }

    private static JsonNode get(TestDesk desk, String path) throws JsonProcessingException {
        return JSON.readTree(desk.http.get("/api/v1" + path).body());
    }

    private static List<String> results(JsonNode pnl) {
        return RESULTS.stream()
                .map(name -> name + " " + pnl.path(name).asText())
                .toList();
    }

    private static String digest(TestDesk desk) {
        return desk.sql
                .callOne(Sql.of(
                        "select (portfolio.keep_digest('paper-main', '2024-08-08', now()) - 'equity')::text as x"))
                .text("x");
    }

    private static String risk(TestDesk desk) {
        return desk.sql
                .query(
                        Sql.of(
                                "select concat_ws(' ', risk_day, day_pnl_r, consecutive_losses, halted) as x from risk.accounts"))
                .getFirst()
                .text("x");
    }

    @Test
    void aDepositIsNoProfitAWithdrawalNoLossAndTheBooksStillAddUp() throws Exception {
        try (TestDesk desk = new TestDesk()) {
            Story story = new Story(desk.sql)
                    .deskIsUp()
                    .marketTraded()
                    .signalWasRaised()
                    .entryWasApproved()
                    .entryWasSent()
                    .entryWasFilled()
                    .exitsRest()
                    .fundingWasPaid()
                    .targetWasHit();
            JsonNode before = get(desk, "/pnl");
            String digest = digest(desk);
            String risk = risk(desk);

            story.moneyMoved(
                    flow("transfer", "TRANSFER", "250.5", 1_723_161_370_000L),
                    flow("transfer", "INTERNAL_TRANSFER", "-100", 1_723_161_410_000L),
                    flow("fee", "INSURANCE_CLEAR", "-0.4", 1_723_161_410_000L));

            JsonNode after = get(desk, "/pnl");
            assertEquals(results(before), results(after));
            assertEquals(digest, digest(desk));
            assertEquals(risk, risk(desk));
            assertEquals("150.5", after.path("transfers").asText());
            assertEquals("1.15", after.path("fees").asText(), "0.75 before, and 0.4 for the liquidation");
            assertEquals("10152.9", after.path("balance").asText(), "10002.8 before, and 150.5 less 0.4");
            assertEquals(
                    List.of(
                            "10000 of 10000",
                            "9999.63 of 10000",
                            "9999.58 of 10000",
                            "10250.08 of 10250.5",
                            "10253.3 of 10250.5",
                            "10152.9 of 10150.5",
                            "10152.9 of 10150.5"),
                    StreamSupport.stream(after.path("equity_curve").spliterator(), false)
                            .map(point -> point.path("equity").asText() + " of "
                                    + point.path("paid_in").asText())
                            .toList());
            JsonNode recomputed = get(desk, "/pnl/recompute");
            assertEquals("[]", recomputed.path("differences").toString());
            assertEquals("10152.9", recomputed.path("balance_recomputed").asText());
        }
    }
}
