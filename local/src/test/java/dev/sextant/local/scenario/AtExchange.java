package dev.sextant.local.scenario;

import dev.sextant.domain.money.E8;
import dev.sextant.local.venue.scripted.ScriptedVenue;
import dev.sextant.venues.sim.algo.AlgoStatus;
import dev.sextant.venues.sim.algo.AlgoType;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.order.ExecutionType;

/** What the exchange knows, whatever it tells. */
final class AtExchange {

    private final ScriptedVenue venue;

    AtExchange(ScriptedVenue venue) {
        this.venue = venue;
    }

    /** How many orders the exchange accepted under an intent's id. */
    long accepted(StoredIntent intent) {
        return venue.happened().stream()
                .filter(event -> switch (event) {
                    case VenueEvent.OrderReport report ->
                        report.execution() == ExecutionType.NEW
                                && report.order()
                                        .originalType()
                                        .equals(report.order().type().name())
                                && report.order().clientOrderId().equals(intent.clientId());
                    case VenueEvent.AlgoReport report ->
                        report.algo().status() == AlgoStatus.NEW
                                && report.algo().request().clientAlgoId().equals(intent.clientId());
                    case VenueEvent.AccountReport _, VenueEvent.FundingReport _, VenueEvent.TransferReport _ -> false;
                })
                .count();
    }

    /** Base quantity that stops at the exchange would sell. */
    String covered() {
        long coveredE8 = venue.query(state -> state.openAlgos(ScenarioDesk.BTC)).stream()
                .filter(algo -> algo.request().type() == AlgoType.STOP_MARKET)
                .mapToLong(algo -> algo.request().qtyE8())
                .sum();
        return E8.print(coveredE8);
    }

    String position() {
        return E8.print(venue.query(state -> state.position(ScenarioDesk.BTC).qtyE8()));
    }
}
