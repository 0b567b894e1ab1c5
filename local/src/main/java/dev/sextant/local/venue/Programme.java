package dev.sextant.local.venue;

import dev.sextant.local.venue.play.CapturedMarket;
import dev.sextant.local.venue.play.PlayedMarket;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import dev.sextant.local.venue.synthetic.market.SyntheticMarket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a venue server plays. */
public sealed interface Programme {

    /**
     * A recorded market.
     *
     * @param files of one capture; several, when the recorder kept REST answers apart
     * @param seed of everything made up because the recording lacks it
     */
    record Recorded(List<Path> files, long seed) implements Programme {
        public Recorded {
            files = List.copyOf(files);
        }
    }

    /** A market that is made up altogether. */
    record Generated(MarketPlan plan) implements Programme {}

    /**
     * Reads it, or makes it up as far as its history goes.
     *
     * @throws IllegalArgumentException when the capture isn't one, naming file, line and field
     */
    default PlayedMarket market() throws IOException {
        return switch (this) {
            case Recorded recorded -> CapturedMarket.read(recorded.files(), recorded.seed());
            case Generated generated -> new SyntheticMarket(generated.plan());
        };
    }
}
