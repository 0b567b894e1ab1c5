package dev.sextant.planning;

import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.domain.market.CycleFrame;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Listens to the detector for one cycle, and plans it when it is found. */
final class Judge implements OpportunitySink {

    private final int wanted;
    private final CycleFrame frame;
    private final PlanSettings settings;
    private @Nullable PlanMaker maker;
    private Confirmation said = new Confirmation.Refuted("its best prices do not pay");

    Judge(int wanted, CycleFrame frame, PlanSettings settings) {
        this.wanted = wanted;
        this.frame = frame;
        this.settings = settings;
    }

    void begin(Markets markets, Cycles cycles) {
        maker = new PlanMaker(settings, markets, cycles, frame.limits().haircutPpm());
    }

    Confirmation said() {
        return said;
    }

    @Override
    public void seen(int cycle, long nowMs, CycleSizer sized) {
        if (cycle != wanted || maker == null) {
            return;
        }
        said = switch (maker.make(frame.opportunityId(), cycle, frame.asOfMs(), sized)) {
            case PlanMaker.Made.Plan(var plan) -> new Confirmation.Planned(plan);
            case PlanMaker.Made.Impossible(String reason) -> new Confirmation.Refuted(reason);
        };
    }

    @Override
    public void stillThere(int cycle, long nowMs, CycleSizer sized) {
        seen(cycle, nowMs, sized);
    }

    @Override
    public void gone(int cycle, long nowMs, Ending why) {
        missed(cycle, nowMs, why);
    }

    @Override
    public void missed(int cycle, long nowMs, Ending why) {
        if (cycle == wanted) {
            said = new Confirmation.Refuted(
                    "it does not pay: " + why.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }
}
