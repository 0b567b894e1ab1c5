package dev.sextant.ingest.opportunity;

import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.ingest.kraken.FeedSettings;
import java.net.URI;
import java.util.Optional;

/**
 * What is watched for triangles.
 *
 * @param address the venue's public WebSocket
 * @param synthetic whether its market is made up
 * @param haircutPpm how much worse prices may be when a cycle has to be sold back, in millionths
 * @param lane who trades what is seen through the functions; empty where nobody does
 */
public record WatchSettings(
        URI address,
        boolean synthetic,
        FeedSettings feed,
        DetectorLimits limits,
        int haircutPpm,
        Optional<StreamLane> lane) {}
