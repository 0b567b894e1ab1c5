package dev.sextant.venues.sim.algo;

/**
 * What the venue shows of a conditional order at one moment.
 *
 * @param request what was asked for, with the client id filled in
 * @param actualOrderId the market order it became; 0 before it triggered
 * @param filledE8 what that order filled, base units of 10⁻⁸
 * @param averagePriceE8 at which average price; 0 while nothing has filled
 * @param createdAtMs event time at which the venue accepted it
 * @param updatedAtMs event time of its last change
 * @param triggeredAtMs event time of the trigger; 0 before
 * @param rejectReason blank unless REJECTED
 */
public record AlgoView(
        long algoId,
        NewAlgoOrder request,
        AlgoStatus status,
        long actualOrderId,
        long filledE8,
        long averagePriceE8,
        long createdAtMs,
        long updatedAtMs,
        long triggeredAtMs,
        String rejectReason) {}
