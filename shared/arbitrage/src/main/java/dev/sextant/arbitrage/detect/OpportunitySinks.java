package dev.sextant.arbitrage.detect;

import dev.sextant.arbitrage.price.CycleSizer;
import java.util.List;

/**
 * Several sinks behind one detector, each told of everything, in their order.
 *
 * @param sinks the first is told first
 */
public record OpportunitySinks(List<OpportunitySink> sinks) implements OpportunitySink {

    public OpportunitySinks {
        sinks = List.copyOf(sinks);
    }

    @Override
    public void seen(int cycle, long nowMs, CycleSizer plan) {
        for (OpportunitySink sink : sinks) {
            sink.seen(cycle, nowMs, plan);
        }
    }

    @Override
    public void stillThere(int cycle, long nowMs, CycleSizer plan) {
        for (OpportunitySink sink : sinks) {
            sink.stillThere(cycle, nowMs, plan);
        }
    }

    @Override
    public void gone(int cycle, long nowMs, Ending why) {
        for (OpportunitySink sink : sinks) {
            sink.gone(cycle, nowMs, why);
        }
    }

    @Override
    public void missed(int cycle, long nowMs, Ending why) {
        for (OpportunitySink sink : sinks) {
            sink.missed(cycle, nowMs, why);
        }
    }
}
