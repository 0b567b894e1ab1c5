package dev.sextant.ingest.kraken;

import java.util.List;
import java.util.Set;

/**
 * What a {@link KrakenFeed} watches.
 *
 * @param depth levels of each side: 10, 25, 100, 500 or 1000
 * @param starts assets a cycle may begin with, the preferred first
 * @param assets the assets of the pairs that are watched; empty for all
 * @param mostLegs 3 or 4
 * @param feePpm the taker's fee in millionths
 * @param news what is subscribed to beside the books
 */
public record FeedSettings(
        int depth, List<String> starts, Set<String> assets, int mostLegs, int feePpm, Set<NewsChannel> news) {

    /** Books alone. */
    public FeedSettings(int depth, List<String> starts, Set<String> assets, int mostLegs, int feePpm) {
        this(depth, starts, assets, mostLegs, feePpm, Set.of());
    }

    public FeedSettings {
        starts = List.copyOf(starts);
        assets = Set.copyOf(assets);
        news = Set.copyOf(news);
    }
}
