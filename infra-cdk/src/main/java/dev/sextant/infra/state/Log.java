package dev.sextant.infra.state;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** A log of the desk: encrypted, forgotten after a month, gone with its stack. */
public final class Log {

    private Log() {}

    public static LogGroup of(Construct scope, String name, IKey key) {
        return LogGroup.Builder.create(scope, "Log")
                .logGroupName(name)
                .retention(RetentionDays.ONE_MONTH)
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }
}
