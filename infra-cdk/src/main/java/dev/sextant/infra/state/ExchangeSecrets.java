package dev.sextant.infra.state;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.settings.KrakenTrade;
import dev.sextant.infra.settings.KrakenTrade.Lane;
import java.util.Optional;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * Where the operator puts the exchange's keys, one pair for each part that signs, so that one can be revoked without
 * the other. They are made empty: no value ever passes through a template, and functions can't be deployed before the
 * keys are there.
 */
public final class ExchangeSecrets extends Construct {

    private final CfnSecret placer;
    private final CfnSecret reconciler;
    private final Optional<ISecret> direct;
    private final Optional<CfnSecret> krakenPlacer;
    private final Optional<CfnSecret> krakenReconciler;

    ExchangeSecrets(Construct scope, DeskSettings settings, IKey key) {
        super(scope, "ExchangeSecrets");
        this.placer = empty("OrderPlacer", settings, "order-placer", key);
        this.reconciler = empty("Reconciler", settings, "reconciler", key);
        Optional<Lane> lane = settings.krakenTrade().map(KrakenTrade::lane);
        this.direct = lane.filter(Lane.DIRECT::equals).map(_ -> direct(settings, key));
        this.krakenPlacer = lane.filter(Lane.STREAM::equals)
                .map(_ -> kraken("KrakenOrderPlacer", settings, "kraken-order-placer", "trades", key));
        this.krakenReconciler =
                lane.map(_ -> kraken("KrakenReconciler", settings, "kraken-reconciler", "only reads", key));
    }

    /** Kraken's, of another form than the others. */
    private ISecret direct(DeskSettings settings, IKey key) {
        CfnSecret secret = kraken("Direct", settings, "direct", "trades", key);
        // Without its key: who may use that stands in roles, and a right that the key grants would tie the stacks in a
        // knot.
        return Secret.fromSecretCompleteArn(this, "DirectKey", secret.getRef());
    }

    /** @param does what the key is for */
    private CfnSecret kraken(String id, DeskSettings settings, String name, String does, IKey key) {
        return CfnSecret.Builder.create(this, id)
                .name(settings.prefix() + "/exchange/" + name)
                .description("Kraken's key of " + name + ", which " + does
                        + ": {\"api_key\":…, \"api_secret\":…}, no right to withdraw")
                .kmsKeyId(key.getKeyArn())
                .build();
    }

    private CfnSecret empty(String id, DeskSettings settings, String function, IKey key) {
        return CfnSecret.Builder.create(this, id)
                .name(settings.prefix() + "/exchange/" + function)
                .description("The exchange's key of " + function + ": {\"api_key\":…, \""
                        + settings.exchangeKey().field() + "\":…}, no right to withdraw")
                .kmsKeyId(key.getKeyArn())
                .build();
    }

    /** Kraken's key, with which the direct lane trades; empty without one. */
    public Optional<ISecret> direct() {
        return direct;
    }

    /** Kraken's key, with which order-placer trades triangles; empty where it does not. */
    public Optional<String> krakenPlacerArn() {
        return krakenPlacer.map(CfnSecret::getRef);
    }

    /** Kraken's key, with which the reconciler asks; empty where triangles are not traded. */
    public Optional<String> krakenReconcilerArn() {
        return krakenReconciler.map(CfnSecret::getRef);
    }

    /** The key that places orders. */
    public String placerArn() {
        return placer.getRef();
    }

    /** The key that asks for orders and cancels them. */
    public String reconcilerArn() {
        return reconciler.getRef();
    }
}
