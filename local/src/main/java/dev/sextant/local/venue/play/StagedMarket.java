package dev.sextant.local.venue.play;

import java.util.List;

/**
 * A market that is being played.
 *
 * @param sources of equal times the one listed first goes first
 * @param stages one per symbol
 */
public record StagedMarket(List<Source> sources, List<SymbolStage> stages) {

    public StagedMarket {
        sources = List.copyOf(sources);
        stages = List.copyOf(stages);
    }

    /** Whether somebody listens to what a desk can't decide without. */
    boolean hasAudience() {
        return stages.stream().anyMatch(SymbolStage::hasAudience);
    }

    /** How often the kept book was compared with the best bid and ask, and how often they differed. */
    BookChecks bookChecks() {
        return new BookChecks(
                stages.stream().mapToInt(stage -> stage.check().checks()).sum(),
                stages.stream().mapToInt(stage -> stage.check().mismatches()).sum());
    }
}
