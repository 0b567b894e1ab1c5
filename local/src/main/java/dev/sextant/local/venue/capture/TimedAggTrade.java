package dev.sextant.local.venue.capture;

import dev.sextant.domain.market.AggTrade;

/** An aggregate trade and the event time at which the venue sends it. */
public record TimedAggTrade(AggTrade trade, long eventTimeMs) {}
