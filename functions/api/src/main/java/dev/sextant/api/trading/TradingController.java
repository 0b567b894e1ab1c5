package dev.sextant.api.trading;

import dev.sextant.api.http.Ids;
import dev.sextant.api.http.Parameters;
import dev.sextant.api.setup.DeskAccounts;
import dev.sextant.domain.order.OrderState;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;

/** The paths of orders, positions, round trips and money. */
@Controller("/api/v1")
final class TradingController {

    private final Orders orders;
    private final OrderStory orderStory;
    private final ExternalOrders externalOrders;
    private final Positions positions;
    private final RoundTrips roundTrips;
    private final Pnl pnl;
    private final Balances balances;
    private final Digests digests;
    private final DeskAccounts accounts;

    TradingController(
            Orders orders,
            OrderStory orderStory,
            ExternalOrders externalOrders,
            Positions positions,
            RoundTrips roundTrips,
            Pnl pnl,
            Balances balances,
            Digests digests,
            DeskAccounts accounts) {
        this.orders = orders;
        this.orderStory = orderStory;
        this.externalOrders = externalOrders;
        this.positions = positions;
        this.roundTrips = roundTrips;
        this.pnl = pnl;
        this.balances = balances;
        this.digests = digests;
        this.accounts = accounts;
    }

    @Get("/orders")
    String orders(Parameters query) {
        OrderState state = query.oneOf("state", List.of(OrderState.values()), OrderState::name);
        return orders.page(
                        accounts.named(query.account()),
                        state,
                        query.symbol(),
                        query.cursor(Orders.LIST),
                        query.limit())
                .json();
    }

    @Get("/orders/external")
    String externalOrders(Parameters query) {
        return externalOrders
                .page(query.cursor(ExternalOrders.LIST), query.limit())
                .json();
    }

    @Get("/orders/{id}")
    String order(String id) {
        return orderStory.of(Ids.hash("intent_id", id));
    }

    @Get("/positions")
    String positions() {
        return positions.all().json();
    }

    @Get("/trades")
    String trades(Parameters query) {
        return roundTrips
                .page(query.strategy(), query.cursor(RoundTrips.LIST), query.limit())
                .json();
    }

    @Get("/pnl")
    String pnl() {
        return pnl.now();
    }

    @Get("/accounts")
    String accounts() {
        return accounts.all().json();
    }

    @Get("/balances")
    String balances() {
        return balances.all().json();
    }

    @Get("/digests")
    String digests(Parameters query) {
        return digests.page(query.cursor(Digests.LIST), query.limit()).json();
    }
}
