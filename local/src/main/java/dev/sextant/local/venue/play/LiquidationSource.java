package dev.sextant.local.venue.play;

import dev.sextant.local.venue.synthetic.SyntheticLiquidations;
import dev.sextant.local.venue.synthetic.SyntheticLiquidations.Liquidation;
import java.util.function.Consumer;

/** The made-up forced orders up to an end. */
final class LiquidationSource implements Source {

    private final SyntheticLiquidations generator;
    private final long endMs;
    private final Consumer<Liquidation> action;
    private Liquidation next;

    LiquidationSource(SyntheticLiquidations generator, long startMs, long endMs, Consumer<Liquidation> action) {
        this.generator = generator;
        this.endMs = endMs;
        this.action = action;
        this.next = generator.after(startMs);
    }

    @Override
    public long nextMs() {
        return next.timeMs() <= endMs ? next.timeMs() : NEVER;
    }

    @Override
    public void fire() {
        Liquidation due = next;
        next = generator.after(due.timeMs());
        action.accept(due);
    }
}
