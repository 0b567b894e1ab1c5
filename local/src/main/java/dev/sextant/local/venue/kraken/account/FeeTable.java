package dev.sextant.local.venue.kraken.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What trading costs by what was traded before, cheaper the more it was.
 *
 * @param levels the first from a volume of 0, each from a greater one than the one before it
 */
public record FeeTable(List<Level> levels) {

    /**
     * One level.
     *
     * @param fromVolume in US dollars
     */
    public record Level(BigDecimal fromVolume, Fees fees) {}

    public FeeTable {
        levels = List.copyOf(levels);
        if (levels.isEmpty() || levels.getFirst().fromVolume().signum() != 0) {
            throw new IllegalArgumentException("levels are " + levels + ", expected the first from a volume of 0");
        }
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).fromVolume().compareTo(levels.get(i - 1).fromVolume()) <= 0) {
                throw new IllegalArgumentException("levels are " + levels + ", expected volumes that rise");
            }
        }
    }

    /** The same at every volume. */
    public static FeeTable flat(Fees fees) {
        return new FeeTable(List.of(new Level(BigDecimal.ZERO, fees)));
    }

    /** The level a volume has reached. */
    public Level at(BigDecimal volume) {
        return levels.stream()
                .filter(level -> level.fromVolume().compareTo(volume) <= 0)
                .reduce(levels.getFirst(), (_, later) -> later);
    }

    /** The level it reaches next; empty at the last. */
    public Optional<Level> after(BigDecimal volume) {
        return levels.stream()
                .filter(level -> level.fromVolume().compareTo(volume) > 0)
                .findFirst();
    }
}
