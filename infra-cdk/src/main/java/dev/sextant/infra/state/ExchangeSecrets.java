package dev.sextant.infra.state;

import dev.sextant.infra.settings.DeskSettings;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/**
 * Where the operator puts the exchange's keys, one pair for each function that signs, so that one can be revoked without
 * the other. They are made empty: no value ever passes through a template, and functions can't be deployed before the
 * keys are there.
 */
public final class ExchangeSecrets extends Construct {

    private final CfnSecret placer;
    private final CfnSecret reconciler;

    ExchangeSecrets(Construct scope, DeskSettings settings, IKey key) {
        super(scope, "ExchangeSecrets");
        this.placer = empty("OrderPlacer", settings, "order-placer", key);
        this.reconciler = empty("Reconciler", settings, "reconciler", key);
    }

    private CfnSecret empty(String id, DeskSettings settings, String function, IKey key) {
        return CfnSecret.Builder.create(this, id)
                .name(settings.prefix() + "/exchange/" + function)
                .description("The exchange's key of " + function + ": {\"api_key\":…, \""
                        + settings.exchangeKey().field() + "\":…}, no right to withdraw")
                .kmsKeyId(key.getKeyArn())
                .build();
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
