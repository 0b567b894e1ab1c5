package dev.sextant.local.venue.synthetic.market;

import dev.sextant.local.venue.play.Source;
import dev.sextant.local.venue.synthetic.generator.GeneratedEvent;
import dev.sextant.local.venue.synthetic.generator.MarketGenerator;
import java.util.function.Consumer;

/** Everything that is generated, up to an end. */
final class GeneratedSource implements Source {

    private final MarketGenerator generator;
    private final long endMs;
    private final Consumer<GeneratedEvent> action;

    GeneratedSource(MarketGenerator generator, long endMs, Consumer<GeneratedEvent> action) {
        this.generator = generator;
        this.endMs = endMs;
        this.action = action;
    }

    @Override
    public long nextMs() {
        long nextMs = generator.peek().timeMs();
        return nextMs <= endMs ? nextMs : NEVER;
    }

    @Override
    public void fire() {
        action.accept(generator.next());
    }
}
