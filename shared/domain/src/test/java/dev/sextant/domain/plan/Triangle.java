package dev.sextant.domain.plan;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.util.List;

/** USD > BTC > ETH > USD without fees: 1 BTC at 50,000, 20 ETH at 0.05, sold at 2,510. */
final class Triangle {

    private static final PairTerms BTC_USD = terms("BTC", "USD", "0.1", "0.0001", "0.001");
    private static final PairTerms ETH_BTC = terms("ETH", "BTC", "0.00001", "0.001", "0.01");
    private static final PairTerms ETH_USD = terms("ETH", "USD", "0.01", "0.001", "0.01");

    private Triangle() {}

    static CyclePlan plan() {
        Account account = new Account("kraken-paper");
        return new CyclePlan(
                PlanIds.plan(account, "tri@1", "seen-1"),
                account,
                "KRAKEN",
                "tri",
                "tri@1",
                "seen-1",
                "USD>BTC>ETH>USD",
                CyclePlan.Lane.DIRECT,
                new BigDecimal("50000"),
                new BigDecimal("200"),
                new BigDecimal("500"),
                BigDecimal.ONE,
                List.of(
                        new PlanLeg(BTC_USD, Side.BUY, Quantity.of("1"), price("50000"), 5),
                        new PlanLeg(ETH_BTC, Side.BUY, Quantity.of("20"), price("0.05"), 7),
                        new PlanLeg(ETH_USD, Side.SELL, Quantity.of("20"), price("2510"), 9)),
                List.of(
                        new UnwindRoute(BTC_USD, Side.SELL, price("50000")),
                        new UnwindRoute(ETH_USD, Side.SELL, price("2500"))),
                1_000,
                1_000_000,
                1_002_000);
    }

    static Price price(String text) {
        return Price.of(text);
    }

    private static PairTerms terms(String base, String quote, String tick, String step, String least) {
        return new PairTerms(
                new Symbol(base + "/" + quote),
                base,
                quote,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(least),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }
}
