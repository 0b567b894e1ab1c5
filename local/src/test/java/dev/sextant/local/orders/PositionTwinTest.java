package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.ACCOUNT;
import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.domain.risk.RiskStanding;
import dev.sextant.platform.orders.SqlRiskPictures;
import dev.sextant.platform.sql.Sql;
import dev.sextant.reconciler.BookCheck;
import dev.sextant.reconciler.Findings;
import dev.sextant.reconciler.SqlBooks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the database folds while it books fills, beside the same folds in code. */
class PositionTwinTest {

    private static final BigDecimal STOP_DISTANCE = new BigDecimal("40");
    private static final long HOUR_MS = 3_600_000;

    private final OrderDesk desk = new OrderDesk();
    private final BookCheck check = new BookCheck(new SqlBooks(desk.sql));
    private final Random random = new Random(20_240_808);
    private final List<Fill> fills = new ArrayList<>();
    private int executions;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void positionsResultsAndLossCountersAreTheSameInBoth() {
        desk.sql.update(Sql.of("update risk.accounts set max_daily_loss_r = 1.5, max_consecutive_losses = 3"));
        RiskLimits limits = picture().account().limits();
        RiskStanding standing = RiskStanding.CLEAN;
        for (int trip = 0; trip < 40; trip++) {
            long closedAtMs = T0 + trip * HOUR_MS;
            int first = fills.size();
            Quantity opened = roundTrip(closedAtMs);
            List<Fill> own = fills.subList(first, fills.size());
            Position alone = Position.of(own, "USDT");
            BigDecimal net = alone.realisedPnl().subtract(alone.fees());
            R result = R.ofTrade(net, STOP_DISTANCE, opened);
            standing = standing.afterTrade(net, result, closedAtMs, limits);

            assertEquals(E8.printDecimal(net) + " is " + result + " R", newestTrade(), "trip " + trip);
            assertEquals(standing, picture().account().standing(), "trip " + trip);
            assertEquals(Position.of(fills, "USDT").inWords(), booked(), "trip " + trip);
            assertEquals(List.of(), check.errors(ACCOUNT), "trip " + trip);
            desk.sql.update(
                    Sql.of("update risk.accounts set halted = false, paused_until = null, pause_reason = null"));
            standing = new RiskStanding(standing.day(), standing.dayPnl(), standing.consecutiveLosses(), null, null);
        }
        assertEquals(
                String.valueOf(fills.size()),
                desk.one(Sql.of("select fills::text as x from portfolio.position_checks")));
    }

    @Test
    void aPositionEditedBehindTheDesksBackIsFoundByItsFills() {
        desk.fill(desk.entry("0.5"), "1", "61800.1", "3", T0);
        assertEquals(List.of(), check.errors(ACCOUNT));
        desk.sql.update(Sql.of("update portfolio.positions set cost = cost - 0.00000001"));
        List<Findings.BookError> errors = check.errors(ACCOUNT);
        assertEquals(
                "quantity 0.5, cost 30900.04999999, realised 0, fees 3, 1 fills",
                errors.getFirst().booked().inWords());
        assertEquals(
                "quantity 0.5, cost 30900.05, realised 0, fees 3, 1 fills",
                errors.getFirst().folded().inWords());
    }

    /** An entry in a few fills, then exits in a few; the last one leaves the position flat. */
    private Quantity roundTrip(long closedAtMs) {
        desk.freshData(T0 + 1_000 * HOUR_MS);
        OrderIntent entry = desk.entry("0.3");
        desk.reserve(entry);
        desk.claim(entry, "in");
        execute(entry, T0);
        OrderIntent stop = desk.exit(entry, Purpose.STOP, "x" + executions, "0.3", "61760");
        desk.reserve(stop);
        desk.claim(stop, "out", T0);
        execute(stop, closedAtMs);
        return Quantity.of("0.3");
    }

    private void execute(OrderIntent intent, long atMs) {
        BigDecimal left = new BigDecimal("0.3");
        while (left.signum() > 0) {
            BigDecimal part = BigDecimal.valueOf(1 + random.nextInt(200), 3).min(left);
            left = left.subtract(part);
            BigDecimal price = BigDecimal.valueOf(6_170_000 + random.nextInt(20_000), 2);
            Fill fill = new Fill(
                    OrderDesk.BTC,
                    "e" + executions++,
                    "v",
                    intent.request().side(),
                    new Price(price),
                    new Quantity(part),
                    BigDecimal.valueOf(random.nextInt(2_000_000) - 100_000, 6),
                    random.nextInt(4) == 0 ? "BNB" : "USDT",
                    false,
                    atMs);
            fills.add(fill);
            String filled = new BigDecimal("0.3").subtract(left).toPlainString();
            desk.report(
                    intent,
                    left.signum() == 0 ? OrderTrigger.VENUE_FILLED : OrderTrigger.VENUE_PARTIAL,
                    filled,
                    atMs,
                    fill);
        }
    }

    private RiskPicture picture() {
        return new SqlRiskPictures(desk.sql).at(ACCOUNT, T0).orElseThrow().picture();
    }

    private String newestTrade() {
        return desk.one(Sql.of("""
                select ops.dec(pnl) || ' is ' || ops.dec(pnl_r) || ' R' as x
                from execution.trades order by closed_at desc limit 1"""));
    }

    private String booked() {
        return desk.one(Sql.of("""
                select 'quantity ' || ops.dec(qty) || ', cost ' || ops.dec(cost) || ', realised ' || ops.dec(realised_pnl)
                    || ', fees ' || ops.dec(fees) || ', ' || fills || ' fills' as x
                from portfolio.positions"""));
    }
}
