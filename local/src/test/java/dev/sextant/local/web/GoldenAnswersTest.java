package dev.sextant.local.web;

import org.junit.jupiter.api.Test;

class GoldenAnswersTest {
    @Test
    void show() {
        try (TestDesk desk = new TestDesk()) {
            Story s = new Story(desk.sql).deskIsUp().marketTraded().signalWasRaised();
            show(desk, "/signals");
            s.entryWasApproved();
            s.entryWasSent();
            show(desk, "/orders");
            s.entryWasFilled();
            s.exitsRest();
            show(desk, "/positions");
            show(desk, "/pnl");
            show(desk, "/trades");
            s.targetWasHit();
            for (String p : java.util.List.of(
                    "/health",
                    "/rates",
                    "/market/BTCUSDT/candles",
                    "/market/BTCUSDT/candles?interval=15s&limit=2",
                    "/market/BTCUSDT/indicators",
                    "/market/BTCUSDT/trades?limit=2",
                    "/decisions",
                    "/decisions?taken=true&limit=1",
                    "/decisions/" + Story.TAKEN,
                    "/signals",
                    "/orders",
                    "/orders/" + Story.ENTRY,
                    "/positions",
                    "/trades",
                    "/pnl",
                    "/gaps",
                    "/strategies",
                    "/nix",
                    "/market/XX/candles",
                    "/orders/zz",
                    "/decisions?limit=0",
                    "/market/BTC%2FUSD/trades",
                    "/market/%E5%B8%81/trades")) {
                show(desk, p);
            }
            System.out.println(desk.http.post(
                    "/api/v1/strategies/demo_fast/stop",
                    "{\"reason\":\"lunch\"}",
                    "Authorization: Bearer " + TestDesk.TOKEN,
                    "Idempotency-Key: k1",
                    "Content-Type: application/json"));
            System.out.println(desk.http.send("DELETE /api/v1/orders", ""));
            System.out.println(desk.http.send("FOO /api/v1/orders", ""));
            System.out.println(desk.http.send("HEAD /api/v1/orders", ""));
            System.out.println(desk.http.get("/"));
        }
    }

    private static void show(TestDesk d, String p) {
        var r = d.http.get("/api/v1" + p);
        System.out.println(p + " " + r.status() + " " + r.body());
    }
}
