package dev.sextant.api.backtest;

import java.util.List;
import java.util.Map;

/**
 * A replay or sweep that somebody wants.
 *
 * @param kind {@code replay} or {@code sweep}
 * @param files names as the list of files has them
 * @param settings as {@code fee-bps=10}
 * @param vary as {@code buffer-bps=0,2,5}
 * @param options train, folds, objective, blocks, limit, seed, where they were given
 */
public record BacktestRequest(
        String kind, List<String> files, List<String> settings, List<String> vary, Map<String, String> options) {

    public BacktestRequest {
        files = List.copyOf(files);
        settings = List.copyOf(settings);
        vary = List.copyOf(vary);
        options = Map.copyOf(options);
    }
}
