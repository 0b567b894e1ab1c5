package dev.sextant.infra.state;

import dev.sextant.infra.settings.DeskSettings;
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

    ExchangeSecrets(Construct scope, DeskSettings settings, IKey key) {
        super(scope, "ExchangeSecrets");
        this.placer = empty("OrderPlacer", settings, "order-placer", key);
        this.reconciler = empty("Reconciler", settings, "reconciler", key);
        this.direct = settings.krakenTrade().map(_ -> direct(settings, key));
    }

    /** Kraken's, of another form than the others. */
    private ISecret direct(DeskSettings settings, IKey key) {
        CfnSecret secret = CfnSecret.Builder.create(this, "Direct")
                .name(settings.prefix() + "/exchange/direct")
                .description("Kraken's key of the direct lane: {\"api_key\":…, \"api_secret\":…}, no right to withdraw")
                .kmsKeyId(key.getKeyArn())
                .build();
        // Without its key: who may use that stands in roles, and a right that the key grants would tie the stacks in a
        // knot.
        return Secret.fromSecretCompleteArn(this, "DirectKey", secret.getRef());
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

    /** The key that places orders. */
    public String placerArn() {
        return placer.getRef();
    }

    /** The key that asks for orders and cancels them. */
    public String reconcilerArn() {
        return reconciler.getRef();
    }
}
