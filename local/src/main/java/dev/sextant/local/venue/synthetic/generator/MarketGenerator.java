package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.capture.AggTradeRuns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The whole market, event by event in the order of event time, without an end and without a look back. It runs a tenth of
 * a second ahead of what it tells, because an aggregate trade is known only when its window is over.
 */
public final class MarketGenerator {

    private static final long SECOND_MS = 1_000;
    private static final Comparator<GeneratedEvent> ORDER =
            Comparator.comparingLong(GeneratedEvent::timeMs).thenComparingInt(GeneratedEvent::rank);

    private final Weather weather;
    private final Stablecoin stablecoin;
    private final List<SymbolGenerator> symbols = new ArrayList<>();
    private final Deque<GeneratedEvent> ready = new ArrayDeque<>();
    private List<GeneratedEvent> pending = new ArrayList<>();
    private long generatedMs;

    /** A generator that stands at the plan's beginning. */
    public MarketGenerator(MarketPlan plan) {
        weather = new Weather(plan.seed());
        stablecoin = new Stablecoin(plan.seed());
        generatedMs = plan.beginMs();
        for (SymbolProfile profile : plan.profiles()) {
            symbols.add(new SymbolGenerator(
                    symbols.size(), profile, plan.seed(), plan.beginMs(), event -> pending.add(event)));
        }
    }

    /** The next event, which stays. */
    public GeneratedEvent peek() {
        while (ready.isEmpty()) {
            step();
        }
        return ready.getFirst();
    }

    /** Takes the next event. */
    public GeneratedEvent next() {
        GeneratedEvent next = peek();
        ready.removeFirst();
        return next;
    }

    private void step() {
        if (generatedMs % SECOND_MS == 0) {
            weather.second();
            stablecoin.second();
            symbols.forEach(symbol -> symbol.begin(generatedMs, weather));
        }
        generatedMs += SymbolGenerator.STEP_MS;
        double news = weather.news();
        symbols.forEach(symbol -> symbol.step(generatedMs, news));
        if (generatedMs % SECOND_MS == 0) {
            symbols.forEach(symbol -> symbol.end(generatedMs, stablecoin.usd()));
        }
        release(generatedMs - AggTradeRuns.WINDOW_MS);
    }

    /** Everything up to a time is known: a stable sort leaves equal events of a symbol as they came. */
    private void release(long untilMs) {
        pending.sort(ORDER);
        int known = 0;
        while (known < pending.size() && pending.get(known).timeMs() <= untilMs) {
            ready.addLast(pending.get(known++));
        }
        pending = new ArrayList<>(pending.subList(known, pending.size()));
    }
}
