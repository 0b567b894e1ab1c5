package dev.sextant.infra.state;

import dev.sextant.infra.settings.DeskSettings;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Everything that must not be lost when functions come and go. Deployed first, destroyed last and only on purpose. */
public final class StateStack extends Stack {

    private final Keys keys;
    private final Network network;
    private final Streams streams;
    private final FailedBatches failedBatches;
    private final TradeArchive tradeArchive;
    private final Database database;
    private final ExchangeSecrets exchangeSecrets;

    public StateStack(Construct scope, String id, DeskSettings settings) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("Sextant (" + settings.mode().word() + "): streams, database, secrets")
                        .terminationProtection(true)
                        .build());
        RightRegion.guard(this, settings);
        this.keys = new Keys(this);
        this.network = new Network(this, settings);
        this.streams = new Streams(this, keys.data());
        this.failedBatches = new FailedBatches(this, keys.data());
        this.tradeArchive = new TradeArchive(this, keys.data());
        this.database = new Database(this, settings, network, keys.data());
        this.exchangeSecrets = new ExchangeSecrets(this, settings, keys.exchange());
    }

    public Keys keys() {
        return keys;
    }

    public Network network() {
        return network;
    }

    public Streams streams() {
        return streams;
    }

    public FailedBatches failedBatches() {
        return failedBatches;
    }

    public TradeArchive tradeArchive() {
        return tradeArchive;
    }

    public Database database() {
        return database;
    }

    public ExchangeSecrets exchangeSecrets() {
        return exchangeSecrets;
    }
}
