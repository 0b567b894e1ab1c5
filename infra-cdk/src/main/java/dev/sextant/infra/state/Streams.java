package dev.sextant.infra.state;

import dev.sextant.platform.mapping.DeskStream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The two streams, provisioned: a shard costs $11 a month where an on-demand stream costs $29 before its first byte, and
 * four symbols packed into frames need a tenth of one shard.
 *
 * <p>{@code decisions} has one shard for good: its order is what the order path relies on. A day of records is what
 * comes free; older ones are in the database.
 */
public final class Streams extends Construct {

    private static final Duration KEPT = Duration.hours(24);

    private final Stream market;
    private final Stream decisions;

    Streams(Construct scope, IKey key) {
        super(scope, "Streams");
        this.market = stream("Market", key);
        this.decisions = stream("Decisions", key);
    }

    private Stream stream(String id, IKey key) {
        return Stream.Builder.create(this, id)
                .streamMode(StreamMode.PROVISIONED)
                .shardCount(1)
                .retentionPeriod(KEPT)
                .encryption(StreamEncryption.KMS)
                .encryptionKey(key)
                .build();
    }

    public Stream of(DeskStream stream) {
        return switch (stream) {
            case MARKET -> market;
            case DECISIONS -> decisions;
        };
    }

    /** Frames and readings, keyed by symbol. */
    public Stream market() {
        return market;
    }

    /** Signals, approvals and ticks, keyed by account. */
    public Stream decisions() {
        return decisions;
    }
}
