package dev.sextant.local.venue.scripted;

import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.local.venue.rest.LimitRules;
import dev.sextant.local.venue.stream.ConnectionRules;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.instrument.Instrument;
import java.util.function.UnaryOperator;

/**
 * How to start a scripted venue.
 *
 * @param startMs event time at the start, epoch ms
 * @param account changes the standard account
 */
public record ScriptedVenueConfig(
        Instrument instrument,
        long startMs,
        ApiKey apiKey,
        UnaryOperator<SimSettings> account,
        LimitRules limits,
        ConnectionRules connections,
        Faults faults) {

    /** The standard account, the live venue's limits, no faults. */
    public static ScriptedVenueConfig of(Instrument instrument, long startMs, ApiKey apiKey) {
        return new ScriptedVenueConfig(
                instrument,
                startMs,
                apiKey,
                UnaryOperator.identity(),
                LimitRules.live(),
                ConnectionRules.live(),
                Faults.none());
    }

    public ScriptedVenueConfig withInstrument(Instrument other) {
        return new ScriptedVenueConfig(other, startMs, apiKey, account, limits, connections, faults);
    }

    public ScriptedVenueConfig withConnections(ConnectionRules other) {
        return new ScriptedVenueConfig(instrument, startMs, apiKey, account, limits, other, faults);
    }

    public ScriptedVenueConfig withFaults(Faults other) {
        return new ScriptedVenueConfig(instrument, startMs, apiKey, account, limits, connections, other);
    }
}
