package dev.sextant.local.venue.synthetic.market;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.play.FramePublisher;
import dev.sextant.local.venue.play.MarketFacts;
import dev.sextant.local.venue.play.PlayedMarket;
import dev.sextant.local.venue.play.StagedMarket;
import dev.sextant.local.venue.play.SymbolStage;
import dev.sextant.local.venue.play.TapeSpan;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.synthetic.generator.GeneratedEvent;
import dev.sextant.local.venue.synthetic.generator.MarketGenerator;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import dev.sextant.local.venue.synthetic.generator.SymbolProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The synthetic market as a venue server plays it. It has a past, which REST serves and nobody hears; what an exchange
 * would know is kept, what only the stream needs is not.
 */
public final class SyntheticMarket implements PlayedMarket {

    private static final List<String> SYNTHETIC_INPUTS = List.of(
            "trades",
            "best_price",
            "depth",
            "mark_price",
            "index_price",
            "funding_rate",
            "open_interest_hist",
            "long_short_ratio",
            "top_trader_position",
            "liquidation",
            "coinbase_premium");

    private final MarketPlan plan;
    private final MarketGenerator generator;
    private final List<SyntheticSymbol> symbols = new ArrayList<>();
    private final Map<Symbol, MarketFacts> facts = new TreeMap<>();

    /** Makes up the history, which takes a second or two for a day. */
    public SyntheticMarket(MarketPlan plan) {
        this.plan = plan;
        this.generator = new MarketGenerator(plan);
        for (Symbol name : plan.symbols()) {
            SyntheticSymbol symbol =
                    new SyntheticSymbol(SymbolProfile.of(name).orElseThrow().instrument(), plan);
            symbols.add(symbol);
            facts.put(name, symbol.facts());
        }
        while (generator.peek().timeMs() <= MarketPlan.PLAY_FROM_MS) {
            hand(generator.next());
        }
    }

    private void hand(GeneratedEvent event) {
        symbols.get(event.symbol()).on(event);
    }

    @Override
    public String identity() {
        return plan.identity();
    }

    @Override
    public TapeSpan span() {
        return new TapeSpan(MarketPlan.PLAY_FROM_MS, plan.endMs());
    }

    @Override
    public Map<Symbol, MarketFacts> facts() {
        return Collections.unmodifiableMap(facts);
    }

    @Override
    public StagedMarket stage(VenueCore core, FramePublisher publisher) {
        List<SymbolStage> stages = new ArrayList<>();
        for (SyntheticSymbol symbol : symbols) {
            SymbolStage stage = new SymbolStage(symbol.facts().instrument(), core, publisher);
            symbol.open(stage);
            stages.add(stage);
        }
        return new StagedMarket(List.of(new GeneratedSource(generator, plan.endMs(), this::hand)), stages);
    }

    @Override
    public long playedTrades(long positionMs) {
        return symbols.stream().mapToLong(SyntheticSymbol::told).sum();
    }

    @Override
    public void describe(ObjectNode status) {
        status.put("capture", plan.identity());
        plan.symbols().forEach(symbol -> status.withArray("symbols").add(symbol.name()));
        SYNTHETIC_INPUTS.forEach(status.withArray("synthetic_inputs")::add);
    }
}
